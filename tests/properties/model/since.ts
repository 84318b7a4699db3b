import { epochMs, instant, type Instant } from '#event-sourcing/instant';
import { dayAfter, isLocalDate, startOfDay } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import { placesAt, type LastDays, type Place, type Stories } from '#tests/properties/model/rows';

const DAYS_THAT_TURN: ReadonlySet<string> = new Set(['notBefore', 'until', 'expiresOn', 'firstDay', 'lastDay']);

/** Every midnight at which something could turn: before and after each day that a fact names as a bound. */
function midnights(facts: readonly Fact[]): number[] {
  const found = new Set<number>();
  for (const { data } of facts) {
    for (const [key, value] of Object.entries(data)) {
      if (!DAYS_THAT_TURN.has(key) || typeof value !== 'string' || !isLocalDate(value)) continue;
      found.add(epochMs(startOfDay(value))).add(epochMs(startOfDay(dayAfter(value))));
    }
  }
  return [...found].sort((a, b) => a - b);
}

/** A step as a view shows it: its place, and since when its row has held. */
export interface PlaceSince extends Place {
  readonly since: Instant | null;
}

/**
 * Every step at an instant with its `since`, found by looking at all instants before: at every fact in turn, and at every
 * midnight that could turn something. At one instant, time turns first; then facts follow in the order of recording.
 */
export function placesSince(facts: readonly Fact[], asOf: Instant, lastDays: LastDays): PlaceSince[] {
  const turns = midnights(facts);
  const stretches = new Map<string, { key: string; from: number }>();
  let places = new Map<string, Place>();
  const read: Stories = new Map();
  let last = Number.NEGATIVE_INFINITY;

  function look(known: readonly Fact[], at: number): void {
    places = placesAt(known, instant(at), { read });
    for (const { step, row, story } of places.values()) {
      if (row?.root !== step) {
        stretches.delete(step);
        continue;
      }
      const key = [row.act, row.party, row.thing, story.changesOfOwner].join(' ');
      if (stretches.get(step)?.key !== key) stretches.set(step, { key, from: at });
    }
    last = at;
  }
  function lookBetween(known: readonly Fact[], until: number): void {
    for (const turn of turns) if (turn > last && turn <= until) look(known, turn);
  }

  facts.forEach((fact, index) => {
    const at = Math.max(epochMs(fact.occurredAt), last);
    if (index > 0) lookBetween(facts.slice(0, index), at);
    look(facts.slice(0, index + 1), at);
  });
  if (facts.length > 0) lookBetween(facts, epochMs(asOf));
  // Last days only choose among the steps that block; they begin and end no stretch.
  places = placesAt(facts, asOf, { read, lastDays });
  return [...places.values()].map((place) => {
    const stretch = place.row && stretches.get(place.row.root);
    return { ...place, since: stretch ? instant(stretch.from) : null };
  });
}
