import type { DigestItems, DigestSpan } from '#read-models/inbox/digest';
import { factsOfItems, type ReadItem } from '#read-models/inbox/item-facts';
import { forReader, itemOf, readAt, type Reader } from '#read-models/inbox/query';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

type Read = ReadItem & { readonly side: keyof DigestItems };

/** What was told on a day and what may have been open at its start; nothing of what was over by then. */
export async function digestItems(db: ReadDatabase, reader: Reader, span: DigestSpan): Promise<DigestItems> {
  const { before, from, until, end } = span;
  const moment = { at: sql.ref('m.at'), knownAt: sql.ref('m.known_at') };
  const { rows } = await sql<Read>`
    select s.*, m.side, ${readAt(reader)} as read_at, ${factsOfItems.columns}
    from read.inbox_v1 s
    cross join (values
      ('before', ${before}::timestamptz, ${before}::timestamptz),
      ('after', ${until}::timestamptz, ${end}::timestamptz)
    ) m (side, at, known_at)
    ${factsOfItems.joined(moment)}
    where ${forReader(reader)} and s.at <= m.at and s.recorded_at <= m.known_at
      and (s.recorded_at >= ${from}::timestamptz or s.open_until > ${before}::timestamptz)`.execute(db);
  const on = (side: keyof DigestItems, at: typeof until) =>
    rows.filter((row) => row.side === side).map((row) => itemOf(row, at));
  return { before: on('before', before), after: on('after', until) };
}
