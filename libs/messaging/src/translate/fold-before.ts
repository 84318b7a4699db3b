import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';

/** A stream folded up to and including its event at `revision`; -1 before the first. */
export interface FoldedTo<State> {
  readonly revision: number;
  readonly position: Position | undefined;
  readonly state: State;
}

const PAGE = 500;

/** Folds the events of a stream that lie before `position`, from what was folded already where that is no further. */
export async function foldBefore<State>(
  store: Pick<EventStore, 'readStream'>,
  stream: StreamName,
  position: Position,
  known: FoldedTo<State> | undefined,
  { initial, evolve }: { initial: State; evolve: (state: State, event: RecordedEvent) => State },
): Promise<FoldedTo<State>> {
  const usable = known && (known.position === undefined || known.position < position) ? known : undefined;
  let folded: FoldedTo<State> = usable ?? { revision: -1, position: undefined, state: initial };
  for (;;) {
    const page = await store.readStream(stream, { from: folded.revision + 1, limit: PAGE });
    for (const event of page) {
      if (event.position >= position) return folded;
      folded = { revision: event.revision, position: event.position, state: evolve(folded.state, event) };
    }
    if (page.length < PAGE) return folded;
  }
}
