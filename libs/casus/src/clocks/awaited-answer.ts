import type { LocalDate } from '#calendar/local-date';
import { lastOfWorkingDays } from '#calendar/working-days';
import { later, type Instant } from '#event-sourcing/instant';
import type { AnswerKind } from '#partners/norm';
import { calendarOf, normDays } from '#partners/partner';
import type { PartnerDirectory } from '#partners/partner-directory';
import { openOffers } from '#casus/allowed';
import { openAskAboutOffer, askState } from '#casus/asks';
import type { Casus } from '#casus/casus';
import type { Handoff } from '#casus/handoff';
import type { Moment } from '#casus/moment';

/** The partner directory as it was at an instant: a norm keeps what held when it started. */
export type PartnersAt = (at: Instant) => PartnerDirectory;

/** An offer, ask, takeover request or reported completion that waits for its answer. */
export interface AwaitedAnswer {
  readonly kind: AnswerKind;
  /** The reference of the offer, ask or request; of a completion its step. */
  readonly about: string;
  readonly step: string;
  readonly by: string;
  readonly toWhom: string;
  /** From when its norm runs. */
  readonly since: Instant;
  readonly answerBy?: LocalDate | undefined;
  /** The norm started anew when a question about the offer ended. */
  readonly restarted: boolean;
}

function awaitedOffer(casus: Casus, offer: Handoff, at: Moment): AwaitedAnswer[] {
  // While the sender is asked about it, the ask has a norm and the offer has none.
  if (openAskAboutOffer(casus, offer.id, at)) return [];
  let since = offer.offeredAt;
  for (const ask of casus.asks.values()) {
    if (ask.handoff === offer.id && ask.endedAt !== undefined) since = later(since, ask.endedAt);
  }
  const { id, step, from, to, answerBy } = offer;
  const restarted = since !== offer.offeredAt;
  return [{ kind: 'offer', about: id, step, by: to, toWhom: from, since, answerBy, restarted }];
}

/** Everything in a casus that waits for the answer of a partner, whatever the state of its step. */
export function awaitedAnswers(casus: Casus, at: Moment): AwaitedAnswer[] {
  const awaited = openOffers(casus, at).flatMap((offer) => awaitedOffer(casus, offer, at));
  for (const ask of casus.asks.values()) {
    if (askState(casus, ask, at) !== 'open') continue;
    const { id, step, to, from, askedAt, answerBy } = ask;
    awaited.push({ kind: 'ask', about: id, step, by: to, toWhom: from, since: askedAt, answerBy, restarted: false });
  }
  for (const { id, step, by, requestedAt, life } of casus.takeovers.values()) {
    const owner = casus.steps.get(step)?.owner;
    if (life !== 'open' || owner === undefined) continue;
    awaited.push({ kind: 'takeover', about: id, step, by: owner, toWhom: by, since: requestedAt, restarted: false });
  }
  for (const { id, life, confirmedBy, owner } of casus.steps.values()) {
    if (life.is !== 'reported' || confirmedBy === undefined) continue;
    const { at: since } = life;
    awaited.push({ kind: 'completion', about: id, step: id, by: confirmedBy, toWhom: owner, since, restarted: false });
  }
  return awaited;
}

/** The last day of the norm for an answer: `answerBy`, or so many working days of the one who must answer. */
export function normLastDay(answer: AwaitedAnswer, partnersAt: PartnersAt): LocalDate {
  const { kind, by, toWhom, since, answerBy, restarted } = answer;
  if (answerBy !== undefined && !restarted) return answerBy;
  const partner = partnersAt(since).get(by);
  const norm = lastOfWorkingDays(since, normDays(partner, kind, toWhom), calendarOf(partner));
  return answerBy !== undefined && answerBy > norm ? answerBy : norm;
}
