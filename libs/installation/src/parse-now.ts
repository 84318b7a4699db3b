import { localTimeToInstant } from '#calendar/local-date';
import { instant, type Instant } from '#event-sourcing/instant';
import { InvalidArgumentError } from 'commander';

/** Reads where a clock is to stand: with a time zone, or local time in Amsterdam. */
export function parseNow(text: string): Instant {
  for (const read of [instant, localTimeToInstant]) {
    try {
      return read(text);
    } catch {
      // The other form, perhaps.
    }
  }
  throw new InvalidArgumentError('A time looks like 2026-11-20T12:00 or 2026-11-20T12:00:00+01:00.');
}
