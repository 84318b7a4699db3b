import { getPostgreSQLEventStore, postgreSQLEventStoreConsumer } from '@event-driven-io/emmett-postgresql';
import pg from 'pg';

/** emmett over pg: one stored procedure per append, an expected stream version, positions from a sequence. */
export async function open(url, connections) {
  const pool = new pg.Pool({ connectionString: url, max: connections });
  pool.on('error', () => undefined);
  const store = getPostgreSQLEventStore(url, { connectionOptions: { pooled: true, pool } });
  await store.schema.migrate();
  const append = (events, stream, revision) =>
    store.appendToStream(
      stream,
      events.map(({ type, data, metadata }) => ({ type, data, metadata, kind: 'Event' })),
      { expectedStreamVersion: revision === 0 ? 'STREAM_DOES_NOT_EXIST' : BigInt(revision) },
    );
  return {
    append,
    appendMany: append,
    count: 'select count(*)::int as kept from emt_messages',
    /** Follows along, calling `seen` for every event. */
    follow: (seen) => {
      const consumer = postgreSQLEventStoreConsumer({ connectionString: url });
      consumer.reactor({
        processorId: 'bench',
        startFrom: 'BEGINNING',
        eachMessage: ({ metadata }) => seen(metadata.commandId),
      });
      const running = consumer.start();
      return { stop: () => consumer.close().then(() => running) };
    },
    close: async () => {
      await store.close();
      await pool.end();
    },
  };
}
