import { casusAfter, step, when, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const answers: readonly Brief[] = [
  { do: 'see-handoff', by: 'welzijn', handoff: 'H1' },
  { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' },
  { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' },
  { do: 'withdraw-handoff', by: 'corporatie', handoff: 'H1' },
];
const [, accepted, declined, withdrawn] = answers as [Brief, Brief, Brief, Brief];

describe.each(answers)('an offer, to $do', (answer) => {
  it('is one of this casus', () => {
    when(casusAfter(E1), answer).thenRejected('handoff-unknown', { handoff: 'H1' });
  });

  it.each([
    ['accepted', accepted],
    ['declined', declined],
    ['withdrawn', withdrawn],
  ] as const)('is open, not %s', (state, end) => {
    when(casusAfter(E1, offered, end), answer).thenRejected('handoff-not-open', {
      handoff: 'H1',
      state,
      allowed: expect.arrayContaining(['offer-handoff']) as unknown,
    });
  });

  it('is open until the end of its last day, by the clock of the one who records', () => {
    const history = casusAfter(E1, offered);
    when(history, { ...answer, at: '2026-09-21T23:59:59' }).thenAccepted();
    when(history, { ...answer, at: '2026-09-22T00:00' }).thenRejected('handoff-expired', {
      handoff: 'H1',
      state: 'expired',
      expiresOn: '2026-09-21',
      allowed: expect.arrayContaining(['offer-handoff', 'complete-step']) as unknown,
    });
  });
});
