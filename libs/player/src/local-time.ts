import type { Instant } from '#event-sourcing/instant';
import { localTimeToInstant } from '#calendar/local-date';

/** What a time in a script looks like. */
export const LOCAL_TIME = 'a local time as YYYY-MM-DDTHH:mm';

/** The instant of a local time; undefined of anything else. */
export function readLocalTime(value: unknown): Instant | undefined {
  if (typeof value !== 'string') return undefined;
  try {
    return localTimeToInstant(value);
  } catch {
    return undefined;
  }
}
