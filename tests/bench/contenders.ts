import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { migrate } from '#platform/database/migrate';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import type { Contender, OpenContender } from '#tests/bench/contender';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool } from 'pg';

async function openAanzet(url: string): Promise<OpenContender> {
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: url }) }) });
  await migrate(db, [LOG_SCHEMA]);
  await db.destroy();
  const store = openPostgresStore({ url });
  const append: OpenContender['append'] = (events, stream, revision) =>
    store.append([
      { stream: streamName('casus', stream), expected: revision === 0 ? 'no-stream' : revision - 1, events },
    ]);
  return {
    append,
    appendMany: append,
    count: 'select count(*)::int as kept from log.events',
    follow(seen) {
      const stop = new AbortController();
      const reading = (async () => {
        for await (const { events } of store.subscribe({ after: BEGINNING, signal: stop.signal })) {
          for (const { metadata } of events) seen(metadata.commandId);
        }
      })();
      return {
        stop: () => {
          stop.abort();
          return reading;
        },
      };
    },
    close: () => store.close(),
  };
}

/** What an append costs when nothing is checked and nothing is ordered: one prepared insert per transaction. */
async function openBare(url: string, connections: number): Promise<OpenContender> {
  const pool = new Pool({ connectionString: url, max: connections });
  pool.on('error', () => undefined);
  await pool.query(`create table bare (
    position bigint generated always as identity primary key, stream text not null, revision int not null,
    type text not null, data jsonb not null, metadata jsonb not null)`);
  const insert = {
    name: 'bare',
    text: 'insert into bare (stream, revision, type, data, metadata) values ($1, $2, $3, $4, $5)',
  };
  return {
    append: ([event], stream, revision) =>
      pool.query({ ...insert, values: [stream, revision, event?.type, event?.data, event?.metadata] }),
    count: 'select count(*)::int as kept from bare',
    close: () => pool.end(),
  };
}

/** A peer lives in the package tests/bench/peers, outside the product. */
const peer = (name: string, file: string): Contender => ({
  name,
  async open(url, connections) {
    const { open } = (await import(new URL(`peers/${file}`, import.meta.url).href)) as Pick<Contender, 'open'>;
    return open(url, connections);
  },
});

/** All that stand side by side, Aanzet first. */
export const CONTENDERS: readonly Contender[] = [
  { name: 'aanzet', open: openAanzet },
  peer('emmett-postgresql', 'emmett.js'),
  peer('castore-postgres', 'castore.js'),
  { name: 'bare inserts', open: openBare },
];
