import fc from 'fast-check';
import { localDate, plusDays } from '#calendar/local-date';
import { epochMs, later, plusMs, type Instant } from '#event-sourcing/instant';
import { breachOf } from '#casus/clocks/step-clock';
import type { Fact } from '#casus/fact';
import { factsAt } from '#casus/history';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { local } from '#casus/stalls/stall-specification';
import { whyRed, type Link } from '#casus/why';
import { NO_PARTNERS } from '#partners/partners-over-time';

const HOUR = 3_600_000;
const NOW = at('2027-03-01T09:00');
const START = at('2026-09-14T10:00');

/** How many hours each thing took, and the targets in days; null where it did not happen. */
const courses = fc.record({
  offerOfFirst: fc.option(fc.integer({ min: 1, max: 400 })),
  first: fc.integer({ min: 1, max: 700 }),
  offer: fc.option(fc.integer({ min: 1, max: 400 })),
  before: fc.integer({ min: 1, max: 100 }),
  ask: fc.option(fc.integer({ min: 1, max: 500 })),
  last: fc.option(fc.integer({ min: 1, max: 300 })),
  targets: fc.tuple(fc.integer({ min: 1, max: 40 }), fc.integer({ min: 1, max: 60 })),
});
type Course = typeof courses extends fc.Arbitrary<infer T> ? T : never;

/** E2 waits for E1 of welfare; each is offered to another, and something is asked about E2, one after the other. */
function briefsOf(course: Course): Brief[] {
  let time = START;
  const [first, second] = course.targets.map((days) => plusDays(localDate('2026-09-14'), days));
  const briefs: Brief[] = [
    step('E1', 'gemeente-wmo', { target: first }),
    step('E2', 'gemeente-wmo', { target: second, after: [{ step: 'E1' }] }),
  ];
  const then = (hours: number, brief: Brief) => {
    time = plusMs(time, hours * HOUR);
    // In the hour that comes twice a local time says too little.
    if (local(time).endsWith('Z')) time = plusMs(time, 2 * HOUR);
    briefs.push({ ...brief, at: local(time) });
  };
  const handOver = (id: string, handoff: string, to: string, hours: number | null) => {
    if (hours === null) return 'gemeente-wmo';
    then(1, { do: 'offer-handoff', by: 'gemeente-wmo', step: id, handoff, to, kind: 'warm' });
    then(hours, { do: 'accept-handoff', by: to, handoff });
    return to;
  };
  const doer = handOver('E1', 'H1', 'welzijn', course.offerOfFirst);
  then(course.first, { do: 'complete-step', by: doer, step: 'E1' });
  const owner = handOver('E2', 'H2', 'corporatie', course.offer);
  then(course.before, { do: 'note-progress', by: owner, step: 'E2', text: 'x' });
  if (course.ask !== null) {
    then(1, { do: 'ask', by: owner, step: 'E2', ask: 'A1', to: 'sociaal-team', what: 'x' });
    then(course.ask, { do: 'answer-ask', by: 'sociaal-team', ask: 'A1', answer: 'x' });
  }
  if (course.last !== null) then(course.last, { do: 'complete-step', by: owner, step: 'E2' });
  return briefs;
}

/** The same casus with one link ended within its norm: what came at its end and after it comes so much earlier. */
function shortened(link: Link, instant: Instant): Instant {
  const inTime = link.dueOn === null ? link.to : later(breachOf(link.dueOn), link.from);
  if (instant >= link.to) return plusMs(instant, epochMs(inTime) - epochMs(link.to));
  return instant < inTime ? instant : inTime;
}

/** Whether E2 would not have been late, by all the facts of a casus that really went so. */
function wouldBeGreen(facts: readonly Fact[], link: Link, end: Instant): boolean {
  const moved = facts.map((fact) => {
    const occurredAt = shortened(link, fact.occurredAt);
    return { ...fact, occurredAt, recordedAt: occurredAt };
  });
  return whyRed(moved, NO_PARTNERS, 'E2', shortened(link, end))?.late !== true;
}

describe('the counterfactual of a late step', () => {
  it('says what a casus would have come to that really went so', () => {
    const said = { yes: 0, no: 0 };
    fc.assert(
      fc.property(courses, (course) => {
        const facts = factsAt(casusAfter(...briefsOf(course)), NOW);
        const why = whyRed(facts, NO_PARTNERS, 'E2', NOW);
        if (!why?.late) return;
        const tries = why.chain
          .map((link, index) => ({ on: link, told: { link: index, gain: link.overrun } }))
          .filter(({ told }) => told.gain > 0)
          .sort((a, b) => a.told.gain - b.told.gain)
          .map(({ on, told }) => ({ ...told, keptGreen: wouldBeGreen(facts, on, why.redUntil) }));
        const expected = tries.find(({ keptGreen }) => keptGreen) ?? tries.at(-1) ?? null;
        said[expected?.keptGreen === true ? 'yes' : 'no']++;
        expect(why.counterfactual).toEqual(expected);
      }),
      { numRuns: 300 },
    );
    expect(said.yes).toBeGreaterThan(20);
    expect(said.no).toBeGreaterThan(20);
  });
});
