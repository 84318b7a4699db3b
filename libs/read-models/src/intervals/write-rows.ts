import type { RowChange, RowPlace, StoredInterval } from '#read-models/intervals/row-changes';
import { RowsMissing } from '#read-models/projector/faults';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import type { ReadTables } from '#read-models/read-tables';
import type { Instant } from '#event-sourcing/instant';
import { sql, type Transaction } from 'kysely';

/** A table of intervals. `key`: the column that tells what of a casus a row is about, where there is more than one thing. */
export interface IntervalTable {
  readonly name: keyof ReadTables;
  readonly key: string | null;
}

const place = ({ casus, key, valid_from }: RowPlace): string => `${casus} ${valid_from} ${key}`;

/** What is left to write of changes that follow one another: rows that came and went within them are whole already. */
export function settled<Row extends StoredInterval>(changes: readonly RowChange<Row>[]) {
  const closings: (RowPlace & { readonly known_until: Instant })[] = [];
  const open = new Map<string, Row>();
  const past: Row[] = [];
  for (const change of changes) {
    if ('opens' in change) {
      open.set(place(change.opens), change.row);
      continue;
    }
    const at = place(change.closes);
    const row = open.get(at);
    if (!row) {
      closings.push({ ...change.closes, known_until: change.known });
      continue;
    }
    open.delete(at);
    // What came and went at one instant was never there to be seen.
    if (row.known_from < change.known) past.push({ ...row, known_until: change.known });
  }
  return { closings, rows: [...past, ...open.values()] };
}

/** Writes changes in bulk. Throws RowsMissing when a row that is to be closed is not there. */
export async function writeIntervals<Row extends StoredInterval>(
  trx: Transaction<ReadTables>,
  { name, key }: IntervalTable,
  changes: readonly RowChange<Row>[],
): Promise<void> {
  const { closings, rows } = settled(changes);
  const table = sql.table(name);
  if (closings.length > 0) {
    const { numAffectedRows = 0n } = await sql`
      update ${table} s set known_until = c.known_until
      from json_to_recordset(${rowsAsJson(closings)}::json)
        as c(casus text, key text, valid_from timestamptz, known_until timestamptz)
      where s.casus = c.casus and s.valid_from = c.valid_from and s.known_until = 'infinity'
        and ${key === null ? sql`true` : sql`s.${sql.ref(key)} = c.key`}`.execute(trx);
    if (Number(numAffectedRows) !== closings.length) {
      throw new RowsMissing(name, closings.length, Number(numAffectedRows));
    }
  }
  if (rows.length > 0) {
    await sql`insert into ${table} select * from json_populate_recordset(null::${table}, ${rowsAsJson(rows)}::json)`.execute(
      trx,
    );
  }
}
