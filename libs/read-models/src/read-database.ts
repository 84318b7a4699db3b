import { instant, type Instant } from '#event-sourcing/instant';
import { closingUnanswered } from '#platform/database/closing-unanswered';
import { ANSWERED, NOTICED, openPool } from '#platform/database/open-pool';
import type { ReadTables } from '#read-models/read-tables';
import { Kysely, PostgresDialect } from 'kysely';
import { types, type CustomTypesConfig } from 'pg';

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

/** Opens the read models of a database. Connects when first used; a query that is not answered in time rejects. */
export function openReadDatabase({ url, connections = 6 }: ReadDatabaseOptions): ReadDatabase {
  const pool = openPool({
    ...ANSWERED,
    connectionString: url,
    application_name: 'aanzet-read',
    max: connections,
    options: `-c TimeZone=UTC -c DateStyle=ISO ${NOTICED}`,
    types: readers,
  });
  return new Kysely<ReadTables>({ dialect: new PostgresDialect({ pool: closingUnanswered(pool) }) });
}
