import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const question = { step: 'E1', to: 'welzijn', what: 'Kan het?' };
const opened = { ask: 'A1', from: 'corporatie', ...question };
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const about = { by: 'welzijn', handoff: 'H1', what: 'Wat is bekend?' };
const openedAbout = { ask: 'A1', step: 'E1', handoff: 'H1', from: 'welzijn', to: 'corporatie', what: 'Wat is bekend?' };

describe('ask about a step', () => {
  it('puts a question to a partner', () => {
    spec('ask')
      .given(E1)
      .when({ by: 'corporatie', ...question })
      .then('AskOpened', opened);
    spec('ask')
      .given(E1)
      .when({ by: 'corporatie', ...question, ask: 'V1', answerBy: '2026-09-14' })
      .then('AskOpened', { ...opened, ask: 'V1', answerBy: '2026-09-14' });
  });

  it('leaves the owner the asker where the director asks', () => {
    spec('ask').given(E1).when(question).then('AskOpened', opened, { onBehalfOf: 'corporatie' });
  });

  it.each([
    [{ what: 'x' }, 'ask-about-one-thing', {}],
    [{ what: 'x', step: 'E1', handoff: 'H1', to: 'welzijn' }, 'ask-about-one-thing', {}],
    [{ what: 'x', step: 'E1' }, 'to-required', {}],
    [{ ...question, toldBy: { name: 'Balie', channel: 'phone' } }, 'told-out-of-place', {}],
    [{ ...question, step: 'E9' }, 'step-unknown', { step: 'E9' }],
    [{ ...question, to: 'corporatie' }, 'asked-itself', { owner: 'corporatie' }],
    [{ ...question, to: 'school' }, 'no-basis', { partner: 'school' }],
  ] as const)('is refused as %j', (fields, code, details) => {
    spec('ask')
      .given(E1)
      .when({ by: 'corporatie', ...fields })
      .thenRejected(code, details);
  });

  it('has no last day that has passed', () => {
    spec('ask')
      .given(E1)
      .when({ by: 'corporatie', ...question, at: '2026-09-14T10:00', answerBy: '2026-09-13' })
      .thenRejected('day-has-passed', { field: 'answerBy', day: '2026-09-13', occurredAt: at('2026-09-14T10:00') });
  });

  it('may go to a partner without a basis by an override', () => {
    const override = { reason: 'spoed' };
    spec('ask')
      .given(E1)
      .when({ by: 'corporatie', ...question, to: 'school', override })
      .then('AskOpened', { ...opened, to: 'school', override });
  });

  it('is one at a time per step and partner', () => {
    const first: Brief = { do: 'ask', by: 'corporatie', ...question };
    spec('ask')
      .given(E1, first)
      .when({ by: 'corporatie', ...question })
      .thenRejected('ask-open', { ask: 'A1' });
    spec('ask')
      .given(E1, first)
      .when({ by: 'corporatie', ...question, to: 'zorgaanbieder' })
      .then('AskOpened', { ...opened, ask: 'A2', to: 'zorgaanbieder' });
    spec('ask')
      .given(E1, step('E2', 'corporatie'), first)
      .when({ by: 'corporatie', ...question, step: 'E2' })
      .thenAccepted();
    spec('ask')
      .given(E1, first, { do: 'answer-ask', by: 'welzijn', ask: 'A1', answer: 'ja' })
      .when({ by: 'corporatie', ...question })
      .thenAccepted();
  });

  it('has a reference of its own', () => {
    spec('ask')
      .given(E1, { do: 'ask', by: 'corporatie', ...question })
      .when({ by: 'corporatie', ...question, to: 'zorgaanbieder', ask: 'A1' })
      .thenRejected('reference-taken', { reference: 'A1' });
  });
});

describe('ask about an offer', () => {
  it('goes from the receiver to the sender', () => {
    spec('ask').given(E1, offered).when(about).then('AskOpened', openedAbout);
    spec('ask')
      .given(E1, offered)
      .when({ ...about, to: 'corporatie' })
      .then('AskOpened', openedAbout);
    spec('ask')
      .given(E1, offered)
      .when({ ...about, to: 'zorgaanbieder' })
      .thenRejected('to-is-not-the-sender', { sender: 'corporatie' });
  });

  it.each(['corporatie', 'sociaal-team'])('may be recorded by %s as told by the receiver', (by) => {
    const toldBy = { name: 'Balie', channel: 'phone' };
    spec('ask')
      .given(E1, offered)
      .when({ ...about, by, toldBy })
      .then('AskOpened', { ...openedAbout, toldBy });
  });

  it('is one at a time, beside those about the step', () => {
    spec('ask')
      .given(E1, offered, { do: 'ask', ...about })
      .when(about)
      .thenRejected('ask-open', { ask: 'A1' });
    spec('ask')
      .given(E1, { do: 'ask', by: 'corporatie', ...question }, offered)
      .when(about)
      .then('AskOpened', { ...openedAbout, ask: 'A2' });
  });

  it('needs the offer, and open', () => {
    spec('ask').given(E1).when(about).thenRejected('handoff-unknown', { handoff: 'H1' });
    spec('ask')
      .given(E1, offered)
      .when({ ...about, at: '2026-09-22T00:00' })
      .thenRejected('handoff-expired');
    spec('ask')
      .given(E1, offered, { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' })
      .when(about)
      .thenRejected('handoff-not-open', expect.objectContaining({ state: 'declined' }) as object);
  });

  it('needs a basis for the sender, or an override', () => {
    const lapsed: Brief = { do: 'withdraw-basis', partner: 'corporatie', categories: ['housing', 'care'] };
    spec('ask').given(E1, offered, lapsed).when(about).thenRejected('no-basis', { partner: 'corporatie' });
    spec('ask')
      .given(E1, offered, lapsed)
      .when({ ...about, override: { reason: 'spoed' } })
      .thenAccepted();
  });

  it.each<Brief>([
    { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' },
    { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' },
    { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H1' },
  ])('closes with the offer at $do', (end) => {
    expect(stateOf(casusAfter(E1, offered, { do: 'ask', ...about }, end)).asks.get('A1')?.life).toBe('closed');
  });
});
