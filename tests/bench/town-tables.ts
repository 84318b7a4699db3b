import { casusSummaryView } from '#read-models/casus-summary/projection';
import { nextStepsView } from '#read-models/next-steps/projection';
import { catchUp } from '#read-models/projector/catch-up';
import type { ReadDatabase } from '#read-models/read-database';
import { stallsView } from '#read-models/stalls/projection';
import { say } from '#tests/bench/report';
import { fillTown } from '#tests/bench/town';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { sql, type RawBuilder } from 'kysely';

const PLAYED = 1000;
const DISTRICT = 100;

/** Tables with the columns that name a casus, and those that name a partner. */
const TABLES = [
  { name: 'read.next_steps_v1', partners: ['owner', 'on_the_move', 'line'] },
  { name: 'read.stalls_v1', partners: ['on_the_move'] },
  { name: 'read.casus_summary_v1', partners: ['director'] },
] as const;

/** How a copy of a row differs: another casus, and partners so many districts further. */
function copied(column: string, partners: readonly string[]): RawBuilder<unknown> {
  const name = sql.ref(`s.${column}`);
  if (column === 'casus') return sql`lpad(to_hex(k), 8, '0') || substr(${name}, 9)`;
  if (column === 'reference') return sql`${name} || '-' || k`;
  if (!partners.includes(column)) return name;
  const district = sql`substring(${name} from '-([0-9]+)$')::int + k * ${PLAYED / DISTRICT}`;
  return sql`case when ${name} ~ '^[a-z-]+-[0-9]+$'
    then regexp_replace(${name}, '[0-9]+$', '') || (${district})::text else ${name} end`;
}

async function copyRows(db: ReadDatabase, from: number, to: number): Promise<void> {
  for (const { name, partners } of TABLES) {
    const { rows } = await sql<{ column: string }>`
      select attname as column from pg_attribute
      where attrelid = ${name}::regclass and attnum > 0 and not attisdropped order by attnum`.execute(db);
    const columns = sql.join(rows.map(({ column }) => copied(column, partners)));
    await sql`
      insert into ${sql.table(name)}
      select ${columns} from ${sql.table(name)} s cross join generate_series(${from}::int, ${to}::int) k
      where s.casus like '00000000-%'`.execute(db);
    await sql`vacuum analyze ${sql.table(name)}`.execute(db);
  }
}

/** Read models of so many casus: a thousand played and projected, the rest copies of their rows with other casus and partners. */
export interface TownTables extends ReadSession {
  /** Makes them so many casus; whole thousands, and never fewer than there are. */
  growTo(casus: number): Promise<void>;
}

/** Plays and projects a thousand casus in ten districts, each with partners of its own. */
export async function townTables(): Promise<TownTables> {
  const session = await readSession();
  const events = await fillTown(session.store, { casus: PLAYED, perDistrict: DISTRICT, atOnce: 200 });
  say(`played ${PLAYED} casus: ${events} events`);
  await catchUp({ ...session, views: [nextStepsView, casusSummaryView, stallsView] });
  for (const { name } of TABLES) await sql`vacuum analyze ${sql.table(name)}`.execute(session.db);
  let copies = 0;
  return {
    ...session,
    async growTo(casus) {
      const wanted = Math.ceil(casus / PLAYED) - 1;
      if (wanted > copies) await copyRows(session.db, copies + 1, wanted);
      copies = Math.max(copies, wanted);
    },
  };
}
