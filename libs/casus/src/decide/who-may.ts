import type { Casus } from '#casus/casus';
import type { CommandActor, ToldBy } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import type { Moment } from '#casus/moment';
import { rejected, type RejectionCode } from '#casus/rejection';
import type { Step } from '#casus/step';
import { takesPart } from '#casus/taking-part';

/** Who acts, in which casus, when. */
export interface Attempt {
  readonly casus: Casus;
  readonly actor: CommandActor;
  readonly at: Moment;
}

export const isDirector = ({ casus, actor }: Attempt): boolean => actor.partner === casus.director.partner;

/** Any professional of the director's partner may act as director. */
export const director = (attempt: Attempt): Refusal =>
  isDirector(attempt) ? undefined : rejected('not-the-director', { director: attempt.casus.director.partner });

export const owner = ({ actor }: Attempt, step: Step): Refusal =>
  actor.partner === step.owner ? undefined : rejected('not-the-owner', { owner: step.owner });

export const ownerOrDirector = (attempt: Attempt, step: Step): Refusal =>
  attempt.actor.partner === step.owner || isDirector(attempt)
    ? undefined
    : rejected('not-the-owner-or-director', { owner: step.owner, director: attempt.casus.director.partner });

export const confirmer = ({ actor }: Attempt, step: Step): Refusal =>
  actor.partner === step.confirmedBy
    ? undefined
    : rejected('not-the-confirmer', { confirmedBy: step.confirmedBy ?? null });

export const participant = ({ casus, actor, at }: Attempt): Refusal =>
  takesPart(casus, actor.partner, at) ? undefined : rejected('not-taking-part', { partner: actor.partner });

/** The partner itself; or, as told by it, the other side or the director. */
export const itselfOrTold = (
  attempt: Attempt,
  { itself, other, toldBy, code }: { itself: string; other: string; toldBy: ToldBy | undefined; code: RejectionCode },
): Refusal => {
  const { partner } = attempt.actor;
  const may = toldBy ? partner === other || isDirector(attempt) : partner === itself;
  return may ? undefined : rejected(code, { partner: itself });
};

/** Recorded with what the director does in the place of the owner; the owner stays the owner, the sender, the asker. */
export const inPlaceOf = (actor: CommandActor, partner: string): { onBehalfOf?: string } =>
  actor.partner === partner ? {} : { onBehalfOf: partner };
