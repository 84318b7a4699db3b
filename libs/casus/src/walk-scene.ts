import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { openOffer } from '#casus/allowed';
import { openAsksAboutStep } from '#casus/asks';
import type { Casus } from '#casus/casus';
import { awaitedAnswers, normLastDay } from '#casus/clocks/awaited-answer';
import { cannotAct, stepDays, type StepDays } from '#casus/clocks/step-clock';
import type { Fact } from '#casus/fact';
import { moment } from '#casus/moment';
import { turnsOf } from '#casus/move';
import type { Scene, StepScene } from '#casus/stalls/scene';
import { hasEnded, type Step } from '#casus/step';
import { stepState } from '#casus/step-state';

/** What an earlier look at a step leaves to a later one: since when what holds has held. */
interface Memory extends StepScene {
  readonly moveKey: string | undefined;
}

/** A look at a casus: its scene, with what it leaves to the next. */
export interface Look extends Scene {
  readonly memory: ReadonlyMap<string, Memory>;
}

/** The start of a stretch that goes on while its key stays the same; undefined where there is none. */
const stretch = <Key>(key: Key | undefined, before: Key | undefined, since: Instant | undefined, at: Instant) =>
  key === undefined ? undefined : key === before && since !== undefined ? since : at;

/** The steps that a fact is about, by name. */
function stepsNamed({ data }: Fact): readonly string[] {
  if ('steps' in data) return data.steps;
  return 'step' in data && data.step !== undefined ? [data.step] : [];
}

/** Whether a fact is an act of the step's owner on it, or of the director in its place. To name a cause is none. */
const isActOfOwner = (fact: Fact, step: Step): boolean =>
  fact.type !== 'StallCauseNamed' &&
  (fact.actor.partner === step.owner || fact.actor.onBehalfOf === step.owner) &&
  stepsNamed(fact).includes(step.id);

/** Looks at a casus at an instant. `fact`: what happened at it; `before`: the look before this one. */
export function lookAt(
  casus: Casus,
  at: Instant,
  partners: PartnersOverTime,
  before: Look | undefined,
  fact: Fact | undefined,
): Look {
  const days = new Map<string, StepDays>();
  const ableSince = new Map<string, Instant | undefined>();
  for (const step of casus.steps.values()) {
    const past = before?.memory.get(step.id);
    const able = !hasEnded(step) && !cannotAct(stepState(casus, step, at));
    const since = stretch(able ? step.ownership : undefined, past?.step.ownership, past?.ableSince, at);
    ableSince.set(step.id, since);
    // Of a step that has ended the days stay what they were.
    const ended = hasEnded(step) ? before?.days.get(step.id) : undefined;
    days.set(step.id, ended ?? stepDays(step, since));
  }
  const lastDayOf = ({ id }: Step): LocalDate | null => days.get(id)?.lastDay ?? null;
  const turns = turnsOf(casus, moment(at), lastDayOf);
  const memory = new Map<string, Memory>();
  let quiet = casus.life.is === 'open';
  for (const step of casus.steps.values()) {
    const past = before?.memory.get(step.id);
    const { move, blockingStep } = turns.get(step.id) ?? { move: undefined, blockingStep: undefined };
    const state = stepState(casus, step, at);
    const own = move?.step === step.id ? move : undefined;
    const moveKey = own && `${own.act} ${own.party} ${own.about ?? ''} ${step.ownership}`;
    const isIdle = state === 'open' && own?.act !== 'reroute' && !callsForAct(casus, step, at);
    if (move || state === 'scheduled') quiet = false;
    memory.set(step.id, {
      step,
      state,
      move,
      blockingStep,
      moveKey,
      moveSince: stretch(moveKey, past?.moveKey, past?.moveSince, at),
      ableSince: ableSince.get(step.id),
      idleSince: isIdle ? (past?.idleSince ?? at) : undefined,
      ownerActedAt: fact && isActOfOwner(fact, step) ? fact.occurredAt : past?.ownerActedAt,
    });
  }
  const quietSince = quiet ? (before?.quietSince ?? at) : undefined;
  const partnersAt = (when: Instant) => partners.at(when);
  const answers = awaitedAnswers(casus, moment(at)).map((answer) => ({
    answer,
    lastDay: normLastDay(answer, partnersAt),
  }));
  return { casus, at, partnersAt, steps: memory, memory, days, answers, quietSince };
}

/** A term by a rule, an open offer, ask or takeover request: then nobody can say that nothing happens. */
const callsForAct = (casus: Casus, step: Step, at: Instant): boolean =>
  step.term !== undefined ||
  openOffer(casus, step, moment(at)) !== undefined ||
  openAsksAboutStep(casus, step.id).length > 0 ||
  [...casus.takeovers.values()].some((takeover) => takeover.step === step.id && takeover.life === 'open');
