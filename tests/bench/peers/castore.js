import { EventStore } from '@castore/core';
import castore from '@castore/event-storage-adapter-postgres';

/** castore over postgres.js: one insert per event, a unique (aggregate, version), no order over aggregates. */
export async function open(url, connections) {
  const connectionString = `${url}?max=${connections}`;
  const adapter = new castore.PostgresEventStorageAdapter({ connectionString, tableName: 'event' });
  await castore.PostgresEventStorageAdapter.createEventTable({ connectionString: url, tableName: 'event' });
  const store = new EventStore({
    eventStoreId: 'CASUS',
    eventTypes: [],
    reducer: (state) => state,
    eventStorageAdapter: adapter,
  });
  return {
    append: ([event], stream, revision) =>
      store.pushEvent({
        aggregateId: stream,
        version: revision + 1,
        type: event.type,
        payload: event.data,
        metadata: event.metadata,
      }),
    appendMany: (events, stream, revision) =>
      EventStore.pushEventGroup(
        ...events.map((event, index) =>
          store.groupEvent({
            aggregateId: stream,
            version: revision + index + 1,
            type: event.type,
            payload: event.data,
            metadata: event.metadata,
          }),
        ),
      ),
    count: 'select count(*)::int as kept from event',
    close: () => adapter._sql.end(),
  };
}
