import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { CasusDealing } from '#read-models/dealings/query';
import { bouncedOffers, placeOf } from '#read-models/figures/bounces';
import { isAnswered, type Offer } from '#read-models/figures/offer';
import { isWithin, type Period } from '#read-models/figures/period';
import { waitingRow, type Awaited, type WaitingRow } from '#read-models/figures/waiting-row';
import { answerTimes, type AnswerTimes, type Stretch } from '#read-models/ledger/answer-times';
import { timeOf } from '#read-models/ledger/time-sums';

/** Time of an offer that the ledger does not book to its receiver. */
export interface BookedElsewhere extends Stretch {
  readonly casus: string;
  readonly handoff: string;
}

/** What waiting is counted from, at a moment. */
export interface WaitingFacts {
  /** All offers of the steps of which one was offered in the period. */
  readonly offers: readonly Offer[];
  /** Of these offers, the time in which their sender was asked something, or their step was suspended. */
  readonly elsewhere: readonly BookedElsewhere[];
  /** The questions from the beginning of the period on. */
  readonly asks: readonly CasusDealing[];
  /** The returns from the beginning of the period on. */
  readonly returns: readonly CasusDealing[];
  /** Steps that went to and fro: `placeOf` and since when. */
  readonly pingpong: readonly { readonly place: string; readonly since: Instant }[];
}

/** Waiting per pair of partners, the most working time first, and over all pairs. */
export interface Waiting {
  readonly totals: readonly WaitingRow[];
  readonly pairs: readonly WaitingRow[];
}

const spellOf = ({ waiting }: AnswerTimes, answered: boolean) => ({ time: waiting, over: answered });

const nameOf = ({ casus, handoff }: { casus: string; handoff: string }): string => `${casus} ${handoff}`;

function offered(facts: WaitingFacts, period: Period, at: Instant, by: PartnersOverTime) {
  const { offers, elsewhere, returns, pingpong } = facts;
  const bounced = bouncedOffers(offers, returns);
  const toAndFro = Map.groupBy(pingpong, ({ place }) => place);
  const notOfReceiver = Map.groupBy(elsewhere, nameOf);
  return offers
    .filter(({ offeredAt }) => isWithin(period, offeredAt))
    .map((offer): Awaited => {
      const { casus, from, to, state, seenAt, reason, offeredAt } = offer;
      const times = answerTimes(offer, notOfReceiver.get(nameOf(offer)) ?? [], at, by);
      const place = placeOf(offer);
      const byResident = reason === 'resident-declined';
      const answered = isAnswered(offer);
      const wasRead = seenAt !== null;
      return {
        kind: 'handoff',
        casus,
        from,
        to,
        end: state === 'offered' || state === 'seen' ? 'open' : state,
        byResident,
        bounced: bounced.has(offer),
        wentToAndFro: toAndFro.get(place)?.some(({ since }) => since >= offeredAt) ? place : undefined,
        waiting: spellOf(times, answered),
        unread: wasRead || !answered ? { time: times.unread, over: wasRead } : undefined,
        undecided: wasRead ? { time: times.undecided, over: answered } : undefined,
      };
    });
}

function endOfAsk(life: CasusDealing['life']): Awaited['end'] {
  if (life === 'answered') return 'accepted';
  return life === 'declined' || life === 'withdrawn' || life === 'closed' ? life : 'open';
}

const asked = (asks: readonly CasusDealing[], period: Period, at: Instant, by: PartnersOverTime): Awaited[] =>
  asks
    .filter(({ beganAt }) => isWithin(period, beganAt))
    .map(({ casus, step, from, to, beganAt, endedAt, life, reason }) => {
      const stretch = { casus, step: step ?? '', owner: from, line: to, act: 'answer-ask' as const };
      const time = timeOf({ ...stretch, from: beganAt, to: endedAt ?? at }, by);
      const answered = life === 'answered' || life === 'declined';
      return {
        kind: 'ask',
        casus,
        from,
        to,
        end: endOfAsk(life),
        byResident: reason === 'resident-declined',
        bounced: false,
        wentToAndFro: undefined,
        waiting: { time, over: answered },
        unread: undefined,
        undecided: undefined,
      };
    });

const pairOf = ({ kind, from, to }: Awaited): string => `${kind}:${from}:${to}`;

const mostFirst = (a: WaitingRow, b: WaitingRow): number =>
  b.waiting.total.workingMinutes - a.waiting.total.workingMinutes || (a.cell < b.cell ? -1 : 1);

/** How long partners waited for each other in a period, seen from `at`. `partner`: with it on either side. */
export function waitingFigure(
  facts: WaitingFacts,
  period: Period,
  { at, partner }: { readonly at: Instant; readonly partner?: string | undefined },
  partners: PartnersOverTime,
): Waiting {
  const all = [...offered(facts, period, at, partners), ...asked(facts.asks, period, at, partners)].filter(
    ({ from, to }) => partner === undefined || from === partner || to === partner,
  );
  const totals = [...Map.groupBy(all, ({ kind }) => kind)].map(([kind, own]) =>
    waitingRow(`all:${kind}`, { kind, from: null, to: null }, own),
  );
  const pairs = [...Map.groupBy(all, pairOf)].flatMap(([cell, own]) => {
    const [first] = own;
    return first ? [waitingRow(cell, { kind: first.kind, from: first.from, to: first.to }, own)] : [];
  });
  return { totals: totals.sort((a, b) => (a.cell > b.cell ? -1 : 1)), pairs: pairs.sort(mostFirst) };
}
