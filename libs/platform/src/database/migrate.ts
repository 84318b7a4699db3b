import { ALIVE, openPool } from '#platform/database/open-pool';
import { Kysely, Migrator, PostgresDialect, sql, type Migration } from 'kysely';

/** A schema of the database with the migrations that make it, by name. */
export interface Schema {
  readonly name: string;
  readonly migrations: Readonly<Record<string, Migration>>;
}

/** Opens a database to be migrated. An answer may take any time: tables are made anew, or another program is at it. */
export const openToMigrate = (url: string): Kysely<unknown> =>
  new Kysely({ dialect: new PostgresDialect({ pool: openPool({ ...ALIVE, connectionString: url, max: 2 }) }) });

/** The database was migrated by a newer program than this one. Nothing was changed. */
export class SchemaNewerThanProgram extends Error {
  constructor(
    readonly schema: string,
    readonly migration: string,
  ) {
    super(`schema ${schema} of the database is newer than this program: it has ${migration}`);
    this.name = 'SchemaNewerThanProgram';
  }
}

/** The names of the migrations that a schema has had. */
async function executed<DB>(db: Kysely<DB>, schema: string): Promise<string[]> {
  const there = await sql<{ there: boolean }>`
    select to_regclass(${`${schema}.kysely_migration`}) is not null as there`.execute(db);
  if (!there.rows[0]?.there) return [];
  const { rows } = await sql<{ name: string }>`
    select name from ${sql.table(`${schema}.kysely_migration`)} order by name`.execute(db);
  return rows.map(({ name }) => name);
}

/**
 * Brings the schemas of a database to the newest form, in this order; programs that do so at the same time wait for each
 * other. A schema that is up to date is only read, so that an account that may not change it will do. Throws
 * SchemaNewerThanProgram before anything is changed, and whatever the database throws.
 */
export async function migrate<DB>(db: Kysely<DB>, schemas: readonly Schema[]): Promise<void> {
  const behind: Schema[] = [];
  for (const schema of schemas) {
    const done = await executed(db, schema.name);
    const unknown = done.find((migration) => !Object.hasOwn(schema.migrations, migration));
    if (unknown !== undefined) throw new SchemaNewerThanProgram(schema.name, unknown);
    if (done.length < Object.keys(schema.migrations).length) behind.push(schema);
  }
  for (const { name, migrations } of behind) {
    const provider = { getMigrations: () => Promise.resolve({ ...migrations }) };
    const { error } = await new Migrator({ db, provider, migrationTableSchema: name }).migrateToLatest();
    if (error !== undefined) throw error instanceof Error ? error : new Error(`schema ${name} could not be migrated`);
  }
}
