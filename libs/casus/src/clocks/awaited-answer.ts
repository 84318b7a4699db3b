import type { LocalDate } from '#calendar/local-date';
import { lastOfWorkingDays } from '#calendar/working-days';
import { later, type Instant } from '#event-sourcing/instant';
import type { AnswerKind } from '#partners/norm';
import { calendarOf, normDays } from '#partners/partner';
import type { PartnerDirectory } from '#partners/partner-directory';
import { openOffer } from '#casus/allowed';
import { openAskAboutOffer, askState } from '#casus/asks';
import type { Casus } from '#casus/casus';
import type { Handoff } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import type { Step } from '#casus/step';

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

/** Everything about a step that waits for the answer of a partner, whatever the state of the step. */
export function awaitedAnswers(casus: Casus, step: Step, at: Moment): AwaitedAnswer[] {
  const { life, confirmedBy, owner } = step;
  const offer = openOffer(casus, step, at);
  const awaited = offer ? awaitedOffer(casus, offer, at) : [];
  for (const ask of casus.asks.values()) {
    if (ask.step !== step.id || askState(casus, ask, at) !== 'open') continue;
    const { id, to, from, askedAt, answerBy } = ask;
    const asked = { kind: 'ask', about: id, step: step.id, by: to, toWhom: from, since: askedAt } as const;
    awaited.push({ ...asked, answerBy, restarted: false });
  }
  for (const takeover of casus.takeovers.values()) {
    if (takeover.step !== step.id || takeover.life !== 'open') continue;
    const { id, by, requestedAt: since } = takeover;
    awaited.push({ kind: 'takeover', about: id, step: step.id, by: owner, toWhom: by, since, restarted: false });
  }
  if (life.is === 'reported' && confirmedBy !== undefined) {
    const completion = { kind: 'completion', about: step.id, step: step.id, by: confirmedBy, toWhom: owner } as const;
    awaited.push({ ...completion, since: life.at, restarted: false });
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
