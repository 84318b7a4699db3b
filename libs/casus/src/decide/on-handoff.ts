import { allowedOf } from '#casus/allowed';
import type { Casus } from '#casus/casus';
import type { Command, ToldBy } from '#casus/commands';
import type { CasusDecision, Decide, Refusal } from '#casus/decide/decide';
import { isDirector, itselfOrTold, type Attempt } from '#casus/decide/who-may';
import { handoffState, isOpenOffer, type Handoff } from '#casus/handoff';
import { momentOf, type Moment } from '#casus/moment';
import { rejected } from '#casus/rejection';

type OnHandoffCommand = 'see-handoff' | 'accept-handoff' | 'decline-handoff' | 'withdraw-handoff';

/** What a decision about an offer looks at. */
export interface HandoffAttempt<N extends OnHandoffCommand> {
  readonly command: Command<N>;
  readonly casus: Casus;
  readonly handoff: Handoff;
  readonly at: Moment;
}

/** The offer is no longer open: how it ended, and what its step allows now. */
export function notOpen(casus: Casus, handoff: Handoff, at: Moment): Refusal {
  if (isOpenOffer(handoff, at)) return undefined;
  const state = handoffState(handoff, at);
  const step = casus.steps.get(handoff.step);
  const details = { handoff: handoff.id, state, allowed: step ? allowedOf(casus, step, at) : [] };
  return state === 'expired'
    ? rejected('handoff-expired', { ...details, expiresOn: handoff.expiresOn ?? null })
    : rejected('handoff-not-open', details);
}

/** The receiver answers; or the sender or director records what it told. */
export const receiver = (attempt: Attempt, handoff: Handoff, command: { toldBy?: ToldBy | undefined }): Refusal =>
  itselfOrTold(attempt, { itself: handoff.to, other: handoff.from, toldBy: command.toldBy, code: 'not-the-receiver' });

/** The sender, which still owns the step, or the director in its place. */
export const sender = (attempt: Attempt, handoff: Handoff): Refusal =>
  attempt.actor.partner === handoff.from || isDirector(attempt)
    ? undefined
    : rejected('not-the-owner-or-director', { owner: handoff.from });

/** The frame of every command about an offer: it exists, the fields make sense, the actor may, it is open. */
export const onHandoff =
  <N extends OnHandoffCommand>(
    who: (attempt: Attempt, handoff: Handoff, command: Command<N>) => Refusal,
    then: (attempt: HandoffAttempt<N>) => CasusDecision,
    input?: (command: Command<N>) => Refusal,
  ): Decide<N> =>
  (command: Command<N>, casus: Casus) => {
    const id: string = command.handoff;
    const handoff = casus.handoffs.get(id);
    if (!handoff) return rejected('handoff-unknown', { handoff: id });
    const at = momentOf(command);
    return (
      input?.(command) ??
      who({ casus, actor: command.actor, at }, handoff, command) ??
      notOpen(casus, handoff, at) ??
      then({ command, casus, handoff, at })
    );
  };
