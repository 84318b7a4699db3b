import { casusAfter, step, when, type Brief } from '#casus/specification';

const E1 = step('E1', 'corporatie');
const asked: Brief = { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'welzijn', what: 'Kan het?' };
const offered: Brief = {
  do: 'offer-handoff',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'zorgaanbieder',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const answered: Brief = { do: 'answer-ask', by: 'welzijn', ask: 'A1', answer: 'Ja' };
const declined: Brief = { do: 'decline-ask', by: 'welzijn', ask: 'A1', reason: 'at-capacity' };
const withdrawn: Brief = { do: 'withdraw-ask', by: 'corporatie', ask: 'A1' };
const done: Brief = { do: 'complete-step', by: 'corporatie', step: 'E1' };

describe.each([answered, declined, withdrawn])('an ask, to $do', (answer) => {
  it('is one of this casus', () => {
    when(casusAfter(E1), answer).thenRejected('ask-unknown', { ask: 'A1' });
  });

  it.each([
    ['answered', answered],
    ['declined', declined],
    ['withdrawn', withdrawn],
    ['closed', done],
  ] as const)('is open, not %s', (state, end) => {
    const allowed: unknown = expect.any(Array);
    when(casusAfter(E1, asked, end), answer).thenRejected('ask-not-open', { ask: 'A1', state, allowed });
  });
});

describe('an ask about an offer', () => {
  const about: Brief = { do: 'ask', by: 'zorgaanbieder', handoff: 'H1', ask: 'A1', what: 'Wat is bekend?' };
  const answer: Brief = { ...answered, by: 'corporatie' };

  it('is answered by the sender', () => {
    when(casusAfter(E1, offered, about), answer).then('AskAnswered', { ask: 'A1', step: 'E1', answer: 'Ja' });
  });

  it('closes when the offer expires', () => {
    when(casusAfter(E1, offered, about), { ...answer, at: '2026-09-21T23:59' }).thenAccepted();
    const details = expect.objectContaining({ state: 'closed' }) as object;
    when(casusAfter(E1, offered, about), { ...answer, at: '2026-09-22T00:00' }).thenRejected('ask-not-open', details);
  });
});
