import type { RecordedEvent } from '#event-sourcing/event';
import { handleSearchCommand, type SearchCommandDeps } from '#commands/handle-search-command';
import type { OrderActor } from '#commands/command-order';
import type { Clock } from '#platform/clock';
import type { CasusAnswer } from '#apps/allocation/src/errands/answers-to';

/** Records that the casus refused what followed from an event, with its code; once. Rejects when that cannot be recorded now. */
export type NoteRefusal = (
  event: Pick<RecordedEvent, 'id' | 'type'>,
  answer: CasusAnswer,
  code: string,
) => Promise<void>;

/** Records refusals in the search of their casus, as the service itself. */
export const notingRefusals =
  (deps: SearchCommandDeps, actor: OrderActor, clock: Clock): NoteRefusal =>
  async ({ id, type }, { casus, command, about }, code) => {
    const fields = { event: id, because: type, command, about, code };
    const order = { do: 'note-refusal', casus, address: {}, fields, actor, now: clock.now() } as const;
    const handled = await handleSearchCommand(deps, order);
    if (handled.result === 'done' || handled.code === 'refusal-noted') return;
    throw new Error(`the refusal of ${command} cannot be recorded: ${handled.code}`);
  };
