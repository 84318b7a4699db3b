import type { InboxChange } from '#read-models/inbox/change';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import type { ReadTables } from '#read-models/read-tables';
import { sql, type Transaction } from 'kysely';

/** Whether a stall may be open is what the latest news of it says, whichever was written first. */
const closing = (subjects: readonly string[]) => sql`
  update read.inbox_v1 s set open_until = latest.open_until
  from (
    select distinct on (c.subject) c.subject,
      case when c.news in ('ended', 'never-was') then c.recorded_at else 'infinity' end as open_until
    from read.inbox_course_v1 c where c.subject = any(${subjects})
    order by c.subject, c.position desc
  ) latest
  where s.subject = latest.subject and s.why = 'stall'`;

/** Writes changes in bulk. Of the marks of one reader on one item the last counts. */
export async function writeInbox(trx: Transaction<ReadTables>, changes: readonly InboxChange[]): Promise<void> {
  const items = changes.flatMap((change) => ('item' in change ? [change.item] : []));
  const course = changes.flatMap((change) => ('course' in change ? [change.course] : []));
  const marks = new Map(
    changes.flatMap((change) =>
      'mark' in change ? [[`${change.mark.item} ${change.mark.person}`, change.mark] as const] : [],
    ),
  );
  if (items.length > 0) {
    await sql`
      insert into read.inbox_v1
      select * from json_populate_recordset(null::read.inbox_v1, ${rowsAsJson(items)}::json)`.execute(trx);
  }
  if (course.length > 0) {
    await sql`
      insert into read.inbox_course_v1
      select * from json_populate_recordset(null::read.inbox_course_v1, ${rowsAsJson(course)}::json)`.execute(trx);
  }
  const stirred = [...items, ...course].map(({ subject }) => subject);
  if (stirred.length > 0) await closing(stirred).execute(trx);
  if (marks.size > 0) {
    await sql`
      insert into read.inbox_marks_v1
      select * from json_populate_recordset(null::read.inbox_marks_v1, ${rowsAsJson([...marks.values()])}::json)
      on conflict (item, person) do update set read = excluded.read, at = excluded.at`.execute(trx);
  }
}
