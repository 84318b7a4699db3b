import type { Act } from '#casus/move';
import type { BookedStretch } from '#casus/ledger';
import type { Instant } from '#event-sourcing/instant';
import { ofCasus, type AsOf } from '#read-models/as-of';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type RawBuilder } from 'kysely';

/** A stretch of a step's time on one line, with who owned the step and what had to be done. */
export interface OwnedStretch extends BookedStretch {
  /** The reference. */
  readonly casus: string;
  readonly owner: string;
  readonly act: Act | null;
}

/** Which stretches are asked: of a casus, or those in which a partner was on the move or waited for another. */
export interface StretchesQuery extends AsOf {
  /** Reference or id. */
  readonly casus?: string;
  readonly partner?: string;
  /** Leaves out what lies before; the beginning when left out. */
  readonly from?: Instant | undefined;
}

/** Whether the row `s` was believed at a moment, wherever in time it lies. */
export const believed = ({ knownAt }: AsOf): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`s.known_until = 'infinity'`
    : sql`(s.known_from <= ${knownAt}::timestamptz and s.known_until > ${knownAt}::timestamptz)`;

interface Read extends Omit<OwnedStretch, 'to'> {
  readonly to: Instant | null;
}

const NO_PARTNER = sql`(s.line in ('resident', 'suspended', 'scheduled') or s.line like '%:%')`;

/** The stretches that had begun by a moment, cut to it, in the order in which they began. */
export async function bookedStretchesOf(db: ReadDatabase, query: StretchesQuery): Promise<readonly OwnedStretch[]> {
  const { at, casus, partner, from } = query;
  const conditions = [
    believed(query),
    sql`s.line is not null and s.valid_from < ${at}::timestamptz`,
    ...(from === undefined ? [] : [sql`s.valid_until > ${from}::timestamptz`]),
    ...(casus === undefined ? [] : [ofCasus(casus)]),
    ...(partner === undefined ? [] : [sql`(s.line = ${partner} or (s.owner = ${partner} and not ${NO_PARTNER}))`]),
  ];
  const { rows } = await sql<Read>`
    select s.reference as casus, s.step, s.owner, s.line, s.act, s.valid_from as "from", s.valid_until as "to"
    from read.next_steps_v1 s
    where ${sql.join(conditions, sql` and `)}
    order by s.valid_from, s.reference, s.step_order, s.step`.execute(db);
  return rows.map((row) => ({
    ...row,
    from: from !== undefined && row.from < from ? from : row.from,
    to: row.to === null || row.to > at ? at : row.to,
  }));
}

/** Whether the line of a stretch is a partner: then somebody at the table was on the move. */
export const isOfPartner = ({ line }: BookedStretch): boolean =>
  line !== 'resident' && line !== 'suspended' && line !== 'scheduled' && !line.includes(':');
