import type { Instant } from '#event-sourcing/instant';
import { belongs, holds, ofCasus, type AsOf } from '#read-models/as-of';
import type { CasusSummaryTable } from '#read-models/casus-summary/table';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import type { StepState } from '#casus/step-state';
import { sql, type RawBuilder, type Selectable } from 'kysely';

/** A casus at a glance. No names of residents, and no texts but its title. */
export interface CasusSummary {
  readonly id: string;
  /** The reference. */
  readonly casus: string;
  readonly title: string;
  readonly director: { readonly partner: string; readonly person: string | null };
  readonly attentionGroup: string | null;
  readonly neighbourhood: string | null;
  readonly openedAt: Instant;
  readonly closedAt: Instant | null;
  /** Partners with a valid basis, by id. */
  readonly partners: readonly string[];
  /** How many steps are in each state. */
  readonly steps: Readonly<Record<StepState, number>>;
  /** How many steps each party is on the move for; a step that is blocked counts at the step that blocks it. */
  readonly onTheMove: Readonly<Record<string, number>>;
  /** When something last happened. */
  readonly latestActivity: Instant;
}

export const CASUS_SORTS = ['casus', 'opened'] as const;
export type CasusSort = (typeof CASUS_SORTS)[number];

/** Which casus are asked. Filters add up. */
export interface CasusSummaryQuery extends AsOf, PageRequest {
  /** Reference or id. */
  readonly casus?: string | undefined;
  readonly director?: string | undefined;
  /** Has a valid basis. */
  readonly partner?: string | undefined;
  readonly life?: 'open' | 'closed' | undefined;
  readonly attentionGroup?: string | undefined;
  readonly neighbourhood?: string | undefined;
  /** Default `casus`. */
  readonly sort?: CasusSort | undefined;
}

const ORDERS: Readonly<Record<CasusSort, Order>> = {
  casus: { name: 'casus', by: [{ text: 's.reference' }] },
  opened: { name: 'opened', by: [{ text: 's.opened_at', instant: true }, { text: 's.reference' }] },
};

interface Read extends Selectable<CasusSummaryTable> {
  readonly states: Readonly<Partial<Record<StepState, number>>> | null;
  readonly movers: Readonly<Record<string, number>> | null;
  readonly latest: Instant | null;
}

const NO_STEPS = { done: 0, cancelled: 0, blocked: 0, scheduled: 0, waiting: 0, reported: 0, open: 0 };

const summaryOf = (row: Read): CasusSummary => ({
  id: row.casus,
  casus: row.reference,
  title: row.title,
  director: { partner: row.director, person: row.director_person },
  attentionGroup: row.attention_group,
  neighbourhood: row.neighbourhood,
  openedAt: row.opened_at,
  closedAt: row.closed_at,
  partners: row.partners,
  steps: { ...NO_STEPS, ...row.states },
  onTheMove: row.movers ?? {},
  latestActivity: row.latest ?? row.opened_at,
});

function conditions(query: CasusSummaryQuery): RawBuilder<unknown>[] {
  const { director, partner, life, attentionGroup, neighbourhood } = query;
  return [
    holds(query),
    ...(query.casus === undefined ? [] : [ofCasus(query.casus)]),
    ...(director === undefined ? [] : [sql`s.director = ${director}`]),
    ...(partner === undefined ? [] : [sql`${partner} = any(s.partners)`]),
    ...(life === undefined ? [] : [life === 'open' ? sql`s.closed_at is null` : sql`s.closed_at is not null`]),
    ...(attentionGroup === undefined ? [] : [sql`s.attention_group = ${attentionGroup}`]),
    ...(neighbourhood === undefined ? [] : [sql`s.neighbourhood = ${neighbourhood}`]),
  ];
}

const stepsOf = (query: AsOf) =>
  sql`(select * from read.next_steps_v1 s where s.casus = page.casus and ${holds(query)})`;

/** The casus at a moment, each with what next-steps and the timeline say of it then. Throws CursorInvalid. */
export async function casusSummaries(db: ReadDatabase, query: CasusSummaryQuery): Promise<Page<CasusSummary>> {
  const { sort = 'casus', limit, cursor } = query;
  const order = ORDERS[sort];
  const { rows } = await sql<Read>`
    with page as materialized (
      select s.*, row_number() over (order by ${inOrder(order)}) as place from read.casus_summary_v1 s
      where ${sql.join([...conditions(query), after(order, cursor)], sql` and `)}
      order by ${inOrder(order)}
      limit ${limit === undefined ? null : limit + 1}
    )
    select page.*,
      (select json_object_agg(state, count) from
        (select state, count(*)::int from ${stepsOf(query)} steps group by state) counted) as states,
      (select json_object_agg(on_the_move, count) from
        (select on_the_move, count(*)::int from ${stepsOf(query)} steps
         where on_the_move is not null and root = step group by on_the_move) counted) as movers,
      (select s.occurred_at from read.timeline_v1 s
        where s.casus = page.casus and ${belongs(query, 's.occurred_at', 's.recorded_at')}
        order by s.occurred_at desc limit 1) as latest
    from page order by place`.execute(db);
  return pageOf(rows, limit, order.name, {
    keys: ({ opened_at, reference }) => (sort === 'casus' ? [reference] : [opened_at, reference]),
    row: summaryOf,
  });
}

/** One casus at a moment, by reference or id; undefined when there was none then. */
export async function casusSummary(
  db: ReadDatabase,
  query: AsOf & { readonly casus: string },
): Promise<CasusSummary | undefined> {
  const { rows } = await casusSummaries(db, query);
  return rows[0];
}
