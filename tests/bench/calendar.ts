import { warnDay } from '#calendar/last-day';
import { localDateOf } from '#calendar/local-date';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import { workingMinutes } from '#calendar/working-time';
import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { nationalWorkingTime } from '#partners/working-time';
import { median, say, table } from '#tests/bench/report';

const DAY = 86_400_000;
const FIRST = instant('2024-01-01T00:00:00Z');
const SPANS = [
  ['1 day', DAY],
  ['1 year', 365 * DAY],
  ['10 years', 3650 * DAY],
] as const;

/** Moments of one year, so that no two lookups that follow each other are the same. */
const MOMENTS: readonly Instant[] = Array.from({ length: 1000 }, (_, n) => plusMs(FIRST, n * 31_415_926));

const ROUNDS = 5;

/** How many times a second it can be done, over all moments again and again; the median of some rounds. */
function perSecond(seconds: number, once: (at: Instant) => unknown): number {
  const rounds = Array.from({ length: ROUNDS }, () => {
    const begun = performance.now();
    const until = begun + (seconds * 1000) / ROUNDS;
    let count = 0;
    while (performance.now() < until) {
      for (const at of MOMENTS) once(at);
      count += MOMENTS.length;
    }
    return (count / (performance.now() - begun)) * 1000;
  });
  return Math.round(median(rounds));
}

/** Working time between two instants, whatever lies between them, and last days. */
export function benchCalendar(seconds: number): void {
  say('\n### The calendar: working minutes between two instants\n');
  const found = SPANS.map(([span, ms]) => {
    const ends = new Map(MOMENTS.map((at) => [at, plusMs(at, ms)]));
    const rate = perSecond(seconds, (at) => workingMinutes(at, ends.get(at) ?? at, nationalWorkingTime));
    return { span, rate };
  });
  say(
    table(
      found.map(({ span, rate }) => ({
        'instants apart': span,
        'lookups/s': rate,
        'of one day apart': `${Math.round((rate / (found[0]?.rate ?? rate)) * 100)} %`,
      })),
    ),
  );
  say('\n### The calendar: last days\n');
  const last = (n: number) => perSecond(seconds, (at) => lastOfWorkingDays(at, n, nationalCalendar));
  const warns = perSecond(seconds, (at) =>
    warnDay(localDateOf(at), localDateOf(plusMs(at, 56 * DAY)), nationalCalendar),
  );
  say(
    table([
      { what: 'the last of 3 working days', 'per second': last(3) },
      { what: 'the last of 1,000 working days', 'per second': last(1000) },
      { what: 'the warn day of eight weeks', 'per second': warns },
    ]),
  );
}
