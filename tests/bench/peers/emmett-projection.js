import { SQL } from '@event-driven-io/dumbo';
import {
  getPostgreSQLEventStore,
  postgreSQLEventStoreConsumer,
  postgreSQLRawBatchSQLProjection,
} from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

const one = (value) => value ?? '';

/** emmett's asynchronous projection, in batches, of the simplest board there is: where each step was last spoken of. */
export async function project(url, streams) {
  const pool = new pg.Pool({ connectionString: url, max: 4 });
  pool.on('error', () => undefined);
  await pool.query(
    `create table board (casus text, step text, type text, partner text, at text, primary key (casus, step))`,
  );
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  let total = 0;
  for (const events of streams) {
    total += events.length;
    await store.appendToStream(
      events[0].stream,
      events.map(({ type, data, metadata, stream }) => ({ type, data: { ...data, stream }, metadata, kind: 'Event' })),
    );
  }
  const types = [...new Set(streams.flat().map(({ type }) => type))];
  let seen = 0;
  let level;
  const done = new Promise((resolve) => (level = resolve));
  const projection = postgreSQLRawBatchSQLProjection({
    name: 'board',
    canHandle: types,
    evolve: (events) => {
      seen += events.length;
      return events.map(
        ({ type, data, metadata }) => SQL`
          insert into board values (${data.stream}, ${one(data.step)}, ${type}, ${metadata.actor.partner}, ${metadata.occurredAt})
          on conflict (casus, step) do update set type = excluded.type, partner = excluded.partner, at = excluded.at`,
      );
    },
  });
  const consumer = postgreSQLEventStoreConsumer({ connectionString: url, stopWhen: { noMessagesLeft: true } });
  consumer.projector({ processorId: 'bench', projection, startFrom: 'BEGINNING' });
  const begun = performance.now();
  await consumer.start();
  const seconds = (performance.now() - begun) / 1000;
  level();
  await done;
  const { rows } = await pool.query('select count(*)::int as rows from board');
  await consumer.close();
  await store.close();
  await pool.end();
  if (seen < total) throw new Error(`emmett projected ${seen} of ${total} events`);
  return { seconds, rows: rows[0].rows };
}
