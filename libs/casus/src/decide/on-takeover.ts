import type { Casus, Takeover } from '#casus/casus';
import type { Command } from '#casus/commands';
import type { CasusDecision, Decide, Refusal } from '#casus/decide/decide';
import { ownerOrDirector, type Attempt } from '#casus/decide/who-may';
import { momentOf, type Moment } from '#casus/moment';
import { rejected } from '#casus/rejection';
import type { Step } from '#casus/step';

type OnTakeoverCommand = 'grant-takeover' | 'refuse-takeover' | 'withdraw-takeover';

/** What a decision about a takeover request looks at. */
export interface TakeoverAttempt<N extends OnTakeoverCommand> {
  readonly command: Command<N>;
  readonly casus: Casus;
  readonly takeover: Takeover;
  readonly step: Step;
  readonly at: Moment;
}

/** The owner of the step answers a request, or the director in its place. */
export const answerer = (attempt: Attempt, _takeover: Takeover, step: Step): Refusal => ownerOrDirector(attempt, step);

/** The frame of every command about a takeover request: it exists, the actor may, it is open. */
export const onTakeover =
  <N extends OnTakeoverCommand>(
    who: (attempt: Attempt, takeover: Takeover, step: Step) => Refusal,
    then: (attempt: TakeoverAttempt<N>) => CasusDecision,
  ): Decide<N> =>
  (command: Command<N>, casus: Casus) => {
    const id: string = command.takeover;
    const takeover = casus.takeovers.get(id);
    const step = takeover && casus.steps.get(takeover.step);
    if (!takeover || !step) return rejected('takeover-unknown', { takeover: id });
    const at = momentOf(command);
    const refused = who({ casus, actor: command.actor, at }, takeover, step);
    if (refused) return refused;
    if (takeover.life !== 'open')
      return rejected('takeover-not-open', { takeover: id, state: takeover.life, allowed: [] });
    return then({ command, casus, takeover, step, at });
  };
