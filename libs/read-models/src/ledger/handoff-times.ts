import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { HandoffView } from '#read-models/handoffs/query';
import { answerTimes } from '#read-models/ledger/answer-times';
import type { OwnedStretch } from '#read-models/ledger/stretches';
import { NO_TIME, sumOf, type Time } from '#read-models/ledger/time-sums';

/** Where the time of an offer went. */
export interface HandoffTime {
  readonly handoff: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  /** Nobody had said that it was read. Working minutes of the receiver. */
  readonly unread: Time;
  /** Read, and not answered. Working minutes of the receiver. */
  readonly undecided: Time;
  /** Declined, withdrawn or expired, and the sender had not found another way. Working minutes of the sender. */
  readonly lying: Time;
}

const refusalOf = ({ declinedAt, withdrawnAt, expiredAt }: HandoffView): Instant | null =>
  declinedAt ?? withdrawnAt ?? expiredAt;

/** The time of each offer up to `at`. `offers` in the order in which they were made; `stretches` of their casus. */
export function handoffTimes(
  offers: readonly HandoffView[],
  stretches: readonly OwnedStretch[],
  at: Instant,
  partners: PartnersOverTime,
): readonly HandoffTime[] {
  return offers.map((offer, index): HandoffTime => {
    const { handoff, step, from, to } = offer;
    const refused = refusalOf(offer);
    const ofStep = stretches.filter((one) => one.step === step);
    const elsewhere = ofStep.filter(({ line }) => line !== to);
    const times = answerTimes({ ...offer, endedAt: offer.acceptedAt ?? refused }, elsewhere, at, partners);
    const next = offers.slice(index + 1).find((other) => other.step === step)?.offeredAt ?? at;
    const lying =
      refused === null ? [] : ofStep.filter((one) => one.act === 'reroute' && one.from >= refused && one.from < next);
    return {
      handoff,
      step,
      from,
      to,
      unread: times.unread,
      undecided: times.undecided,
      lying: lying.length === 0 ? NO_TIME : sumOf(lying, partners),
    };
  });
}
