import { casusAfter, standing, type Brief } from '#casus/specification';
import { E1, offered, on } from '#casus/stalls/stall-specification';

/** Asked on Wednesday, answered on Thursday 17 September: the norm anew is Tuesday the 22nd. */
const asked: Brief[] = [
  on('2026-09-16T10:00', { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A1', what: 'x' }),
  on('2026-09-17T10:00', { do: 'answer-ask', by: 'gemeente-wmo', ask: 'A1', answer: 'x' }),
];
const dueOn = (given: readonly Brief[]) => standing(casusAfter(E1(), ...given), 'E1', '2026-09-17T12:00').dueOn;

describe('the norm of an offer that starts anew after a question', () => {
  it.each([
    ['without a day of its own', undefined, '2026-09-22'],
    ['with an earlier day: nobody is held to what the question took', '2026-09-18', '2026-09-22'],
    ['with a later day: that stands', '2026-09-30', '2026-09-30'],
  ])('%s', (_what, answerBy, expected) => {
    expect(dueOn([offered(answerBy === undefined ? {} : { answerBy }), ...asked])).toBe(expected);
  });

  it('starts anew at the last of several questions', () => {
    const again: Brief[] = [
      on('2026-09-17T10:30', { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A2', what: 'x' }),
      on('2026-09-17T11:00', { do: 'withdraw-ask', by: 'welzijn', ask: 'A2' }),
    ];
    expect(dueOn([offered(), ...asked, ...again])).toBe('2026-09-22');
  });
});
