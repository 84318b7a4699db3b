import type { FeedMessage } from '#messaging/feed/feed';
import { MARK } from '#tests/kafka/torture/casus-life';

/** What a follower of every topic saw. */
export interface Ledger {
  take(message: FeedMessage): void;
  /** Messages, and those of them whose event had come by the same topic before. */
  delivered: number;
  again: number;
  /** Messages in which a mark stood of what is about persons. */
  marked: number;
  /** The ids of events by topic and key, each where it came first. */
  readonly firsts: Map<string, string[]>;
}

/** Opens a ledger. */
export function openLedger(): Ledger {
  const seen = new Set<string>();
  const ledger: Ledger = {
    delivered: 0,
    again: 0,
    marked: 0,
    firsts: new Map(),
    take(message) {
      const { topic, key, value } = message;
      const { id } = JSON.parse(value) as { id: string };
      ledger.delivered += 1;
      if (JSON.stringify(message).includes(MARK)) ledger.marked += 1;
      if (seen.has(`${topic} ${id}`)) {
        ledger.again += 1;
        return;
      }
      seen.add(`${topic} ${id}`);
      const place = `${topic} ${key}`;
      const before = ledger.firsts.get(place);
      if (before) before.push(id);
      else ledger.firsts.set(place, [id]);
    },
  };
  return ledger;
}

/** How what was had compares with what there is: so many lost, not to be expected, and keys with another order. */
export function compared(
  expected: ReadonlyMap<string, readonly string[]>,
  had: ReadonlyMap<string, readonly string[]>,
): { lost: number; strange: number; outOfOrder: number } {
  const found = { lost: 0, strange: 0, outOfOrder: 0 };
  for (const place of new Set([...expected.keys(), ...had.keys()])) {
    const [wanted, got] = [expected.get(place) ?? [], had.get(place) ?? []];
    const [wantedSet, gotSet] = [new Set(wanted), new Set(got)];
    found.lost += wanted.filter((id) => !gotSet.has(id)).length;
    found.strange += got.filter((id) => !wantedSet.has(id)).length;
    const both = wanted.filter((id) => gotSet.has(id));
    if (got.filter((id) => wantedSet.has(id)).join() !== both.join()) found.outOfOrder += 1;
  }
  return found;
}
