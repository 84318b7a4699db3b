import { spec, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const owner = { by: 'corporatie', step: 'E1' };
const waiting: Brief = {
  do: 'wait-for',
  ...owner,
  waitingFor: { kind: 'resident' },
  reason: 'papieren',
  until: '2026-09-18',
};

describe('resume', () => {
  it.each(['2026-09-15T09:00', '2026-10-01T09:00'])('ends a waiting until 18 September on %s', (time) => {
    spec('resume')
      .given(E1, waiting)
      .when({ ...owner, at: time })
      .then('WaitingResumed', { step: 'E1' });
  });

  it('may be done by the director in place of the owner', () => {
    spec('resume')
      .given(E1, waiting)
      .when({ step: 'E1' })
      .then('WaitingResumed', { step: 'E1' }, { onBehalfOf: 'corporatie' });
  });

  it('ends it once', () => {
    const history = spec('resume').given(E1, waiting, { do: 'resume', ...owner });
    history.when(owner).thenRejected('not-in-this-state', expect.objectContaining({ state: 'open' }) as object);
  });

  it('is about a step', () => {
    spec('resume').given().when(owner).thenRejected('step-unknown', { step: 'E1' });
  });
});
