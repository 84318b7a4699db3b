import type { Casus, CasusPromise } from '#casus/casus';
import type { Command, ToldBy } from '#casus/commands';
import type { CasusDecision, Decide, Refusal } from '#casus/decide/decide';
import { itselfOrTold, type Attempt } from '#casus/decide/who-may';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

type OnPromiseCommand = 'confirm-promise' | 'keep-promise' | 'renegotiate-promise' | 'release-promise';

/** The promiser; or, as told by it, the receiver or the director. */
export const promiser = (attempt: Attempt, promise: CasusPromise, command: { toldBy?: ToldBy | undefined }): Refusal =>
  itselfOrTold(attempt, {
    itself: promise.promisedBy,
    other: promise.to,
    toldBy: command.toldBy,
    code: 'not-the-promiser',
  });

/** The frame of every command about a promise: it exists, the fields make sense, the actor may, it is open. */
export const onPromise =
  <N extends OnPromiseCommand>(
    who: (attempt: Attempt, promise: CasusPromise, command: Command<N>) => Refusal,
    then: (command: Command<N>, promise: CasusPromise) => CasusDecision,
    input?: (command: Command<N>) => Refusal,
  ): Decide<N> =>
  (command: Command<N>, casus: Casus) => {
    const id: string = command.promise;
    const promise = casus.promises.get(id);
    if (!promise) return rejected('promise-unknown', { promise: id });
    const refused = input?.(command) ?? who({ casus, actor: command.actor, at: momentOf(command) }, promise, command);
    if (refused) return refused;
    return promise.life === 'open'
      ? then(command, promise)
      : rejected('promise-not-open', { promise: id, state: promise.life, allowed: [] });
  };
