import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';
import type { PublicEvent } from '#messaging/contract/public-event';
import { PUBLIC_NAMES, publicTypeOf } from '#messaging/contract/public-events';
import type { InboxTables } from '#messaging/inbox/inbox-table';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { EventServer, type EventContext } from '#messaging/transport/event-server';
import type { EventSource } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';

/** A receiver as a process of its own, which tells what it is offered and what it is through with. */
const [url = '', brokers = '', replication = '1', source = ''] = process.argv.slice(2);

const tell = (what: 'offered' | 'through') => process.send?.(what);

const told = (inner: EventSource): EventSource => ({
  run: (take, signal, report) =>
    inner.run(
      async (arrived) => {
        tell('offered');
        await take(arrived);
        tell('through');
      },
      signal,
      report,
    ),
});

const feed = kafkaFeed({ brokers: brokers.split(','), replication: Number(replication), partitions: 6 });
const db = new Kysely<InboxTables>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }) });
const server = new EventServer({
  source: told(kafkaSource({ feed, group: 'torture', audience: null })),
  inbox: { db, schema: 'torture', consumer: 'torture', sources: [source] },
  log: { warn: () => undefined },
});

// No key forbids an event that is applied twice, so that it would show.
const apply = async ({ id, subject, sequence }: PublicEvent, { trx }: EventContext) => {
  await sql`insert into torture.applied (event, subject, sequence) values (${id}, ${subject}, ${sequence})`.execute(
    trx,
  );
};
for (const name of PUBLIC_NAMES) server.addHandler(publicTypeOf(name), apply, true);
process.on('disconnect', () => process.exit());
server.listen(() => undefined);
