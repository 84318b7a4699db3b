import { readFile } from 'node:fs/promises';
import { BEGINNING } from '#event-sourcing/position';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { readFact } from '#casus/fact';
import { NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import { play, type ScriptFile } from '#player/play';
import { migrate } from '#platform/database/migrate';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { loadRules } from '#platform/rule-file';
import { memoryStore } from '#stores/memory/memory-store';
import { openPostgresStore, type PostgresStore } from '#stores/postgres/postgres-store';
import { sha256 } from '#stores/sha256';
import { logDatabase } from '#tests/engines/log-database';

/** A database of one spec's own with an empty log and empty read models in it. */
export interface ReadSession {
  readonly url: string;
  readonly store: PostgresStore;
  readonly db: ReadDatabase;
  /** Another pool to the same read models; closed with the session. */
  anotherDb(): ReadDatabase;
  close(): Promise<void>;
}

/** Opens a session. */
export async function readSession(): Promise<ReadSession> {
  const database = await logDatabase();
  const { url } = database;
  const store = openPostgresStore({ url });
  const opened: ReadDatabase[] = [];
  const anotherDb = () => {
    const db = openReadDatabase({ url });
    opened.push(db);
    return db;
  };
  const db = anotherDb();
  await migrate(db, [READ_SCHEMA]);
  return {
    url,
    store,
    db,
    anotherDb,
    async close() {
      for (const one of opened) await one.destroy();
      await store.close();
      await database.drop();
    },
  };
}

const SCRIPTS = ['eva', 'kees-marianne'];

/** Both demo scripts. */
export const demoScripts = (): Promise<readonly ScriptFile[]> =>
  Promise.all(
    SCRIPTS.map(async (name) => ({
      file: `${name}.yaml`,
      text: await readFile(new URL(`../../demo/${name}.yaml`, import.meta.url), 'utf8'),
    })),
  );

/** Plays scripts into a store. Throws when a line is refused. */
export async function playScripts(store: EventStore, scripts: readonly ScriptFile[]): Promise<void> {
  const stage = {
    store,
    scratch: memoryStore(sha256),
    rules: loadRules(),
    newId: () => '00000000-0000-4000-8000-000000000000',
    sha256,
  };
  const played = await play(stage, scripts, () => undefined);
  if (played.result !== 'played') throw new Error(`the demo was refused: ${JSON.stringify(played)}`);
}

/** Plays both demo scripts into a store. */
export const playBoth = async (store: EventStore): Promise<void> => playScripts(store, await demoScripts());

/** All events of all casus, in the order of the log. */
export const casusEvents = async (store: EventStore): Promise<readonly RecordedEvent[]> =>
  (await store.readAll({ after: BEGINNING, limit: 100_000, categories: ['casus'] })).events;

/** What is recorded of each casus, by stream. */
export async function histories(store: EventStore): Promise<ReadonlyMap<string, CasusHistory>> {
  const all = new Map<string, CasusHistory>();
  for (const event of await casusEvents(store)) {
    all.set(event.stream, withFact(all.get(event.stream) ?? NO_HISTORY, readFact(event)));
  }
  return all;
}
