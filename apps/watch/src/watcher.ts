import { look, type Post } from '#apps/watch/src/look';
import type { RecordedEvent } from '#event-sourcing/event';
import type { LogPage } from '#event-sourcing/event-store';
import { plusMs } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { checkpoints } from '#read-models/projector/checkpoints';
import type { ReadDatabase } from '#read-models/read-database';
import { changesNorms } from '#read-models/intervals/partner-revisions';
import { checkpointName } from '#read-models/view-name';

/** Where the watch says what it cannot help. A pino logger fits. */
export interface WatchLog {
  warn(fields: object, message: string): void;
}

export interface WatcherOptions extends Post {
  readonly db: ReadDatabase;
  readonly log: WatchLog;
}

/** The watch, round by round. */
export interface Watcher {
  /** Follows the log, live, until the signal aborts or another instance comes first; then it may be called again. */
  follow(signal: AbortSignal): Promise<void>;
  /** Looks at every casus that an event up to the end of the log concerns. */
  readOn(): Promise<void>;
  /** Looks at every casus in which something came due by the clock. */
  wake(): Promise<void>;
}

const CHECKPOINT = checkpointName('watch', 1);
const READS = { categories: ['casus', PARTNER_CATEGORY], limit: 200 };
const AT_ONCE = 50;
const A_MINUTE = 60_000;

export function watcher({ db, log, ...post }: WatcherOptions): Watcher {
  const { agenda, store, clock } = post;
  const checkpoint = checkpoints(db);

  /** One casus that cannot be looked at does not keep the others waiting: it is tried again in a minute. */
  async function tryToLook(casus: string): Promise<void> {
    try {
      await look(post, casus);
    } catch (error) {
      await agenda.postpone(casus, plusMs(clock.now(), A_MINUTE));
      log.warn({ casus, cause: error instanceof Error ? error.name : 'unknown' }, 'a casus could not be looked at');
    }
  }

  async function concerned(event: RecordedEvent): Promise<readonly string[]> {
    if (categoryOf(event.stream) !== PARTNER_CATEGORY) return [idOf(event.stream)];
    return changesNorms(event) ? agenda.casusOf(idOf(event.stream)) : [];
  }

  /** Looks at what a page concerns, then moves on; false when another instance was first. */
  async function take({ events, position }: LogPage, from: Position): Promise<boolean> {
    const looked = new Set<string>();
    const ofCasus = events.filter(({ stream }) => categoryOf(stream) !== PARTNER_CATEGORY);
    const ofPartners = events.filter(({ stream }) => categoryOf(stream) === PARTNER_CATEGORY);
    // What a partner sets is looked at last: the casus of this page that it concerns are on the agenda by then.
    for (const event of [...ofCasus, ...ofPartners]) {
      for (const casus of await concerned(event)) {
        if (looked.has(casus)) continue;
        looked.add(casus);
        await tryToLook(casus);
      }
    }
    return checkpoint.advance(CHECKPOINT, from, position);
  }

  return {
    async follow(signal) {
      let position = await checkpoint.load(CHECKPOINT);
      for await (const page of store.subscribe({ after: position, signal, ...READS })) {
        if (!(await take(page, position))) return;
        position = page.position;
      }
    },
    async readOn() {
      for (;;) {
        const from = await checkpoint.load(CHECKPOINT);
        const page = await store.readAll({ after: from, ...READS });
        if (page.position > from) await take(page, from);
        if (page.end) return;
      }
    },
    async wake() {
      for (;;) {
        const due = await agenda.due(clock.now(), AT_ONCE);
        if (due.length === 0) return;
        for (const casus of due) await tryToLook(casus);
      }
    },
  };
}
