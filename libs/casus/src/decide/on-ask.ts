import { allowedOf } from '#casus/allowed';
import type { Ask } from '#casus/ask';
import { askerOf, askState } from '#casus/asks';
import type { Casus } from '#casus/casus';
import type { Command, ToldBy } from '#casus/commands';
import type { CasusDecision, Decide, Refusal } from '#casus/decide/decide';
import { itselfOrTold, type Attempt } from '#casus/decide/who-may';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';

type OnAskCommand = 'answer-ask' | 'decline-ask' | 'withdraw-ask';

/** The partner asked answers; or the asker or the director records what it told. */
export const partnerAsked = (attempt: Attempt, ask: Ask, command: { toldBy?: ToldBy | undefined }): Refusal =>
  itselfOrTold(attempt, {
    itself: ask.to,
    other: askerOf(attempt.casus, ask),
    toldBy: command.toldBy,
    code: 'not-the-partner-asked',
  });

/** The frame of every command about an ask: it exists, the fields make sense, the actor may, it is open. */
export const onAsk =
  <N extends OnAskCommand>(
    who: (attempt: Attempt, ask: Ask, command: Command<N>) => Refusal,
    then: (command: Command<N>, ask: Ask, casus: Casus) => CasusDecision,
    input?: (command: Command<N>) => Refusal,
  ): Decide<N> =>
  (command: Command<N>, casus: Casus) => {
    const id: string = command.ask;
    const ask = casus.asks.get(id);
    if (!ask) return rejected('ask-unknown', { ask: id });
    const at = momentOf(command);
    const refused = input?.(command) ?? who({ casus, actor: command.actor, at }, ask, command);
    if (refused) return refused;
    const state = askState(casus, ask, at);
    if (state === 'open') return then(command, ask, casus);
    const step = casus.steps.get(ask.step);
    return rejected('ask-not-open', { ask: id, state, allowed: step ? allowedOf(casus, step, at) : [] });
  };
