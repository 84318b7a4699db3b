import type { Instant } from '#event-sourcing/instant';
import { holds, type AsOf } from '#read-models/as-of';
import type { Dealing, DealingKind } from '#read-models/dealings/dealing';
import type { DealingsTable } from '#read-models/dealings/table';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type Selectable } from 'kysely';

/** A dealing with the id of its casus. */
export interface CasusDealing extends Dealing {
  readonly casus: string;
}

/** Which dealings are asked: of one kind, begun from `from` on (the beginning when null) and before `until`. */
export interface DealingsQuery extends AsOf {
  readonly kind: DealingKind;
  readonly from: Instant | null;
  readonly until: Instant | 'infinity';
}

const dealingOf = (row: Selectable<DealingsTable>): CasusDealing => ({
  casus: row.casus,
  key: row.key,
  kind: row.kind,
  thing: row.thing,
  step: row.step,
  handoff: row.handoff,
  from: row.from_partner,
  to: row.to_partner,
  beganAt: row.began_at,
  life: row.life,
  endedAt: row.ended_at,
  reason: row.reason,
  due: row.due,
  renegotiated: row.renegotiated,
});

/** The dealings at a moment, in the order in which they began. */
export async function dealings(db: ReadDatabase, query: DealingsQuery): Promise<readonly CasusDealing[]> {
  const { kind, from, until } = query;
  const { rows } = await sql<Selectable<DealingsTable>>`
    select s.* from read.dealings_v1 s
    where s.kind = ${kind} and ${holds(query)}
      and s.began_at < ${until}::timestamptz
      and ${from === null ? sql`true` : sql`s.began_at >= ${from}::timestamptz`}
    order by s.began_at, s.casus, s.key`.execute(db);
  return rows.map(dealingOf);
}
