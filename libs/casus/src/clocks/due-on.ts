import type { LocalDate } from '#calendar/local-date';
import { lastOfWorkingDays } from '#calendar/working-days';
import { later, type Instant } from '#event-sourcing/instant';
import { calendarOf } from '#partners/partner';
import type { Move } from '#casus/move';
import type { Scene, StepScene } from '#casus/stalls/scene';
import { suspensionAt, waitingAt } from '#casus/step';

const TO_REROUTE = 3;

/** The last of the three working days in which an owner finds another way, in its own calendar. */
export const reroutingLastDay = ({ partnersAt }: Scene, { step }: StepScene, since: Instant): LocalDate =>
  lastOfWorkingDays(since, TO_REROUTE, calendarOf(partnersAt(since).get(step.owner)));

/** The last day of the rhythm of an idle step, in the calendar of its owner; undefined when it is not idle. */
export function rhythmLastDay({ partnersAt }: Scene, { step, idleSince, ownerActedAt }: StepScene) {
  if (idleSince === undefined) return undefined;
  const start = later(later(idleSince, ownerActedAt ?? step.acquired.at), step.acquired.at);
  return lastOfWorkingDays(start, step.rhythm, calendarOf(partnersAt(start).get(step.owner)));
}

function answerDueOn({ answers }: StepScene, { act, about }: Move): LocalDate | null {
  const due = answers.find(({ answer }) => (act === 'confirm' ? answer.kind === 'completion' : answer.about === about));
  return due?.lastDay ?? null;
}

/** The last day on which the party on the move acts within its norm; null without a norm, or without anybody on the move. */
export function dueOn(whole: Scene, move: Move | undefined): LocalDate | null {
  const scene = move && whole.steps.get(move.step);
  if (!scene) return null;
  const { step, moveSince } = scene;
  switch (move.act) {
    case 'answer-ask':
    case 'answer-offer':
    case 'answer-takeover':
    case 'confirm':
      return answerDueOn(scene, move);
    case 'provide':
      return waitingAt(step, whole.at)?.until ?? suspensionAt(step, whole.at)?.until ?? null;
    case 'reroute':
      return moveSince === undefined ? null : reroutingLastDay(whole, scene, moveSince);
    case 'do':
    case 'chase':
      return scene.days.lastDay ?? rhythmLastDay(whole, scene) ?? null;
    case 'replan':
      return null;
  }
}
