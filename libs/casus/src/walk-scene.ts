import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { openOffer } from '#casus/allowed';
import { openAsksAboutStep } from '#casus/asks';
import type { Casus } from '#casus/casus';
import { awaitedAnswers, normLastDay, type PartnersAt } from '#casus/clocks/awaited-answer';
import { cannotAct, stepDays, type StepDays } from '#casus/clocks/step-clock';
import { stepsNamed, type Fact } from '#casus/fact';
import { moment } from '#casus/moment';
import { turnsIn, type Turn } from '#casus/move';
import { hasEnded, type Step } from '#casus/step';
import { stepState } from '#casus/step-state';
import type { Look, Memory } from '#casus/walk-look';
import { stirredSince } from '#casus/walk-stirred';

/** The first of the instants that lies after one. */
export function firstAfter(at: Instant, points: Iterable<Instant | undefined>): Instant | undefined {
  let first: Instant | undefined;
  for (const point of points) {
    if (point !== undefined && point > at && (first === undefined || point < first)) first = point;
  }
  return first;
}

/** The start of a stretch that goes on while its key stays the same; undefined where there is none. */
const stretch = <Key>(key: Key | undefined, before: Key | undefined, since: Instant | undefined, at: Instant) =>
  key === undefined ? undefined : key === before && since !== undefined ? since : at;

/** Whether a fact is an act of the step's owner on it, or of the director in its place. To name a cause is none. */
const isActOfOwner = (fact: Fact, step: Step): boolean =>
  fact.type !== 'StallCauseNamed' &&
  (fact.actor.partner === step.owner || fact.actor.onBehalfOf === step.owner) &&
  stepsNamed(fact).includes(step.id);

/** A term by a rule, an open offer, ask or takeover request: then nobody can say that nothing happens. */
const callsForAct = (casus: Casus, step: Step, at: Instant): boolean =>
  step.term !== undefined ||
  openOffer(casus, step, moment(at)) !== undefined ||
  openAsksAboutStep(casus, step.id).length > 0 ||
  [...casus.takeovers.values()].some((takeover) => takeover.step === step.id && takeover.life === 'open');

function turnOfItself(casus: Casus, step: Step, at: Instant): Instant | undefined {
  if (hasEnded(step)) return undefined;
  const { notBefore, waiting, suspensions } = step;
  const offer = openOffer(casus, step, moment(at));
  const turns = [notBefore?.startsAt, waiting?.endsAt, offer?.expiresAt];
  for (const { from, to } of suspensions) turns.push(from, to);
  return firstAfter(at, turns);
}

/** What a look at a step goes by. */
interface Sight {
  readonly casus: Casus;
  readonly at: Instant;
  readonly partnersAt: PartnersAt;
  readonly fact: Fact | undefined;
}

interface Able {
  readonly ableSince: Instant | undefined;
  readonly days: StepDays;
}

/** Whether the clocks of a step are what they were: the parts that it keeps when something else of it changes. */
const hasSameClocks = (a: Step, b: Step): boolean =>
  a.term === b.term && a.target === b.target && a.suspensions === b.suspensions && a.extensions === b.extensions;

function ableOf({ casus, at }: Sight, step: Step, past: Memory | undefined): Able {
  const able = !hasEnded(step) && !cannotAct(stepState(casus, step, at));
  const ableSince = stretch(able ? step.ownership : undefined, past?.step.ownership, past?.ableSince, at);
  // Of a step that has ended the days stay what they were.
  const stays = past && (hasEnded(step) || (past.ableSince === ableSince && hasSameClocks(past.step, step)));
  return { ableSince, days: stays ? past.days : stepDays(step, ableSince) };
}

function memoryOf(sight: Sight, step: Step, able: Able, turn: Turn, past: Memory | undefined): Memory {
  const { casus, at, partnersAt, fact } = sight;
  const state = stepState(casus, step, at);
  const { move, blockingStep } = turn;
  const own = move?.step === step.id ? move : undefined;
  const moveKey = own && `${own.act} ${own.party} ${own.about ?? ''} ${step.ownership}`;
  const isIdle = state === 'open' && own?.act !== 'reroute' && !callsForAct(casus, step, at);
  return {
    step,
    state,
    move,
    blockingStep,
    moveKey,
    moveSince: stretch(moveKey, past?.moveKey, past?.moveSince, at),
    ...able,
    idleSince: isIdle ? (past?.idleSince ?? at) : undefined,
    ownerActedAt: fact && isActOfOwner(fact, step) ? fact.occurredAt : past?.ownerActedAt,
    answers: awaitedAnswers(casus, step, moment(at)).map((answer) => ({
      answer,
      lastDay: normLastDay(answer, partnersAt),
    })),
    turnsAt: turnOfItself(casus, step, at),
  };
}

/** The first turn of any step; a walk asks for it often, so that it goes the shortest way. */
function firstTurn(steps: ReadonlyMap<string, Memory>): Instant | undefined {
  let first: Instant | undefined;
  for (const { turnsAt } of steps.values()) {
    if (turnsAt !== undefined && (first === undefined || turnsAt < first)) first = turnsAt;
  }
  return first;
}

function isQuiet(casus: Casus, steps: ReadonlyMap<string, Memory>): boolean {
  if (casus.life.is !== 'open') return false;
  for (const { move, state } of steps.values()) if (move || state === 'scheduled') return false;
  return true;
}

/**
 * Looks at a casus at an instant. `fact`: what happened at it; `before`: the look before this one, with the same
 * partners. Only at steps that may stand otherwise than they stood.
 */
export function lookAt(
  casus: Casus,
  at: Instant,
  partners: PartnersOverTime,
  before: Look | undefined,
  fact: Fact | undefined,
): Look {
  const partnersAt = (when: Instant) => partners.at(when);
  const sight: Sight = { casus, at, partnersAt, fact };
  const stirred = before ? stirredSince(before, casus, at, fact) : new Set(casus.steps.keys());
  if (before && stirred.size === 0) {
    const quietSince = isQuiet(casus, before.steps) ? (before.quietSince ?? at) : undefined;
    return { casus, at, partnersAt, steps: before.steps, stirred, turnsAt: before.turnsAt, quietSince };
  }
  const able = new Map<string, Able>();
  for (const step of casus.steps.values()) {
    if (stirred.has(step.id)) able.set(step.id, ableOf(sight, step, before?.steps.get(step.id)));
  }
  const lastDayOf = ({ id }: Step): LocalDate | null => (able.get(id) ?? before?.steps.get(id))?.days.lastDay ?? null;
  const turnOf = turnsIn(casus, moment(at), lastDayOf, (id) => (able.has(id) ? undefined : before?.steps.get(id)));
  const steps = new Map(before?.steps);
  for (const [id, found] of able) {
    const step = casus.steps.get(id);
    if (step) steps.set(id, memoryOf(sight, step, found, turnOf(step), before?.steps.get(id)));
  }
  const quietSince = isQuiet(casus, steps) ? (before?.quietSince ?? at) : undefined;
  return { casus, at, partnersAt, steps, stirred, turnsAt: firstTurn(steps), quietSince };
}
