import type { Casus } from '#casus/casus';
import type { Command } from '#casus/commands';
import { refusal, type StepCommand } from '#casus/allowed';
import type { CasusDecision, Decide, Refusal } from '#casus/decide/decide';
import type { Background } from '#casus/decide/surroundings';
import type { Attempt } from '#casus/decide/who-may';
import { momentOf, type Moment } from '#casus/moment';
import { rejected } from '#casus/rejection';
import type { Step } from '#casus/step';

/** Commands that name an existing step in `step`. */
type OnStepCommand = Exclude<StepCommand, 'ask' | 'grant-takeover'>;

/** What a decision about a step looks at. */
export interface StepAttempt<N extends OnStepCommand> {
  readonly command: Command<N>;
  readonly casus: Casus;
  readonly known: Casus;
  readonly step: Step;
  readonly at: Moment;
  readonly background: Background;
}

/**
 * The frame of every command about a step, in the order in which refusals are looked for: the step exists, the fields
 * make sense (`input`), the actor may (`who`), the state allows it. What is left is `then`.
 */
export const onStep =
  <N extends OnStepCommand>(
    name: N,
    who: (attempt: Attempt, step: Step) => Refusal,
    then: (attempt: StepAttempt<N>) => CasusDecision,
    input?: (attempt: StepAttempt<N>) => Refusal,
  ): Decide<N> =>
  (command: Command<N>, casus: Casus, known: Casus, background: Background) => {
    const id: string = command.step;
    const step = casus.steps.get(id);
    if (!step) return rejected('step-unknown', { step: id });
    const at = momentOf(command);
    const attempt = { command, casus, known, step, at, background };
    return (
      input?.(attempt) ??
      who({ casus, actor: command.actor, at }, step) ??
      refusal(casus, step, name, at) ??
      then(attempt)
    );
  };
