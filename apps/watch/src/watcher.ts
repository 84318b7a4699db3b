import { UnreadableEvent } from '#apps/watch/src/faults';
import { look, type Post } from '#apps/watch/src/look';
import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { LogPage } from '#event-sourcing/event-store';
import { plusMs } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { WATCH_CATEGORY } from '#casus/watch/watch-fact';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { whatFailed } from '#platform/what-failed';
import { changesNorms } from '#read-models/intervals/partner-revisions';
import { checkpointName } from '#read-models/view-name';
import type { Agenda } from '#read-models/watch/agenda';

/** Where the watch says what it cannot help. A pino logger fits. */
export interface WatchLog {
  error(fields: object, message: string): void;
  warn(fields: object, message: string): void;
}

export interface WatcherOptions extends Post {
  readonly agenda: Agenda;
  readonly checkpoints: Checkpoints;
  readonly log: WatchLog;
}

/** A casus that could not be looked at when that was last tried, and why not: never with what it holds. */
export interface Unwatched {
  readonly casus: string;
  readonly why: string;
}

/** The watch, round by round. */
export interface Watcher {
  /**
   * Follows the log, live, until the signal aborts or another instance comes first; then it may be called again.
   * `underWay` is called when it begins and after every page.
   */
  follow(signal: AbortSignal, underWay?: () => void): Promise<void>;
  /** Looks at every casus that an event up to the end of the log concerns, or has `wake` do so where they are many. */
  readOn(): Promise<void>;
  /** Looks at every casus in which something came due by the clock. */
  wake(): Promise<void>;
  unwatched(): readonly Unwatched[];
}

const CHECKPOINT = checkpointName('watch', 1);
// What is written is looked at too: whoever wrote it may have known less than one that had looked before.
const READS = { categories: ['casus', WATCH_CATEGORY, PARTNER_CATEGORY], limit: 200 };
const A_PAGE = 50;
/** At midnight most of what comes due does: while one look waits for the log, others go on. */
const AT_ONCE = 8;
/** A partner that concerns more casus than this has them put on the agenda: a page of the log is not held for them. */
const FEW = 50;
const A_MINUTE = 60_000;

export function watcher({ checkpoints, log, ...post }: WatcherOptions): Watcher {
  const { agenda, store, clock } = post;
  const unwatched = new Map<string, Unwatched>();

  function tell(casus: string, error: unknown): void {
    const known = unwatched.get(casus)?.why;
    const why = error instanceof UnreadableEvent ? error.message : whatFailed(error).name;
    unwatched.set(casus, { casus, why });
    if (!(error instanceof UnreadableEvent)) {
      log.warn({ casus, cause: whatFailed(error) }, 'a casus could not be looked at');
    } else if (known !== why) {
      // It is tried every minute, and said once.
      const { type, stream, revision } = error;
      log.error({ casus, type, stream, revision, cause: whatFailed(error.cause) }, 'a casus is not watched');
    }
  }

  const looking = new Map<string, Promise<void>>();

  /** After whoever looks at this casus already: that one may have read less than it must know by now. */
  function lookInTurn(casus: string): Promise<void> {
    const turn = (looking.get(casus) ?? Promise.resolve()).catch(() => undefined).then(() => tryToLook(casus));
    looking.set(casus, turn);
    return turn.finally(() => {
      if (looking.get(casus) === turn) looking.delete(casus);
    });
  }

  /** Looks at some at once; when all have come to their ends, throws what the first of them failed with. */
  async function lookAtEach(several: readonly string[]): Promise<void> {
    const left = several.values();
    const works = Array.from({ length: AT_ONCE }, async () => {
      for (const casus of left) await lookInTurn(casus);
    });
    for (const done of await Promise.allSettled(works)) if (done.status === 'rejected') throw done.reason;
  }

  /** One casus that cannot be looked at does not keep the others waiting: it is tried again in a minute. */
  async function tryToLook(casus: string): Promise<void> {
    try {
      await look(post, casus);
      unwatched.delete(casus);
    } catch (error) {
      await agenda.postpone(casus, plusMs(clock.now(), A_MINUTE));
      tell(casus, error);
    }
  }

  /** Looks at those that nobody has looked at with all that lies up to these positions. */
  async function lookAtAll(concerned: ReadonlyMap<string, Position>): Promise<void> {
    await lookAtEach(await agenda.behind(concerned));
  }

  /** Looks at what a page concerns, then moves on; false when another instance was first. */
  async function take({ events, position }: LogPage, from: Position): Promise<boolean> {
    const ofCasus = events.filter(({ stream }) => categoryOf(stream) !== PARTNER_CATEGORY);
    await lookAtAll(new Map(ofCasus.map((event) => [idOf(event.stream), event.position])));
    // What a partner sets is looked at last: the casus of this page that it concerns are on the agenda by then.
    for (const event of events.filter(changesNorms)) {
      const concerned = await agenda.casusOf(idOf(event.stream));
      if (concerned.length > FEW) await agenda.summon(concerned, event.position, clock.now());
      else await lookAtAll(new Map(concerned.map((casus) => [casus, event.position])));
    }
    return checkpoints.advance(CHECKPOINT, from, position);
  }

  return {
    async follow(signal, underWay) {
      let position = await checkpoints.load(CHECKPOINT);
      underWay?.();
      for await (const page of store.subscribe({ after: position, signal, ...READS })) {
        if (!(await take(page, position))) return;
        position = page.position;
        underWay?.();
      }
    },
    async readOn() {
      for (;;) {
        const from = await checkpoints.load(CHECKPOINT);
        const page = await store.readAll({ after: from, ...READS });
        if (page.position > from) await take(page, from);
        if (page.end) return;
      }
    },
    async wake() {
      for (;;) {
        const due = await agenda.due(clock.now(), A_PAGE);
        if (due.length === 0) return;
        await lookAtEach(due);
      }
    },
    unwatched: () => [...unwatched.values()],
  };
}
