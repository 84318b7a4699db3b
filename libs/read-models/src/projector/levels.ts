import type { Position } from '#event-sourcing/position';
import { reached } from '#read-models/projector/checkpoints';
import { noticeBoard } from '#read-models/projector/notice-board';
import type { ReadDatabase } from '#read-models/read-database';
import type { ViewName } from '#read-models/view-name';

/** Lets readers wait until views show what they wait for. */
export interface Levels {
  /** Settles with true once all of these views have reached the position, with false when `signal` aborts first. */
  waitUntil(names: readonly ViewName[], position: Position, signal: AbortSignal): Promise<boolean>;
  /** Settles when some view may have moved on (also for nothing, now and then), or when `signal` aborts. For feeds. */
  moved(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How levels are watched: by notice, and by looking every `pollEveryMs` (default 250) while somebody waits. */
export interface LevelsOptions {
  readonly url: string;
  readonly db: ReadDatabase;
  readonly pollEveryMs?: number;
}

/** Watches how far the views of a database are. Connects when somebody first waits. */
export function watchLevels({ url, db, pollEveryMs = 250 }: LevelsOptions): Levels {
  const notices = noticeBoard(url, pollEveryMs);
  return {
    async waitUntil(names, position, signal) {
      while (!signal.aborted) {
        const looked = new AbortController();
        // Begun before looking, so that a move between the look and the waiting is not missed.
        const moved = notices.next(AbortSignal.any([signal, looked.signal]));
        try {
          if ((await reached(db, names)) >= position) return true;
          await moved;
        } finally {
          looked.abort();
        }
      }
      return false;
    },
    moved: (signal) => notices.next(signal),
    close: () => notices.close(),
  };
}
