import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const owner = { by: 'corporatie', step: 'E1' };
const E1 = step('E1', 'corporatie');
const confirmed = step('E1', 'corporatie', { confirmedBy: 'welzijn' });

describe('complete-step', () => {
  it('makes the step done', () => {
    spec('complete-step').given(E1).when(owner).then('StepCompleted', { step: 'E1' });
  });

  it('reports it where another partner confirms it', () => {
    spec('complete-step').given(confirmed).when(owner).then('StepReported', { step: 'E1', confirmedBy: 'welzijn' });
  });

  it('needs no confirmation of its own owner', () => {
    spec('complete-step')
      .given(step('E1', 'corporatie', { confirmedBy: 'corporatie' }))
      .when(owner)
      .then('StepCompleted', { step: 'E1' });
  });

  it('may be done by the director in place of the owner', () => {
    spec('complete-step')
      .given(E1)
      .when({ step: 'E1' })
      .then('StepCompleted', { step: 'E1' }, { onBehalfOf: 'corporatie' });
    spec('complete-step')
      .given(confirmed)
      .when({ step: 'E1' })
      .then('StepReported', { step: 'E1', confirmedBy: 'welzijn' }, { onBehalfOf: 'corporatie' });
  });

  it('is about a step', () => {
    spec('complete-step').given().when(owner).thenRejected('step-unknown', { step: 'E1' });
  });

  const asked: Brief = { do: 'ask', ...owner, ask: 'A1', to: 'welzijn', what: 'kan het?' };
  const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };

  it('closes the asks and takeover requests of the step; reporting does not', () => {
    const done = stateOf(casusAfter(E1, asked, requested, { do: 'complete-step', ...owner }));
    expect([done.asks.get('A1')?.life, done.takeovers.get('T1')?.life]).toEqual(['closed', 'lapsed']);
    const reported = stateOf(casusAfter(confirmed, asked, requested, { do: 'complete-step', ...owner }));
    expect([reported.asks.get('A1')?.life, reported.takeovers.get('T1')?.life]).toEqual(['open', 'open']);
  });
});
