import type { Instant } from '#event-sourcing/instant';
import { isStallCause, STALL_CAUSES, type BuildingBlock } from '#casus/stall-cause';
import type { StallPattern } from '#casus/vocabulary';
import { holds, ofCasus, type AsOf } from '#read-models/as-of';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type RawBuilder } from 'kysely';

/** A cause as it was named, and by whom; `own`: by the party that was on the move then itself, which figures keep apart. */
export interface NamedCause {
  readonly cause: string;
  readonly block: BuildingBlock | null;
  readonly by: { readonly partner: string; readonly person: string | null };
  readonly at: Instant;
  readonly own: boolean;
}

/** Who waits for whom. */
export interface WaitingPair {
  readonly from: string;
  readonly to: string;
}

/** A stall. `until` null while it lasts; `onTheMove` as it is, or as it was when it ended. */
export interface StallView {
  readonly casus: string;
  readonly pattern: StallPattern;
  readonly about: string;
  readonly root: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly onTheMove: string | null;
  /** The partner that waits and the partner that is on the move; null where these are not two partners. */
  readonly pair: WaitingPair | null;
  /** The cause that was named last. */
  readonly cause: string | null;
  readonly causes: readonly NamedCause[];
  /** Stable: the same as the watch records and escalations name. */
  readonly id: string;
}

/** Which stalls are asked. Filters add up. */
export interface StallsQuery extends AsOf, PageRequest {
  /** Reference or id. */
  readonly casus?: string | undefined;
  readonly id?: string | undefined;
  readonly pattern?: StallPattern | undefined;
  readonly onTheMove?: string | undefined;
  /** `lasting`: those that hold at the moment; default all that had begun by then. */
  readonly which?: 'lasting' | 'ended' | undefined;
  /** That held at some time from `from` on (the beginning when null) and before `end`. */
  readonly within?: { readonly from: Instant | null; readonly end: Instant } | undefined;
}

interface Read {
  readonly casus: string;
  readonly reference: string;
  readonly pattern: StallPattern;
  readonly about: string;
  readonly root: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly on_the_move: string | null;
  readonly waiting: string | null;
  readonly id: string;
  readonly causes: readonly { cause: string; partner: string; person: string | null; at: Instant; own: boolean }[];
}

const ORDER: Order = {
  name: 'stalls',
  by: [{ text: 's.since', instant: true }, { text: 's.reference' }, { text: 's.pattern' }, { text: 's.about' }],
};

const knownBy = ({ knownAt }: AsOf, row = 's'): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`${sql.ref(`${row}.known_until`)} = 'infinity'`
    : sql`${sql.ref(`${row}.known_from`)} <= ${knownAt}::timestamptz and ${sql.ref(`${row}.known_until`)} > ${knownAt}::timestamptz`;

/** Of a stall that lasts one row holds; what had begun by then has to be looked through for the last of each. */
const begunBy = (query: StallsQuery): RawBuilder<unknown> =>
  query.which === 'lasting'
    ? sql`select s.casus, s.reference, s.pattern, s.about, s.root, s.since, s.on_the_move, s.waiting, s.id, null::timestamptz as until
        from read.stalls_v1 s where ${holds(query)}`
    : sql`select distinct on (s.casus, s.key, s.since)
          s.casus, s.reference, s.pattern, s.about, s.root, s.since, s.on_the_move, s.waiting, s.id,
          case when s.valid_until > ${query.at}::timestamptz then null else s.valid_until end as until
        from read.stalls_v1 s
        where s.valid_from <= ${query.at}::timestamptz and ${knownBy(query)}
          and ${query.casus === undefined ? sql`true` : ofCasus(query.casus)}
          and ${query.id === undefined ? sql`true` : sql`s.id = ${query.id}`}
        order by s.casus, s.key, s.since, s.valid_from desc`;

const recordedBy = ({ knownAt }: AsOf): RawBuilder<boolean> =>
  knownAt === undefined ? sql`true` : sql`c.recorded_at <= ${knownAt}::timestamptz`;

function conditions({ casus, id, pattern, onTheMove, which, within }: StallsQuery): RawBuilder<unknown>[] {
  return [
    ...(casus === undefined ? [] : [ofCasus(casus)]),
    ...(id === undefined ? [] : [sql`s.id = ${id}`]),
    ...(pattern === undefined ? [] : [sql`s.pattern = ${pattern}`]),
    ...(onTheMove === undefined ? [] : [sql`s.on_the_move = ${onTheMove}`]),
    ...(which === undefined ? [] : [which === 'lasting' ? sql`s.until is null` : sql`s.until is not null`]),
    ...(within === undefined ? [] : [sql`s.since < ${within.end}::timestamptz`]),
    ...(within?.from ? [sql`(s.until is null or s.until > ${within.from}::timestamptz)`] : []),
  ];
}

function viewOf({ reference, on_the_move: onTheMove, waiting, causes, ...stall }: Read): StallView {
  const named = causes.map(({ cause, partner, person, at, own }): NamedCause => ({
    cause,
    block: isStallCause(cause) ? STALL_CAUSES[cause].block : null,
    by: { partner, person },
    at,
    own,
  }));
  const { pattern, about, root, since, until, id } = stall;
  return {
    casus: reference,
    pattern,
    about,
    root,
    since,
    until,
    onTheMove,
    pair: waiting === null || onTheMove === null ? null : { from: waiting, to: onTheMove },
    cause: named.at(-1)?.cause ?? null,
    causes: named,
    id,
  };
}

const causesOf = (query: StallsQuery): RawBuilder<unknown> => sql`
  select json_agg(json_build_object('cause', c.cause, 'partner', c.partner, 'person', c.person,
    'own', c.partner is not distinct from b.on_the_move,
    'at', to_char(c.occurred_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')) order by c.position)
  from read.stall_causes_v1 c
  cross join lateral (
    select b.since, b.on_the_move from read.stalls_v1 b
    where b.casus = c.casus and b.key = c.pattern || ' ' || c.about and b.valid_from <= c.occurred_at
      and ${knownBy(query, 'b')}
    order by b.valid_from desc limit 1) b
  where c.casus = s.casus and c.pattern = s.pattern and c.about = s.about and b.since = s.since
    and c.occurred_at <= ${query.at}::timestamptz and ${recordedBy(query)}`;

async function read(db: ReadDatabase, query: StallsQuery): Promise<readonly Read[]> {
  const { limit, cursor } = query;
  const { rows } = await sql<Read>`
    with begun as (${begunBy(query)})
    select s.*, coalesce((${causesOf(query)}), '[]'::json) as causes
    from begun s
    where ${sql.join([sql`true`, ...conditions(query), after(ORDER, cursor)], sql` and `)}
    order by ${inOrder(ORDER)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return rows;
}

/**
 * The stalls that had begun by a moment, oldest first. Causes named by then are with the stall that had begun last when
 * they were named. Throws CursorInvalid.
 */
export async function stalls(db: ReadDatabase, query: StallsQuery): Promise<Page<StallView>> {
  const keys = ({ since, reference, pattern, about }: Read) => [since, reference, pattern, about];
  return pageOf(await read(db, query), query.limit, ORDER.name, { keys, row: viewOf });
}

/** The same, whole, each with the id of its casus. */
export const stallsByIds = async (db: ReadDatabase, query: Omit<StallsQuery, keyof PageRequest>) =>
  (await read(db, query)).map((row) => ({ id: row.casus, stall: viewOf(row) }));
