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

/**
 * Who is on the move for a step: the first row that fits of the table in docs/explanation/domain.md, "On the move".
 * Nobody (undefined) where the step has ended, is scheduled without an open offer, or is blocked behind such a step.
 */
export function moveOf(casus: Casus, step: Step, at: Moment): Move | undefined {
  const move = (party: string, act: Act, about: string | null = null): Move => ({ party, act, step: step.id, about });
  const state = stepState(casus, step, at.at);
  if (state === 'done' || state === 'cancelled') return undefined;
  const offer = openOffer(casus, step, at);
  if (offer) {
    const question = openAskAboutOffer(casus, offer.id, at);
    return question ? move(offer.from, 'answer-ask', question.id) : move(offer.to, 'answer-offer', offer.id);
  }
  if (step.after.some((item) => afterItemState(casus, item) === 'dead')) return move(casus.director.partner, 'replan');
  if (state === 'blocked') return blockingMove(casus, step, at);
  if (state === 'scheduled') return undefined;
  const [question] = openAsksAboutStep(casus, step.id);
  if (question) return move(question.to, 'answer-ask', question.id);
  const takeover = [...casus.takeovers.values()].find((one) => one.step === step.id && one.life === 'open');
  if (takeover) return move(step.owner, 'answer-takeover', takeover.id);
  const waiting = waitingAt(step, at.at) ?? suspensionAt(step, at.at);
  if (waiting) return move(waiting.party, 'provide', 'since' in waiting ? waiting.since : waiting.from);
  if (state === 'reported' && step.confirmedBy !== undefined) return move(step.confirmedBy, 'confirm');
  if (needsRerouting(casus, step, at)) return move(step.owner, 'reroute');
  return step.waiting ? move(step.owner, 'chase', step.waiting.since) : move(step.owner, 'do');
}

/** The move of the blocking step: the first in the list that is not satisfied and has somebody on the move. */
function blockingMove(casus: Casus, step: Step, at: Moment): Move | undefined {
  for (const item of unsatisfied(casus, step)) {
    const blocking = casus.steps.get(item.step);
    const move = blocking && moveOf(casus, blocking, at);
    if (move) return move;
  }
  return undefined;
}

/** The last offer was declined, withdrawn or expired, or the step was returned, and the owner has done nothing with it since. */
function needsRerouting(casus: Casus, step: Step, at: Moment): boolean {
  const offer = step.lastOffer === undefined ? undefined : casus.handoffs.get(step.lastOffer);
  return step.rerouting || (offer !== undefined && handoffState(offer, at) === 'expired');
}
