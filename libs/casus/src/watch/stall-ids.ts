import type { Instant } from '#event-sourcing/instant';
import type { BegunStall } from '#casus/watch/stop';

/** Of each name (a stall without its casus), which stall had it last, and the how manieth that was. */
export type NamesGiven = ReadonlyMap<string, { readonly since: Instant; readonly time: number }>;

export const NO_NAMES: NamesGiven = new Map();

/**
 * Names a stall within its casus: by its pattern, what it is about and the revision of the latest event without which it
 * would not have begun then; where that makes it begin again by itself, a number is added. Stalls are named in the order
 * of their beginnings; one that has a name keeps it. Domain, "Stalls".
 */
export function named({ pattern, about, since }: BegunStall, origin: number, given: NamesGiven) {
  const name = `${pattern}/${about}/${origin}`;
  const last = given.get(name);
  const time = last?.since === since ? last.time : (last?.time ?? 0) + 1;
  const names = last?.since === since ? given : new Map(given).set(name, { since, time });
  return { name: time === 1 ? name : `${name}/${time}`, given: names };
}

/** The stable id of a stall, by its name within its casus. */
export const stallId = (casus: string, name: string): string => `${casus}/${name}`;
