import { positionOf } from '#event-sourcing/position';
import { placesIn, type PlaceTables } from '#messaging/transport/place-table';
import { migrate, SchemaNewerThanProgram } from '#platform/database/migrate';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { READ_SCHEMA } from '#read-models/read-schema';
import { LOG_SCHEMA } from '#stores/postgres/log-migrations';
import { ALLOCATION_SCHEMA } from '#apps/allocation/src/allocation-schema';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { sql, type Kysely } from 'kysely';

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

  it('leaves an allocation service of an older program where it was in the feed', async () => {
    const { name, migrations } = ALLOCATION_SCHEMA;
    const older = Object.fromEntries(Object.entries(migrations).filter(([each]) => each < '0005'));
    await migrate(db, [{ name, migrations: older }]);
    await sql`insert into allocation.checkpoints values ('feed corporatie', ${positionOf(7)}), ('answers', ${positionOf(3)})`.execute(
      db,
    );
    await migrate(db, [ALLOCATION_SCHEMA]);
    const places = placesIn(db as unknown as Kysely<PlaceTables>, name);
    expect(await places.load('feed corporatie')).toEqual({ position: positionOf(7), landmark: undefined });
    const left = await sql`select * from allocation.checkpoints`.execute(db);
    expect(left.rows).toEqual([{ name: 'answers', position: positionOf(3) }]);
  });
});
