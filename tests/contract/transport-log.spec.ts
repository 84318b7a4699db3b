import { randomUUID } from 'node:crypto';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import type { PublicEvent } from '#messaging/contract/public-event';
import { placesIn, placesMigration, type PlaceTables } from '#messaging/transport/place-table';
import { logSource } from '#messaging/transport/log-source';
import { openReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { migrate } from '#platform/database/migrate';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { SENDER } from '#tests/contract/receiving-desk';
import { transportContract } from '#tests/contract/transport-contract';
import { logDatabase } from '#tests/engines/log-database';
import type { Kysely } from 'kysely';

const at = instant('2026-11-20T11:00:00Z');

/** An event of the log that is told as it is: what is told of real ones is for other specs. */
const toBeTold = (event: PublicEvent) => ({
  id: randomUUID(),
  type: 'Told',
  schemaVersion: 1,
  data: event,
  metadata: {
    actor: { partner: 'sociaal-team' },
    occurredAt: at,
    recordedAt: at,
    commandId: event.id,
    correlationId: event.id,
    causationId: event.id,
  },
});

describe('handlers of events, over the log', () => {
  transportContract(async () => {
    const database = await logDatabase();
    const store = openPostgresStore({ url: database.url });
    const db = openReadDatabase({ url: database.url });
    await migrate(db, [READ_SCHEMA, { name: 'desk', migrations: { '0001-places': placesMigration('desk') } }]);
    const places = placesIn(db as unknown as Kysely<PlaceTables>, 'desk');
    return {
      async send(events) {
        await store.append(
          events.map((event) => ({
            stream: streamName('casus', event.subject),
            expected: 'any' as const,
            events: [toBeTold(event)],
          })),
        );
      },
      source: () =>
        logSource({
          store,
          places,
          name: 'receiver.desk',
          audience: null,
          sender: SENDER,
          told: {
            categories: ['casus'],
            of: ({ data }) => Promise.resolve([{ partner: null, event: data as PublicEvent }]),
          },
          pause: () => Promise.resolve(),
        }),
      async close() {
        await db.destroy();
        await store.close();
        await database.drop();
      },
    };
  });
});
