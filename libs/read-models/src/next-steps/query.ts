import { localDateOf, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Act } from '#casus/move';
import { harmSoFar, type Standing } from '#casus/standing';
import type { StepState } from '#casus/step-state';
import { heldEither, holds, ofCasus, type AsOf } from '#read-models/as-of';
import type { NextStepsTable } from '#read-models/next-steps/table';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type RawBuilder, type Selectable } from 'kysely';

/** A line of the board: where a step stands. `casus` is the reference. */
export interface NextStep extends Omit<Standing, 'harmDates' | 'line' | 'dueOn' | 'term'> {
  readonly casus: string;
  /** The number of `harm.dates` up to and including the local day; null without harm. */
  readonly harmSoFar: number | null;
}

export const NEXT_STEPS_SORTS = ['casus', 'step', 'owner', 'since', 'last-day', 'stalled'] as const;
export type NextStepsSort = (typeof NEXT_STEPS_SORTS)[number];

/** What of the board is asked. Filters add up. Without `state`: the steps that are not done. */
export interface NextStepsQuery extends AsOf, PageRequest {
  /** Reference or id. */
  readonly casus?: string | undefined;
  readonly owner?: string | undefined;
  /** Owns the step, or is on the move for it. */
  readonly partner?: string | undefined;
  /** `<partner>`, `resident`, `external:<name>` or `supply:<name>`. */
  readonly onTheMove?: string | undefined;
  readonly state?: StepState | readonly StepState[] | undefined;
  readonly act?: Act | undefined;
  /**
   * Default `casus`; `since` puts who has been on the move longest first, `last-day` what is due first, `stalled` what has
   * stalled longest (of the others who has been on the move longest); without one last.
   */
  readonly sort?: NextStepsSort | undefined;
}

const step = [{ text: 's.step_order' }, { text: 's.step' }];
const casus = { text: 's.reference' };
const ORDERS: Readonly<Record<NextStepsSort, Order>> = {
  casus: { name: 'casus', by: [casus, ...step] },
  step: { name: 'step', by: [...step, casus] },
  owner: { name: 'owner', by: [{ text: 's.owner' }, casus, ...step] },
  'last-day': {
    name: 'last-day',
    by: [{ text: `coalesce(s.last_day, 'infinity')::text collate "C"` }, casus, ...step],
  },
  since: { name: 'since', by: [{ text: `coalesce(s.since, 'infinity')`, instant: true }, casus, ...step] },
  stalled: {
    name: 'stalled',
    by: [
      { text: `coalesce(s.stalled_since, 'infinity')`, instant: true },
      { text: `coalesce(s.since, 'infinity')`, instant: true },
      casus,
      ...step,
    ],
  },
};

type Read = Selectable<NextStepsTable> & { readonly stalled_since: Instant | null };

const keysOf = (
  sort: NextStepsSort,
  { reference, step_order, step, owner, since, last_day, stalled_since }: Read,
): readonly string[] =>
  ({
    casus: [reference, step_order, step],
    step: [step_order, step, reference],
    owner: [owner, reference, step_order, step],
    since: [since ?? 'infinity', reference, step_order, step],
    'last-day': [last_day ?? 'infinity', reference, step_order, step],
    stalled: [stalled_since ?? 'infinity', since ?? 'infinity', reference, step_order, step],
  })[sort];

const NOT_ENDED = sql`s.state not in ('done', 'cancelled')`;

function conditions(query: NextStepsQuery): RawBuilder<unknown>[] {
  const { owner, partner, onTheMove, state, act } = query;
  const states = state === undefined ? [] : [state].flat();
  return [
    ...(states.some((one) => one === 'done' || one === 'cancelled') ? [] : [NOT_ENDED]),
    ...(states.length === 0 ? [] : [sql`s.state in (${sql.join(states)})`]),
    ...(query.casus === undefined ? [] : [ofCasus(query.casus)]),
    ...(owner === undefined ? [] : [sql`s.owner = ${owner}`]),
    ...(partner === undefined ? [] : [sql`(s.owner = ${partner} or s.on_the_move = ${partner})`]),
    ...(onTheMove === undefined ? [] : [sql`s.on_the_move = ${onTheMove}`]),
    ...(act === undefined ? [] : [sql`s.act = ${act}`]),
  ];
}

/** Found by an index of their own first and put in order then: the order alone would have everybody's looked through. */
const isSelective = ({ casus, owner, partner, onTheMove }: NextStepsQuery): boolean =>
  [casus, owner, partner, onTheMove].some((one) => one !== undefined);

/** Since when a step has stalled; a stall of another step that it is behind is not its own. */
const stalledSince = (query: AsOf) => sql`(
  select min(t.since) from read.stalls_v1 t
  where t.casus = s.casus and case t.pattern when 'BLOCKED' then t.about else t.root end = s.step and ${holds(query, 't')})`;

const nextStepOf =
  (day: LocalDate) =>
  (row: Read): NextStep => ({
    casus: row.reference,
    step: row.step,
    title: row.title,
    category: row.category,
    owner: row.owner,
    person: row.person,
    state: row.state,
    onTheMove: row.on_the_move,
    act: row.act,
    root: row.root,
    about: row.about,
    since: row.since,
    blockedBy: row.blocked_by,
    startsOn: row.starts_on,
    lastDay: row.last_day,
    warnsOn: row.warns_on,
    harmSoFar: harmSoFar(row.harm_dates, day),
  });

/** The board at a moment, past, present or to come. Throws CursorInvalid. */
export async function nextSteps(db: ReadDatabase, query: NextStepsQuery): Promise<Page<NextStep>> {
  const { at, sort = 'casus', limit, cursor } = query;
  const order = ORDERS[sort];
  const stalled = sort === 'stalled' ? stalledSince(query) : sql`null::timestamptz`;
  const parts = heldEither(query).map(
    (held) => sql`
      select s.*, ${stalled} as stalled_since from read.next_steps_v1 s
      where ${sql.join([held, ...conditions(query)], sql` and `)}`,
  );
  const { rows } = await sql<Read>`
    select s.*, s.harm_dates::text[] as harm_dates from (${sql.join(parts, sql` union all `)}
      ${sql.raw(isSelective(query) ? 'offset 0' : '')}) s
    where ${after(order, cursor)}
    order by ${inOrder(order)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, order.name, { keys: (row) => keysOf(sort, row), row: nextStepOf(localDateOf(at)) });
}
