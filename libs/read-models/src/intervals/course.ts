import { sameJson } from '#event-sourcing/canonical-json';
import type { Instant } from '#event-sourcing/instant';
import type { Fact } from '#casus/fact';

/** Something of a casus (`key`: which) holds from `from` to before `to`; `to` null: from then on, unless something happens. */
export interface Interval<Value> {
  readonly key: string;
  readonly from: Instant;
  readonly to: Instant | null;
  readonly value: Value;
}

/** How something of a casus is followed through time; `Walk` is where one has come to. */
export interface Course<Walk, Value> {
  /** Goes on over one more fact, which happens no earlier than where the walk is: what ended on the way. */
  over(walk: Walk | undefined, fact: Fact): { readonly walk: Walk; readonly ended: readonly Interval<Value>[] };
  /** What holds where the walk is, and what is to come if nothing more happens. */
  ahead(walk: Walk): readonly Interval<Value>[];
  /** Whether what holds and what is to come is surely the same for both; absent where that cannot be told at a glance. */
  stays?(before: Walk, now: Walk): boolean;
}

/** What holds of a casus over all time, as far as these facts tell. */
export function allOf<Walk, Value>(course: Course<Walk, Value>, facts: readonly Fact[]) {
  const ended: Interval<Value>[] = [];
  let walk: Walk | undefined;
  for (const fact of facts) {
    const step = course.over(walk, fact);
    walk = step.walk;
    ended.push(...step.ended);
  }
  return { walk, ended };
}

const placeOf = ({ key, from }: Interval<unknown>): string => `${from} ${key}`;

const same = (a: Interval<unknown>, b: Interval<unknown>): boolean => a.to === b.to && sameJson(a.value, b.value);

/** Which intervals are no longer believed, and which are new. */
export function difference<Value>(before: readonly Interval<Value>[], after: readonly Interval<Value>[]) {
  if (before === after) return { gone: [], come: [] };
  // Most values are the very same as they were: what is left to compare is little.
  const left = new Set(before);
  const byValue = new Map(before.map((interval) => [interval.value, interval]));
  const others = after.filter(({ value, key, from, to }) => {
    const old = byValue.get(value);
    return !(old?.key === key && old.from === from && old.to === to && left.delete(old));
  });
  const believed = new Map<string, Interval<Value>>();
  for (const interval of left) believed.set(placeOf(interval), interval);
  const come = others.filter((interval) => {
    const place = placeOf(interval);
    const old = believed.get(place);
    const stays = old !== undefined && same(old, interval);
    if (stays) believed.delete(place);
    return !stays;
  });
  return { gone: [...believed.values()], come };
}
