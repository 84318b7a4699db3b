import { later, type Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { NO_TIME, timeOf, type Time } from '#read-models/ledger/time-sums';

/** A stretch of time. */
export interface Stretch {
  readonly from: Instant;
  readonly to: Instant;
}

/** An offer as it stood at a moment, as far as its time goes. */
export interface Offered {
  readonly casus: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly offeredAt: Instant;
  readonly seenAt: Instant | null;
  /** When it was accepted, declined, withdrawn, or expired. */
  readonly endedAt: Instant | null;
}

/** Where the time of the receiver of an offer went, up to its answer or end. Working minutes of the receiver. */
export interface AnswerTimes {
  readonly waiting: Time;
  /** Nobody had said that it was read. */
  readonly unread: Time;
  /** Read, and not answered. */
  readonly undecided: Time;
}

/** A stretch without those that are left out, which are in the order of time. */
function without({ from, to }: Stretch, leftOut: readonly Stretch[]): Stretch[] {
  const rest: Stretch[] = [];
  let start = from;
  for (const out of leftOut) {
    if (out.to <= start || out.from >= to) continue;
    if (start < out.from) rest.push({ from: start, to: out.from });
    start = later(start, out.to);
  }
  if (start < to) rest.push({ from: start, to });
  return rest;
}

const plus = (a: Time, b: Time): Time => ({
  minutes: a.minutes + b.minutes,
  workingMinutes: a.workingMinutes + b.workingMinutes,
});

/**
 * The time of an offer up to `at`, as the ledger books it: to its receiver. `elsewhere`: the time of its step that is
 * booked on another line, for the sender was asked something about the offer, or the step was suspended.
 */
export function answerTimes(
  { casus, step, from, to, offeredAt, seenAt, endedAt }: Offered,
  elsewhere: readonly Stretch[],
  at: Instant,
  partners: PartnersOverTime,
): AnswerTimes {
  const end = endedAt ?? at;
  const read = seenAt === null || seenAt > end ? end : seenAt;
  const inOrder = [...elsewhere].sort((a, b) => (a.from < b.from ? -1 : 1));
  const of = (stretch: Stretch): Time =>
    without(stretch, inOrder)
      .map((part) => timeOf({ casus, step, owner: from, line: to, act: 'answer-offer', ...part }, partners))
      .reduce(plus, NO_TIME);
  const unread = of({ from: offeredAt, to: read });
  const undecided = of({ from: read, to: end });
  return { waiting: plus(unread, undecided), unread, undecided };
}
