import type { LocalDate } from '#calendar/local-date';
import { openOffer } from '#casus/allowed';
import { openAskAboutOffer, openAsksAboutStep } from '#casus/asks';
import type { Casus } from '#casus/casus';
import { handoffState } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import { suspensionAt, waitingAt, type Step } from '#casus/step';
import { afterItemState, stepState, unsatisfied } from '#casus/step-state';

/** What the party on the move has to do. */
export type Act =
  'answer-ask' | 'answer-offer' | 'replan' | 'answer-takeover' | 'provide' | 'confirm' | 'reroute' | 'chase' | 'do';

/** A move (aan zet): who must act now, on which step, what, and about which offer, ask, request or waiting if any. */
export interface Move {
  /** `<partner>`, `resident`, `external:<name>` or `supply:<name>`. */
  readonly party: string;
  readonly act: Act;
  /** The step that the act is on: the step itself, or the one at the root of what blocks it. */
  readonly step: string;
  readonly about: string | null;
}

/** The last day of a step that counts at the moment; null where it has none. */
export type LastDayOf = (step: Step) => LocalDate | null;

/** A step's move; of a blocked step also the step that blocks it. */
export interface Turn {
  readonly move: Move | undefined;
  readonly blockingStep: string | undefined;
}

/** Who is on the move for the steps of a casus. `before`: the turn of a step, by id, that is as it was. */
export function turnsIn(
  casus: Casus,
  at: Moment,
  lastDayOf: LastDayOf,
  before: (step: string) => Turn | undefined = () => undefined,
): (step: Step) => Turn {
  const turns = new Map<string, Turn>();
  const turnOfStep = (step: Step): Turn => {
    const known = before(step.id) ?? turns.get(step.id);
    if (known) return known;
    const turn = turnOf(casus, step, at, lastDayOf, turnOfStep);
    turns.set(step.id, turn);
    return turn;
  };
  return turnOfStep;
}

/**
 * Who is on the move for a step: the first row that fits of the table in docs/explanation/domain.md, "On the move".
 * Nobody (undefined) where the step has ended, is scheduled without an open offer, or is blocked behind such a step.
 */
export const moveOf = (casus: Casus, step: Step, at: Moment, lastDayOf: LastDayOf = () => null): Move | undefined =>
  turnsIn(casus, at, lastDayOf)(step).move;

function turnOf(casus: Casus, step: Step, at: Moment, lastDayOf: LastDayOf, turnOfStep: (step: Step) => Turn): Turn {
  const own = (party: string, act: Act, about: string | null = null): Turn => ({
    move: { party, act, step: step.id, about },
    blockingStep: undefined,
  });
  const state = stepState(casus, step, at.at);
  if (state === 'done' || state === 'cancelled') return NOBODY;
  const blocking = state === 'blocked' ? blockingStep(casus, step, lastDayOf, turnOfStep) : undefined;
  const offer = openOffer(casus, step, at);
  if (offer) {
    const question = openAskAboutOffer(casus, offer.id, at);
    const turn = question ? own(offer.from, 'answer-ask', question.id) : own(offer.to, 'answer-offer', offer.id);
    return { ...turn, blockingStep: blocking?.id };
  }
  if (step.after.some((item) => afterItemState(casus, item) === 'dead')) {
    return { ...own(casus.director.partner, 'replan'), blockingStep: blocking?.id };
  }
  if (state === 'blocked') return { move: blocking && turnOfStep(blocking).move, blockingStep: blocking?.id };
  if (state === 'scheduled') return NOBODY;
  const [question] = openAsksAboutStep(casus, step.id);
  if (question) return own(question.to, 'answer-ask', question.id);
  const takeover = [...casus.takeovers.values()].find((one) => one.step === step.id && one.life === 'open');
  if (takeover) return own(step.owner, 'answer-takeover', takeover.id);
  const waiting = waitingAt(step, at.at);
  if (waiting) return own(waiting.party, 'provide', waiting.since);
  // Another thing than a waiting that began at the same instant.
  const suspension = suspensionAt(step, at.at);
  if (suspension) return own(suspension.party, 'provide', `suspension ${suspension.from}`);
  if (state === 'reported' && step.confirmedBy !== undefined) return own(step.confirmedBy, 'confirm');
  if (needsRerouting(casus, step, at)) return own(step.owner, 'reroute');
  return step.waiting ? own(step.owner, 'chase', step.waiting.since) : own(step.owner, 'do');
}

const NOBODY: Turn = { move: undefined, blockingStep: undefined };

/**
 * The blocking step: of the steps not satisfied for which somebody is on the move, the one with the latest last day;
 * without last days, or with equal ones, the first in the list.
 */
function blockingStep(
  casus: Casus,
  step: Step,
  lastDayOf: LastDayOf,
  turnOfStep: (step: Step) => Turn,
): Step | undefined {
  let chosen: { readonly step: Step; readonly lastDay: LocalDate | null } | undefined;
  for (const item of unsatisfied(casus, step)) {
    const candidate = casus.steps.get(item.step);
    if (!candidate || !turnOfStep(candidate).move) continue;
    const lastDay = lastDayOf(candidate);
    if (!chosen || (lastDay !== null && (chosen.lastDay === null || lastDay > chosen.lastDay))) {
      chosen = { step: candidate, lastDay };
    }
  }
  return chosen?.step;
}

/** The last offer was declined, withdrawn or expired, or the step was returned, and the owner has done nothing with it since. */
function needsRerouting(casus: Casus, step: Step, at: Moment): boolean {
  const offer = step.lastOffer === undefined ? undefined : casus.handoffs.get(step.lastOffer);
  if (step.rerouting || offer?.expiresAt === undefined) return step.rerouting;
  const takenUpSince = step.takenUpAt !== undefined && step.takenUpAt >= offer.expiresAt;
  return handoffState(offer, at) === 'expired' && !takenUpSince;
}
