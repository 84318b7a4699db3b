import { epochMs, instant, plusMs, type Instant } from '#event-sourcing/instant';
import { dayAfter, localDateOf, startOfDay } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { glancer, type View } from '#tests/properties/model/glance';
import { stallsSeen, type Seen } from '#tests/properties/model/stall-patterns';

/** A stall from its beginning to its end, with whoever was on the move last. */
export interface Course extends Seen {
  readonly since: Instant;
  readonly until: Instant | null;
}

/** The instants to look at: every local midnight and more, a millisecond before, and one after. */
function grid(from: Instant, to: Instant, more: readonly Instant[]): Instant[] {
  const found = new Set<number>();
  for (let day = localDateOf(from); startOfDay(day) <= to; day = dayAfter(day)) {
    for (const shift of [-1, 0, 1]) found.add(epochMs(startOfDay(day)) + shift);
  }
  for (const one of more) for (const shift of [-1, 0, 1]) found.add(epochMs(one) + shift);
  return [...found].sort((a, b) => a - b).map((ms) => instant(ms));
}

/** Calls back at each look from the first fact up to and including `to`. */
export function lookOver(
  facts: readonly Fact[],
  to: Instant,
  { partners, more }: { readonly partners: PartnersOverTime; readonly more: readonly Instant[] },
  seen: (view: View) => void,
): void {
  const [first] = facts;
  if (!first) return;
  const look = glancer(partners);
  const instants = grid(first.occurredAt, to, [...more, ...facts.map(({ occurredAt }) => occurredAt)]);
  let last = plusMs(first.occurredAt, -1);
  let count = 0;
  for (const at of [...instants, to].sort()) {
    if (at < first.occurredAt || at > to || at < last) continue;
    if (count > 0) seen(look(facts.slice(0, count), at));
    for (let next = facts[count]; next && next.occurredAt <= at; next = facts[count]) {
      count += 1;
      seen(look(facts.slice(0, count), at));
    }
    last = at;
  }
}

/** Every stall up to `to`, found by looking at every instant at which one could begin or end. */
export function stallCourses(
  facts: readonly Fact[],
  to: Instant,
  known: { readonly partners: PartnersOverTime; readonly more: readonly Instant[] },
): Course[] {
  let running = new Map<string, Course & { readonly seenAt: Instant; readonly before: Seen }>();
  const ended: Course[] = [];
  lookOver(facts, to, known, (view) => {
    const next: typeof running = new Map();
    for (const one of stallsSeen(view)) {
      const key = `${one.pattern} ${one.about}`;
      const last = running.get(key);
      const before = last === undefined ? one : last.seenAt < view.at ? last : last.before;
      next.set(key, { ...one, since: last?.since ?? view.at, until: null, seenAt: view.at, before });
    }
    for (const [key, { pattern, about, since, seenAt, ...course }] of running) {
      if (next.has(key) || since >= view.at) continue;
      // What was so for no time at all, between two facts of one instant, was not so.
      const { onTheMove, root } = seenAt < view.at ? course : course.before;
      ended.push({ pattern, about, since, until: view.at, onTheMove, root });
    }
    running = next;
  });
  return [...ended, ...running.values()];
}
