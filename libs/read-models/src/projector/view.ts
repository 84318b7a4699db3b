import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore, LogFilter } from '#event-sourcing/event-store';
import { LogUnreadable, orUnreadable } from '#event-sourcing/log-unreadable';
import { PoisonEvent } from '#event-sourcing/poison-event';
import type { Projection } from '#event-sourcing/projection';
import type { ReadTables } from '#read-models/read-tables';
import type { ViewName } from '#read-models/view-name';
import type { Transaction } from 'kysely';
import { setImmediate as othersFirst } from 'node:timers/promises';

/** Reads a stream, as EventStore.readStream has it. Rejects with LogUnreadable. */
export type ReadStream = EventStore['readStream'];

/** What a view looks up besides the events that come by. All reject with LogUnreadable. */
export interface LookUp {
  readonly readStream: ReadStream;
  readonly readAll: EventStore['readAll'];
  /** The casus (ids) in which a partner was ever involved, as far as the views have come. */
  readonly casusOf: (partner: string) => Promise<readonly string[]>;
}

/** What a projection needs to know besides an event. Asked event by event in the order of the log. */
export type Contexts<Context> = (event: RecordedEvent) => Promise<Context>;

/** A projection with its tables. */
export interface View<Context, Change> {
  readonly projection: Projection<Context, Change> & { readonly name: ViewName };
  /** What it reads of the log. One that reads every type of its category stops at a type that it does not know. */
  readonly reads: LogFilter;
  readonly contexts: (lookUp: LookUp) => Contexts<Context>;
  /** Whether all before an event must be written before it is taken. */
  readonly waits?: (event: RecordedEvent) => boolean;
  readonly write: (trx: Transaction<ReadTables>, changes: readonly Change[]) => Promise<void>;
}

/** What events come to: how many of them (perhaps not all at once), their rows, and the event after those that could not be projected, if any. */
export interface Digest {
  readonly count: number;
  readonly write: (trx: Transaction<ReadTables>) => Promise<void>;
  readonly poison?: PoisonEvent;
}

/** A view with its contexts at hand. */
export interface OpenView {
  readonly name: ViewName;
  readonly version: number;
  readonly reads: LogFilter;
  /**
   * Projects events up to the first that cannot be. `written`: whether all before them is (default); if not, it stops
   * before an event that must wait for that. Rejects with LogUnreadable.
   */
  digest(events: readonly RecordedEvent[], written?: boolean): Promise<Digest>;
}

/** Opens a view over a log. */
export type ViewOver = (store: EventStore, casusOf: LookUp['casusOf']) => OpenView;

// A page takes a while: in between, answers of the database are heard and those who ask something are answered.
const AT_A_TIME = 50;

/** Closes over the types of a view, so that views of all kinds can run side by side. */
export const viewOver =
  <Context, Change>({ projection, reads, contexts, waits, write }: View<Context, Change>): ViewOver =>
  (store, casusOf) => {
    const contextOf = contexts({
      readStream: orUnreadable((stream, options) => store.readStream(stream, options)),
      readAll: orUnreadable((options) => store.readAll(options)),
      casusOf: orUnreadable(casusOf),
    });
    const { name, version } = projection;
    return {
      name,
      version,
      reads,
      async digest(events, written = true) {
        const changes: Change[] = [];
        let count = 0;
        let poison: PoisonEvent | undefined;
        for (const event of events) {
          if ((count > 0 || !written) && waits?.(event)) break;
          if (count % AT_A_TIME === 0) await othersFirst();
          try {
            changes.push(...projection.project(event, await contextOf(event)));
            count += 1;
          } catch (error) {
            if (error instanceof LogUnreadable) throw error;
            poison = new PoisonEvent(name, event, error);
            break;
          }
        }
        return { count, write: (trx) => write(trx, changes), ...(poison && { poison }) };
      },
    };
  };
