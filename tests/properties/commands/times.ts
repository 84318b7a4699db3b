import { epochMs, instant, plusMs, type Instant } from '#event-sourcing/instant';
import { localDateOf, plusDays, startOfDay } from '#calendar/local-date';
import type { CommandName } from '#casus/commands';
import type { CasusHistory } from '#casus/history';
import type { Chance } from '#tests/properties/chance';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** When every random casus begins: some days before the clocks go back. */
export const FIRST_MOMENT = instant('2026-10-20T09:00:00+02:00');

/** The instants to come at which something in the casus changes by itself: what a command may fall just beside. */
function turns({ casus }: CasusHistory, after: Instant): Instant[] {
  const points = [...(casus?.steps.values() ?? [])].flatMap((step) => [
    step.notBefore?.startsAt,
    step.waiting?.endsAt,
    ...step.suspensions.flatMap(({ from, to }) => [from, to]),
  ]);
  points.push(...[...(casus?.handoffs.values() ?? [])].map(({ expiresAt }) => expiresAt));
  return points.filter((point) => point !== undefined).filter((point) => point > after);
}

/** When the next command is recorded: at `now` or later; now and then exactly at, or a hair beside, a turn. */
export function nextRecordedAt(chance: Chance, history: CasusHistory, now: Instant): Instant {
  const coming = turns(history, plusMs(now, 1));
  const kind = chance.weighed([
    ['same', 6],
    ['minutes', 40],
    ['hours', 26],
    ['days', 15],
    ['weeks', 2],
    ['turn', coming.length > 0 ? 11 : 0],
  ] as const);
  switch (kind) {
    case 'same':
      return now;
    case 'minutes':
      return plusMs(now, chance.between(1, 90) * MINUTE);
    case 'hours':
      return plusMs(now, chance.between(60, 600) * MINUTE);
    case 'days':
      return plusMs(now, chance.between(20, 100) * HOUR);
    case 'weeks':
      return plusMs(now, chance.between(5, 25) * DAY);
    case 'turn':
      return plusMs(chance.pick(coming), chance.pick([-1, 0, 0, 1, 30_000]));
  }
}

/** When it happened: mostly when it is recorded, often earlier, now and then at the very time of another fact, or wrong. */
export function occurredAtFor(
  chance: Chance,
  { facts }: CasusHistory,
  name: CommandName,
  recordedAt: Instant,
): Instant {
  const old = name === 'record-decision' ? 25 : 0.6;
  const kind = chance.weighed([
    ['now', 68],
    ['late', 9],
    ['days late', 8],
    ['midnight', 2.5],
    ['with another', facts.length > 0 ? 5 : 0],
    ['ahead', 3],
    ['too far ahead', 0.8],
    ['long ago', old],
    ['before the casus', facts.length > 0 ? 0.8 : 0],
  ] as const);
  switch (kind) {
    case 'now':
      return recordedAt;
    case 'late':
      return plusMs(recordedAt, -chance.between(1, 240) * MINUTE);
    case 'days late':
      return plusMs(recordedAt, -chance.between(5, 150) * HOUR);
    case 'midnight':
      return startOfDay(plusDays(localDateOf(recordedAt), -chance.between(0, 4)));
    case 'with another':
      return chance.pick(facts).occurredAt;
    case 'ahead':
      return plusMs(recordedAt, chance.between(1, 60_000));
    case 'too far ahead':
      return plusMs(recordedAt, 60_001 + chance.below(5 * DAY));
    case 'long ago':
      return plusMs(recordedAt, -91 * DAY - chance.below(300 * DAY));
    case 'before the casus':
      return plusMs(facts[0]?.occurredAt ?? recordedAt, -chance.between(1, 48) * HOUR);
  }
}

/** A moment between two, both included. */
export const momentBetween = (chance: Chance, from: Instant, to: Instant): Instant =>
  plusMs(from, chance.below(Math.max(0, epochMs(to) - epochMs(from)) + 1));
