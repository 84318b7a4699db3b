import type { RecordedEvent } from '#event-sourcing/event';
import { later, type Instant } from '#event-sourcing/instant';
import type { StreamName } from '#event-sourcing/stream-name';
import { readFact, type Fact } from '#casus/fact';
import { inOrderOfHappening } from '#casus/history';
import { keptFacts } from '#read-models/intervals/kept-facts';
import { allOf, type Course, type Interval } from '#read-models/intervals/course';
import type { Contexts, ReadStream } from '#read-models/projector/view';
import { LRUCache } from 'lru-cache';

/** What an event makes of the intervals of its casus: those that it may touch, before it was known and after. */
export interface Revision<Value> {
  readonly reference: string;
  /** When this came to be known. */
  readonly known: Instant;
  readonly before: readonly Interval<Value>[];
  readonly after: readonly Interval<Value>[];
}

interface Followed<Walk, Value> {
  readonly reference: string;
  readonly known: Instant;
  readonly last: Fact;
  /** The revision of the fact that was recorded last; with late facts not that of `last`. */
  readonly revision: number;
  readonly walk: Walk;
  readonly ahead: readonly Interval<Value>[];
}

function referenceOf(facts: readonly Fact[], { stream }: RecordedEvent): string {
  const opening = facts[0];
  if (opening?.type !== 'CasusOpened') throw new TypeError(`${stream} does not begin with the opening of a casus`);
  return opening.data.reference;
}

/**
 * Follows casus as their events come by. A fact in the order of happening goes on from where the casus was left; a late
 * one, or one of a casus not kept, has it read from its stream. `most`: of how many facts it keeps what they came to.
 */
export function revisions<Walk, Value>(
  course: Course<Walk, Value>,
  read: ReadStream,
  most = keptFacts(),
): Contexts<Revision<Value>> {
  const kept = new LRUCache<StreamName, Followed<Walk, Value>>({
    maxSize: most,
    sizeCalculation: ({ revision }) => revision + 1,
  });

  const factsBefore = async ({ stream, revision }: RecordedEvent): Promise<Fact[]> =>
    revision === 0 ? [] : (await read(stream, { limit: revision })).map(readFact).sort(inOrderOfHappening);

  function followed(facts: readonly Fact[], of: RecordedEvent) {
    const reference = referenceOf(facts, of);
    const { walk, ended } = allOf(course, facts);
    const last = facts.at(-1);
    if (walk === undefined || last === undefined) throw new TypeError(`${of.stream} has no facts`);
    const known = facts.reduce((latest, fact) => later(latest, fact.recordedAt), last.recordedAt);
    const revision = facts.reduce((latest, fact) => Math.max(latest, fact.revision), 0);
    return { state: { reference, known, last, revision, walk, ahead: course.ahead(walk) }, ended };
  }

  function goOn(state: Followed<Walk, Value>, fact: Fact) {
    const { walk, ended } = course.over(state.walk, fact);
    const known = later(state.known, fact.recordedAt);
    const ahead = course.stays?.(state.walk, walk) ? state.ahead : course.ahead(walk);
    const next = { ...state, known, last: fact, revision: fact.revision, walk, ahead };
    return { next, before: state.ahead, after: ended.length === 0 ? ahead : [...ended, ...ahead] };
  }

  return async (event) => {
    const { stream } = event;
    const fact = readFact(event);
    let state = kept.get(stream);
    let facts: Fact[] = [];
    if (state?.revision !== event.revision - 1 || inOrderOfHappening(state.last, fact) > 0) {
      facts = await factsBefore(event);
      state = facts.length === 0 ? undefined : followed(facts, event).state;
    }
    if (state && inOrderOfHappening(state.last, fact) < 0) {
      const { next, before, after } = goOn(state, fact);
      kept.set(stream, next);
      return { reference: next.reference, known: next.known, before, after };
    }
    const old = facts.length === 0 ? { ended: [], state: undefined } : followed(facts, event);
    const now = followed([...facts, fact].sort(inOrderOfHappening), event);
    kept.set(stream, now.state);
    return {
      reference: now.state.reference,
      known: now.state.known,
      before: [...old.ended, ...(old.state?.ahead ?? [])],
      after: [...now.ended, ...now.state.ahead],
    };
  };
}
