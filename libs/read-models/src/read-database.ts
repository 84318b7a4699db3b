import { instant, type Instant } from '#event-sourcing/instant';
import { closingUnanswered } from '#platform/database/closing-unanswered';
import type { ReadTables } from '#read-models/read-tables';
import { Kysely, PostgresDialect } from 'kysely';
import { Pool, types, type CustomTypesConfig } from 'pg';

/** A database that holds read models. `destroy()` lets go of its connections. */
export type ReadDatabase = Kysely<ReadTables>;

/** How it is opened. */
export interface ReadDatabaseOptions {
  readonly url: string;
  /** How many connections it may use. Default 6. */
  readonly connections?: number;
}

const instantOf = (text: string): Instant | null =>
  text === 'infinity' ? null : instant(text.replace(' ', 'T').replace(/([+-]\d\d)$/, '$1:00'));
const asText = (text: string): string => text;

/** Instants and dates are fixed-width texts everywhere in the house; an open end is null. */
const readers: CustomTypesConfig = {
  getTypeParser: (oid, format) => {
    if (oid === types.builtins.TIMESTAMPTZ) return instantOf;
    if (oid === types.builtins.DATE) return asText;
    // The declarations of pg say `any` of what its own parsers give.
    return types.getTypeParser(oid, format) as (value: string) => unknown;
  },
};

/** Opens the read models of a database. Connects when first used. */
export function openReadDatabase({ url, connections = 6 }: ReadDatabaseOptions): ReadDatabase {
  const pool = new Pool({
    connectionString: url,
    application_name: 'aanzet-read',
    keepAlive: true,
    max: connections,
    options: '-c TimeZone=UTC -c DateStyle=ISO',
    types: readers,
  });
  // Without listeners, a connection that the server ends, idle or in a transaction, would end this process. Whoever uses
  // it hears of it from its query, and the pool replaces it.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  return new Kysely<ReadTables>({ dialect: new PostgresDialect({ pool: closingUnanswered(pool) }) });
}
