import type { LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import { isOfTheRows } from '#read-models/projector/faults';
import { commit, take, takeSingly } from '#read-models/projector/take';
import type { Digest, OpenView } from '#read-models/projector/view';
import type { ReadDatabase } from '#read-models/read-database';

/** Pages for a view. */
export interface Taking {
  readonly db: ReadDatabase;
  readonly view: OpenView;
  /** Where the view stands. */
  readonly from: Position;
  /** The pages that follow, one after the other, until there are none or the signal aborts. */
  readonly pages: (stopped: AbortSignal) => AsyncIterable<LogPage>;
  /** Hears of every page that is written. */
  readonly taken?: (position: Position) => void;
}

/** A page on its way into the tables. */
interface Writing {
  readonly from: Position;
  readonly page: LogPage;
  readonly done: Promise<boolean>;
}

/**
 * Takes pages into a view: while one is written, the next is read and projected. Ends when there are no more, when
 * another projector was first, or when a page was written otherwise than at once: the checkpoint says how far it came.
 * Throws PoisonEvent once all before it is taken, LogUnreadable, and whatever the database throws.
 */
export async function takePages({ db, view, from, pages, taken = () => undefined }: Taking): Promise<void> {
  const stop = new AbortController();
  let writing: Writing | undefined;
  let position = from;

  function write(page: LogPage, digest: Digest): void {
    const done = commit(db, view, position, page.position, digest);
    writing = { from: position, page, done };
    done.then(
      (first) => {
        if (first) taken(page.position);
        else stop.abort();
      },
      () => {
        stop.abort();
      },
    );
  }

  /** Whether the page on its way is there, so that the next can follow. */
  async function settled(): Promise<boolean> {
    const last = writing;
    if (!last) return true;
    writing = undefined;
    try {
      return await last.done;
    } catch (error) {
      if (!isOfTheRows(error)) throw error;
      await takeSingly(db, view, last.from, last.page.events);
      return false;
    }
  }

  try {
    for await (const page of pages(stop.signal)) {
      const digest = await view.digest(page.events, false);
      if (!(await settled())) return;
      if (digest.count === page.events.length && !digest.poison) {
        write(page, digest);
      } else {
        if (!(await take(db, view, position, page, digest))) return;
        taken(page.position);
      }
      position = page.position;
    }
  } finally {
    // Also when reading failed: what is being written is not left behind.
    await settled();
  }
}
