import type { FoldedStream, StateCache } from '#event-sourcing/execute';
import type { StreamName } from '#event-sourcing/stream-name';

/** The states of the streams that were used last, at most `most` of them. */
export function foldedStates<State>(most: number): StateCache<State> {
  const kept = new Map<StreamName, FoldedStream<State>>();
  return {
    get(stream) {
      const folded = kept.get(stream);
      if (folded) {
        kept.delete(stream);
        kept.set(stream, folded);
      }
      return folded;
    },
    set(stream, folded) {
      kept.delete(stream);
      kept.set(stream, folded);
      for (const [oldest] of kept) {
        if (kept.size <= most) break;
        kept.delete(oldest);
      }
    },
  };
}
