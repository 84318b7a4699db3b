import { randomUUID } from 'node:crypto';
import { setImmediate } from 'node:timers/promises';
import { Kafka, logLevel } from 'kafkajs';
import { sql, type Kysely } from 'kysely';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import type { PublicEvent } from '#messaging/contract/public-event';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import type { FeedMessage } from '#messaging/feed/feed';
import { partnerTopic } from '#messaging/feed/topics';
import { inboxMigration, type InboxTables } from '#messaging/inbox/inbox-table';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { EventServer, type EventContext } from '#messaging/transport/event-server';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import type { ReadFeed } from '#messaging/transport/rewind';
import { migrate } from '#platform/database/migrate';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { playBoth, readSession } from '#tests/integration/read-session';
import { SENDER } from '#tests/journeys/feed-town';
import { expectedOf } from '#tests/kafka/expected';

export const PARTNER = 'sociaal-team';
const PARTITIONS = 3;

/** A receiver of the group, and how it said that it was doing. */
export interface PartReceiver {
  /** Settles once it has said something of the kind since it was asked so last. */
  untilSaid(fits: (health: ReceivingHealth) => boolean): Promise<void>;
  readonly said: readonly ReceivingHealth[];
  health(): ReceivingHealth;
  close(): Promise<void>;
}

export interface ReceiverOptions {
  readonly past?: ReadFeed;
  /** Comes before the effect of each event. */
  readonly before?: (event: PublicEvent) => Promise<void>;
}

/** The demo, appended to a log part by part, sent to a topic of its own, and received by a group with one table. */
export async function townInParts(brokers: string) {
  const session = await readSession();
  const { store } = session;
  const db = session.db as unknown as Kysely<InboxTables>;
  const topic = `spec.${randomUUID()}`;
  const feed = kafkaFeed({ brokers: [brokers], replication: 1, partitions: PARTITIONS });
  await feed.ensureTopics([topic]);
  const producer = await feed.producer();
  const admin = new Kafka({ brokers: [brokers], logLevel: logLevel.NOTHING }).admin();
  await admin.connect();
  await migrate(db, [{ name: 'parts', migrations: { '0001-inbox': inboxMigration('parts') } }]);
  await sql`create table parts.effects (n bigint generated always as identity, event text, subject text)`.execute(db);
  const scratch = memoryStore(sha256);
  await playBoth(scratch);
  const waiting = [...(await scratch.readAll({ after: BEGINNING, limit: 100_000 })).events];
  const running = new Set<PartReceiver>();
  let sent = 0;

  const expected = async (log: EventStore = store): Promise<readonly FeedMessage[]> =>
    (await expectedOf(log, SENDER)).filter((one) => one.topic === partnerTopic(PARTNER));

  return {
    ...{ topic, url: session.url, expected: () => expected() },
    /** Appends the next events of the demo, and sends what is told of them. */
    async send(events: number) {
      const requests = waiting
        .splice(0, events)
        .map((event) => ({ stream: event.stream, expected: 'any' as const, events: [event] }));
      await store.append(requests);
      const all = await expected();
      const more = all.slice(sent);
      await producer.send(more.map((one) => ({ ...one, topic })));
      sent = all.length;
      return more.length;
    },
    left: () => waiting.length,
    /** Removes what a partition holds, or all of them, as retention would. */
    async forget(only?: number) {
      const partitions = Array.from({ length: PARTITIONS }, (_, partition) => ({ partition, offset: '-1' }));
      const some = only === undefined ? partitions : partitions.slice(only, only + 1);
      // The client removes only from what it has looked at.
      await admin.fetchTopicOffsets(topic);
      await admin.deleteTopicRecords({ topic, partitions: some });
    },
    receive({ past, before = () => Promise.resolve() }: ReceiverOptions = {}, group = topic): PartReceiver {
      const own = kafkaFeed({ brokers: [brokers], replication: 1, partitions: PARTITIONS });
      const said: ReceivingHealth[] = [];
      const listeners = new Set<() => void>();
      const inner = kafkaSource({
        ...{ feed: own, group, audience: PARTNER, topic, ...(past && { past }) },
        pause: () => setImmediate(),
      });
      const server = new EventServer({
        source: {
          run: (take, signal, report) =>
            inner.run(take, signal, (health) => {
              said.push(health);
              report(health);
              for (const listen of listeners) listen();
            }),
        },
        inbox: { db, schema: 'parts', consumer: 'parts', sources: [SENDER.source] },
        log: { warn: () => undefined },
      });
      const apply = async (event: PublicEvent, { trx }: EventContext) => {
        await before(event);
        await sql`insert into parts.effects (event, subject) values (${event.id}, ${event.subject})`.execute(trx);
      };
      for (const name of PUBLIC_NAMES) server.addHandler(publicTypeOf(name), apply, true);
      server.listen(() => undefined);
      let heard = 0;
      const receiver: PartReceiver = {
        said,
        health: () => server.health(),
        untilSaid: (fits) =>
          new Promise((resolve) => {
            const listen = () => {
              const at = said.findIndex((health, n) => n >= heard && fits(health));
              if (at === -1) return;
              heard = at + 1;
              listeners.delete(listen);
              resolve();
            };
            listeners.add(listen);
            listen();
          }),
        async close() {
          running.delete(receiver);
          await server.close();
          await own.close();
        },
      };
      running.add(receiver);
      return receiver;
    },
    /** What the receivers did, in the order in which they did it, once that is so much. */
    async effects(atLeast: number) {
      for (;;) {
        const { rows } = await sql<{ event: string; subject: string }>`
          select event, subject from parts.effects order by n`.execute(db);
        if (rows.length >= atLeast) return rows;
      }
    },
    async parked() {
      return (await db.withSchema('parts').selectFrom('inbox_parked').select('reason').execute()).length;
    },
    async stop() {
      for (const one of running) await one.close();
    },
    async close() {
      await producer.close();
      await feed.close();
      await admin.disconnect();
      await session.close();
    },
  };
}

export type TownInParts = Awaited<ReturnType<typeof townInParts>>;
