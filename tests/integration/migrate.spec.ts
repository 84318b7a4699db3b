import { migrate, SchemaNewerThanProgram } from '#platform/database/migrate';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { sql } from 'kysely';

const SCHEMAS = [LOG_SCHEMA, READ_SCHEMA];

describe('migrating', () => {
  let database: FreshDatabase;
  let db: ReadDatabase;
  beforeEach(async () => {
    database = await freshDatabase();
    db = openReadDatabase({ url: database.url });
  });
  afterEach(async () => {
    await db.destroy();
    await database.drop();
  });

  it('makes log and read models, once, whoever comes at the same time', async () => {
    await Promise.all([migrate(db, SCHEMAS), migrate(db, SCHEMAS)]);
    await migrate(db, SCHEMAS);
    const { rows } = await sql<{ name: string }>`
      select name from read.kysely_migration order by name`.execute(db);
    expect(rows.map(({ name }) => name)).toEqual(Object.keys(READ_SCHEMA.migrations));
  });

  it('changes nothing in a database that a newer program migrated', async () => {
    await migrate(db, [READ_SCHEMA]);
    await sql`insert into read.kysely_migration (name, timestamp) values ('9999-later', '')`.execute(db);
    const attempt = migrate(db, SCHEMAS);
    await expect(attempt).rejects.toThrow(SchemaNewerThanProgram);
    await expect(attempt).rejects.toMatchObject({ schema: 'read', migration: '9999-later' });
    const { rows } = await sql<{ there: boolean }>`select to_regclass('log.events') is not null as there`.execute(db);
    expect(rows).toEqual([{ there: false }]);
  });
});
