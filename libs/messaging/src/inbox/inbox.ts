import { type Kysely, type Transaction } from 'kysely';
import { readCloudEvent, type Fault } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { InboxTables } from '#messaging/inbox/inbox-table';

/** Why something was put aside. `refused`: the receiver itself cannot do anything with it, now or later. */
export type ParkingReason = Fault | 'out-of-order' | 'refused';

/** What became of a message. A duplicate had its effect before. */
export type Taken =
  { readonly outcome: 'taken' | 'duplicate' } | { readonly outcome: 'parked'; readonly reason: ParkingReason };

/** Thrown by an effect that will never succeed with this event: it is parked, and the rest goes on. */
export class CannotTake extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'CannotTake';
  }
}

/** A message as a transport brought it: where it stood there, and its content. */
export interface Arrived {
  readonly place: string;
  readonly content: string;
  /** The trace that it is part of, in the form of the header traceparent, where it tells of one. */
  readonly trace?: string;
}

/** What taking an event does, in the transaction in which it is noted as taken. */
export type Effect<DB extends InboxTables = InboxTables> = (event: PublicEvent, trx: Transaction<DB>) => Promise<void>;

/** Takes each event once, however often and by whatever way it comes. */
export interface Inbox<DB extends InboxTables = InboxTables> {
  /** Rejects with what the database and the effect reject with: then nothing happened, and it is to be offered again. */
  take(arrived: Arrived, effect: Effect<DB>): Promise<Taken>;
}

/** Where an inbox is and whom it trusts: events of other sources are foreign. */
export interface InboxOptions<DB extends InboxTables = InboxTables> {
  readonly db: Kysely<DB>;
  readonly schema: string;
  readonly consumer: string;
  readonly sources: readonly string[];
}

const LONGEST_KEPT = 65_536;

/** An inbox in PostgreSQL, in the schema of its receiver (inboxMigration). */
export function inboxIn<DB extends InboxTables>({ db: all, schema, consumer, sources }: InboxOptions<DB>): Inbox<DB> {
  // Of the tables of the receiver the inbox knows its own; the effect gets the transaction back with all of them.
  const db = all as unknown as Kysely<InboxTables>;
  const own = db.withSchema(schema);

  async function park({ place, content }: Arrived, reason: ParkingReason): Promise<Taken> {
    // PostgreSQL holds no zero byte in a text.
    const received = content.slice(0, LONGEST_KEPT).replaceAll('\0', '\uFFFD');
    const values = { consumer, place, reason, received };
    await own
      .insertInto('inbox_parked')
      .values(values)
      .onConflict((there) => there.doNothing())
      .execute();
    return { outcome: 'parked', reason };
  }

  /** Notes how far the subject has come; false when it is further already. Waits for whoever is at the same subject. */
  async function moveOn(trx: Transaction<InboxTables>, source: string, event: PublicEvent): Promise<boolean> {
    const { subject, sequence } = event;
    const moved = await trx
      .withSchema(schema)
      .insertInto('inbox_subjects')
      .values({ consumer, source, subject, sequence })
      .onConflict((there) =>
        there
          .columns(['consumer', 'source', 'subject'])
          .doUpdateSet({ sequence })
          .where('inbox_subjects.sequence', '<', sequence),
      )
      .returning('sequence')
      .execute();
    return moved.length > 0;
  }

  async function once(source: string, event: PublicEvent, effect: Effect<DB>): Promise<Taken> {
    return db.transaction().execute(async (trx) => {
      const { id, subject, sequence } = event;
      const noted = await trx
        .withSchema(schema)
        .insertInto('inbox_taken')
        .values({ consumer, source, event: id, subject, sequence })
        .onConflict((there) => there.doNothing())
        .returning('event')
        .execute();
      if (noted.length === 0) return { outcome: 'duplicate' };
      if (!(await moveOn(trx, source, event))) throw new OutOfOrder();
      await effect(event, trx as unknown as Transaction<DB>);
      return { outcome: 'taken' };
    });
  }

  return {
    async take(arrived, effect) {
      const received = readCloudEvent(arrived.content);
      if (!received.ok) return park(arrived, received.fault);
      if (!sources.includes(received.source)) return park(arrived, 'foreign');
      try {
        return await once(received.source, received.event, effect);
      } catch (error) {
        if (error instanceof OutOfOrder) return park(arrived, 'out-of-order');
        if (error instanceof CannotTake) return park(arrived, 'refused');
        throw error;
      }
    },
  };
}

/** How many messages a receiver has put aside. */
export async function parkedIn<DB extends InboxTables>({
  db,
  schema,
  consumer,
}: Omit<InboxOptions<DB>, 'sources'>): Promise<number> {
  const own = (db as unknown as Kysely<InboxTables>).withSchema(schema);
  const { parked } = await own
    .selectFrom('inbox_parked')
    .where('consumer', '=', consumer)
    .select(({ fn }) => fn.countAll<string>().as('parked'))
    .executeTakeFirstOrThrow();
  return Number(parked);
}

/** Rolls back the note that an event was taken: an older one of its subject than was taken before. */
class OutOfOrder extends Error {}
