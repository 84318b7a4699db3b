import type { HandoffChange } from '#read-models/handoffs/change';
import type { HandoffsTable } from '#read-models/handoffs/table';
import { RowsMissing } from '#read-models/projector/faults';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import type { ReadTables } from '#read-models/read-tables';
import { sql, type Transaction } from 'kysely';

/** What is left to write of changes that follow one another: whole new rows, and what becomes of rows that are there. */
function settled(changes: readonly HandoffChange[]) {
  const rows = new Map<string, HandoffsTable>();
  const sets = new Map<string, Partial<HandoffsTable>>();
  for (const change of changes) {
    if ('offered' in change) {
      rows.set(`${change.offered.casus} ${change.offered.handoff}`, change.offered);
      continue;
    }
    const { casus, handoff, set } = change;
    const key = `${casus} ${handoff}`;
    const row = rows.get(key);
    if (row) rows.set(key, { ...row, ...set });
    else sets.set(key, { casus, handoff, ...sets.get(key), ...set });
  }
  return { rows: [...rows.values()], sets: [...sets.values()] };
}

/** Writes changes in bulk. Throws RowsMissing when something becomes of a handoff that was never offered. */
export async function writeHandoffs(trx: Transaction<ReadTables>, changes: readonly HandoffChange[]): Promise<void> {
  const { rows, sets } = settled(changes);
  if (rows.length > 0) {
    await sql`
      insert into read.handoffs_v1
      select * from json_populate_recordset(null::read.handoffs_v1, ${rowsAsJson(rows)}::json)`.execute(trx);
  }
  if (sets.length === 0) return;
  const { numAffectedRows = 0n } = await sql`
    update read.handoffs_v1 h set
      seen_at = coalesce(c.seen_at, h.seen_at),
      seen_recorded = coalesce(c.seen_recorded, h.seen_recorded),
      seen_channel = coalesce(c.seen_channel, h.seen_channel),
      answer = coalesce(c.answer, h.answer),
      answered_at = coalesce(c.answered_at, h.answered_at),
      answered_recorded = coalesce(c.answered_recorded, h.answered_recorded),
      answer_channel = coalesce(c.answer_channel, h.answer_channel),
      reason = coalesce(c.reason, h.reason),
      right_desk = coalesce(c.right_desk, h.right_desk)
    from json_populate_recordset(null::read.handoffs_v1, ${rowsAsJson(sets)}::json) c
    where h.casus = c.casus and h.handoff = c.handoff`.execute(trx);
  if (Number(numAffectedRows) !== sets.length) {
    throw new RowsMissing('read.handoffs_v1', sets.length, Number(numAffectedRows));
  }
}
