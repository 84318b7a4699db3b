import type { Position } from '#event-sourcing/position';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

const CHECKPOINT = '%.v2';

/** Makes the tables of the next version of every view beside those that are there, as a migration would. */
export async function makeNextTables(db: ReadDatabase): Promise<void> {
  const { rows } = await sql<{ name: string }>`
    select c.relname as name from pg_class c
    where c.relnamespace = 'read'::regnamespace and c.relkind = 'r'
      and c.relname like '%\\_v1' and c.relname not like 'watch%'`.execute(db);
  for (const { name } of rows) {
    const next = sql.table(`read.${name.replace(/_v1$/, '_v2')}`);
    await sql`create table ${next} (like ${sql.table(`read.${name}`)} including all)`.execute(db);
  }
}

/** Whether so many views of the next version have all come as far as a position. */
export async function nextHaveReached(db: ReadDatabase, views: number, position: Position): Promise<boolean> {
  const { rows } = await sql<{ level: number }>`
    select count(*)::int as level from read.checkpoints
    where name like ${CHECKPOINT} and position >= ${position}`.execute(db);
  return rows[0]?.level === views;
}

/** How many bytes the tables of the next version take, their indexes included. */
export async function bytesOfNext(db: ReadDatabase): Promise<number> {
  const { rows } = await sql<{ bytes: string }>`
    select coalesce(sum(pg_total_relation_size(c.oid)), 0)::text as bytes from pg_class c
    where c.relnamespace = 'read'::regnamespace and c.relkind = 'r' and c.relname like '%\\_v2'`.execute(db);
  return Number(rows[0]?.bytes);
}
