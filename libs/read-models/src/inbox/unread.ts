import type { StandIn } from '#partners/partner';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

/** How much of an inbox is unread: by anyone of the partner, and by each of its persons that was told or read something. */
export interface UnreadCounts {
  readonly partner: string;
  readonly unread: number;
  readonly persons: readonly { readonly person: string; readonly unread: number }[];
}

/** Counts what is unread in the inbox of a partner; what is for somebody that is away also with who stands in for it. */
export async function unreadCounts(
  db: ReadDatabase,
  partner: string,
  standIns: readonly StandIn[] = [],
): Promise<UnreadCounts> {
  const all = await sql<{ readonly unread: number }>`
    select count(*)::int as unread from read.inbox_v1 s
    where s.partner = ${partner}
      and not exists (select 1 from read.inbox_marks_v1 m where m.item = s.item and m.read)`.execute(db);
  const { rows: persons } = await sql<{ readonly person: string; readonly unread: number }>`
    with places as (
      select person, "inPlaceOf" as absent
      from json_to_recordset(${JSON.stringify(standIns)}::json) as t (person text, "inPlaceOf" text)
    ), persons as (
      select s.person from read.inbox_v1 s where s.partner = ${partner} and s.person is not null
      union select m.person from read.inbox_marks_v1 m where m.partner = ${partner} and m.person <> ''
      union select person from places
    )
    select p.person, (
      select count(*)::int from read.inbox_v1 s
      where s.partner = ${partner} and (
        s.person is null or s.person = p.person
        or s.person in (select absent from places where places.person = p.person)
      ) and not exists (
        select 1 from read.inbox_marks_v1 m where m.item = s.item and m.person = p.person and m.read
      )
    ) as unread
    from persons p order by p.person`.execute(db);
  return { partner, unread: all.rows[0]?.unread ?? 0, persons };
}
