import type { Instant } from '#event-sourcing/instant';
import { belongs, holds, type AsOf } from '#read-models/as-of';
import { stateAt } from '#read-models/handoffs/query';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

/** What lies with a partner, over all casus. A step that is blocked counts as a move at the step that blocks it. */
export interface PartnerWorkload {
  readonly partner: string;
  /** Steps not ended that it owns. */
  readonly owned: number;
  /** Steps for which it is on the move, its own and those of others. */
  readonly onTheMove: number;
  /** Open offers to it. */
  readonly offersToAnswer: number;
  /** Questions for which it is on the move. */
  readonly asksToAnswer: number;
  /** Steps it owns for which somebody else is on the move. */
  readonly waitingOnOthers: number;
  /** Since when it has been on the move longest; null when it is not. */
  readonly oldestSince: Instant | null;
}

/** Whose workload is asked: one partner's, or everybody's that has any, by partner. */
export interface PartnerWorkloadQuery extends AsOf, PageRequest {
  readonly partner?: string | undefined;
}

const ORDER: Order = { name: 'partner', by: [{ text: 's.partner' }] };

/** Who is loaded with what at a moment, from next-steps and handoffs alone. Throws CursorInvalid. */
export async function partnerWorkload(db: ReadDatabase, query: PartnerWorkloadQuery): Promise<Page<PartnerWorkload>> {
  const { partner, limit, cursor } = query;
  const only = (column: string) => (partner === undefined ? sql`true` : sql`${sql.ref(column)} = ${partner}`);
  const board = sql`read.next_steps_v1 s where ${holds(query)} and s.state not in ('done', 'cancelled')`;
  const { rows } = await sql<PartnerWorkload>`
    with load as (
      select s.owner as partner, 1 as owned, 0 as moves, 0 as offers, 0 as asks,
        case when s.on_the_move <> s.owner then 1 else 0 end as others, null::timestamptz as since
      from ${board} and ${only('s.owner')}
      union all
      select s.on_the_move, 0, 1, 0, case when s.act = 'answer-ask' then 1 else 0 end, 0, s.since
      from ${board} and s.on_the_move is not null and s.root = s.step and ${only('s.on_the_move')}
        and s.on_the_move <> 'resident' and s.on_the_move not like '%:%'
      union all
      select s.to_partner, 0, 0, 1, 0, 0, null
      from read.handoffs_v1 s
      where ${belongs(query, 's.offered_at', 's.offered_recorded')} and ${only('s.to_partner')}
        and ${stateAt(query)} in ('offered', 'seen')
    )
    select s.partner, sum(s.owned)::int as owned, sum(s.moves)::int as "onTheMove", sum(s.offers)::int as "offersToAnswer",
      sum(s.asks)::int as "asksToAnswer", sum(s.others)::int as "waitingOnOthers", min(s.since) as "oldestSince"
    from load s where ${after(ORDER, cursor)}
    group by s.partner order by ${inOrder(ORDER)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, ORDER.name, { keys: (row) => [row.partner], row: (row) => row });
}
