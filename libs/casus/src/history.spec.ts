import { at, casusAfter, opening, step, historyOf, stateOf, type Brief } from '#casus/specification';
import {
  casusAt,
  casusOverTime,
  factsAt,
  inOrderOfHappening,
  NO_HISTORY,
  withFact,
  type CasusHistory,
} from '#casus/history';
import type { Fact } from '#casus/fact';

const note = (text: string, time: string, recorded = time): Brief => ({
  do: 'add-note',
  text,
  audience: 'all',
  at: time,
  recorded,
});
const decision: Brief = {
  do: 'record-decision',
  product: 'p',
  decidedBy: 'corporatie',
  outcome: 'refused',
  ground: 'g',
  at: '2026-05-12T10:00',
  recorded: '2026-09-15T09:00',
};
const given: readonly Brief[] = [
  step('E1', 'corporatie'),
  note('c', '2026-09-14T12:00'),
  note('a', '2026-09-14T10:00', '2026-09-14T13:00'),
  decision,
  note('b', '2026-09-14T10:00', '2026-09-15T10:00'),
  { do: 'start-step', by: 'corporatie', step: 'E1', at: '2026-09-14T09:30', recorded: '2026-09-15T11:00' },
];

/** The facts after the bases, in brief. */
const order = ({ facts }: Pick<CasusHistory, 'facts'>): string[] =>
  facts
    .filter(({ type }) => type !== 'BasisRecorded')
    .map((fact) => (fact.type === 'NoteAdded' ? fact.data.text : fact.type));

describe('the history of a casus', () => {
  it('keeps facts in the order of happening, the opening first, equal instants in the order of recording', () => {
    expect(order(casusAfter(...given))).toEqual([
      'CasusOpened',
      'DecisionRecorded',
      'StepPlanned',
      'StepStarted',
      'a',
      'b',
      'c',
    ]);
  });

  it('comes to the same whatever was folded on the way', () => {
    const history = casusAfter(...given);
    const anew = [...history.facts].sort((a, b) => a.revision - b.revision).reduce(withFact, NO_HISTORY);
    expect(anew).toEqual(history);
    const inOrder = [...history.facts].sort(inOrderOfHappening).reduce(withFact, NO_HISTORY);
    expect(inOrder.casus).toEqual(history.casus);
  });

  it('comes over time, in one go, to what the casus was at each instant', () => {
    const history = casusAfter(...given);
    const instants = [...new Set(history.facts.map(({ occurredAt }) => occurredAt))].sort();
    const told = instants.flatMap((instant) => {
      const casus = casusAt(history, instant);
      return casus ? [{ at: instant, casus }] : [];
    });
    expect([...casusOverTime(history)]).toEqual(told);
    expect([...casusOverTime(NO_HISTORY)]).toEqual([]);
  });

  it('knows when the last fact was recorded', () => {
    expect([NO_HISTORY.recordedAt, casusAfter(...given).recordedAt]).toEqual([undefined, at('2026-09-15T11:00')]);
  });

  it.each([
    ['2026-08-31T08:59', undefined, []],
    ['2026-08-31T09:00', undefined, ['CasusOpened', 'DecisionRecorded']],
    ['2026-09-14T10:00', undefined, ['CasusOpened', 'DecisionRecorded', 'StepPlanned', 'StepStarted', 'a', 'b']],
    ['2026-09-16T10:00', '2026-09-14T12:30', ['CasusOpened', 'StepPlanned', 'c']],
    ['2026-09-16T10:00', '2026-08-31T08:59', []],
  ])('at %s, as known at %s, holds %j', (asOf, knownAt, facts) => {
    const found = factsAt(casusAfter(...given), at(asOf), knownAt === undefined ? undefined : at(knownAt));
    expect(order({ facts: found })).toEqual(facts);
  });

  it('tells of no casus before the opening', () => {
    const history = casusAfter(...given);
    expect(casusAt(history, at('2026-08-31T08:59'))).toBeUndefined();
    expect(casusAt(history, at('2026-08-31T09:00'))?.steps.size).toBe(0);
    expect(casusAt(history, at('2026-09-16T10:00'))).toBe(history.casus);
  });
});

describe('a broken stream', () => {
  const rest = casusAfter(step('E1', 'corporatie'), {
    do: 'start-step',
    by: 'corporatie',
    step: 'E1',
  }).facts;
  const of = (type: Fact['type']): Fact => {
    const fact = rest.find((one) => one.type === type);
    if (!fact) throw new Error(`no ${type}`);
    return fact;
  };

  it('stops at what comes before the opening', () => {
    expect(() => withFact(NO_HISTORY, of('StepPlanned'))).toThrow('comes before the opening');
  });

  it('stops at a second opening', () => {
    expect(() => withFact(historyOf(opening), { ...of('CasusOpened'), revision: 1 })).toThrow(
      'a second time at revision 1',
    );
  });

  it('stops at a fact about what never began', () => {
    expect(() => withFact(historyOf(opening), of('StepStarted'))).toThrow('is about E1, which never began');
    expect(stateOf(historyOf(opening)).steps.size).toBe(0);
  });
});
