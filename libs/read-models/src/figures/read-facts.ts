import { belongs, holds, type AsOf } from '#read-models/as-of';
import { dealings } from '#read-models/dealings/query';
import { placeOf } from '#read-models/figures/bounces';
import type { Offer } from '#read-models/figures/offer';
import type { Period } from '#read-models/figures/period';
import { promiseAt, type Breaches } from '#read-models/figures/promises';
import type { CountedStall } from '#read-models/figures/stall-group';
import type { BookedElsewhere, WaitingFacts } from '#read-models/figures/waiting';
import { stateAt } from '#read-models/handoffs/query';
import { believed } from '#read-models/ledger/stretches';
import type { PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { stallsByIds, type StallsQuery } from '#read-models/stalls/query';
import { sql } from 'kysely';

const END_OF_TIME = 'infinity' as const;

/** All offers of the steps of which one was offered in the period, as they stood at a moment. */
async function offersOf(db: ReadDatabase, { from, end }: Period, asOf: AsOf): Promise<readonly Offer[]> {
  const { rows } = await sql<Offer>`
    select s.casus, s.step, s.handoff, s.from_partner as "from", s.to_partner as "to", s.offered_at as "offeredAt",
      case when ${belongs(asOf, 's.seen_at', 's.seen_recorded')} then s.seen_at end as "seenAt",
      ${stateAt(asOf)} as state,
      case when ${belongs(asOf, 's.answered_at', 's.answered_recorded')} then s.answered_at
        when s.expires_at <= ${asOf.at}::timestamptz then s.expires_at end as "endedAt",
      case when ${belongs(asOf, 's.answered_at', 's.answered_recorded')} then s.reason end as reason
    from read.handoffs_v1 s
    where ${belongs(asOf, 's.offered_at', 's.offered_recorded')} and exists (
      select 1 from read.handoffs_v1 p
      where p.casus = s.casus and p.step = s.step and ${belongs(asOf, 'p.offered_at', 'p.offered_recorded')}
        and p.offered_at < ${end}::timestamptz
        and ${from === null ? sql`true` : sql`p.offered_at >= ${from}::timestamptz`})
    order by s.offered_at, s.casus, s.handoff`.execute(db);
  return rows;
}

/** Of the offers of a period, the time of their steps that is not booked to their receivers. */
async function elsewhereOf(db: ReadDatabase, { from, end }: Period, asOf: AsOf): Promise<readonly BookedElsewhere[]> {
  const until = sql`least(${asOf.at}::timestamptz, coalesce(
    case when ${belongs(asOf, 'h.answered_at', 'h.answered_recorded')} then h.answered_at else h.expires_at end, 'infinity'))`;
  const { rows } = await sql<BookedElsewhere>`
    select o.casus, o.handoff, greatest(s.valid_from, o.offered_at) as "from", least(s.valid_until, o.until) as "to"
    from (
      select h.casus, h.handoff, h.step, h.to_partner, h.offered_at, ${until} as until
      from read.handoffs_v1 h
      where ${belongs(asOf, 'h.offered_at', 'h.offered_recorded')} and h.offered_at < ${end}::timestamptz
        and ${from === null ? sql`true` : sql`h.offered_at >= ${from}::timestamptz`}) o
    join read.next_steps_v1 s on s.casus = o.casus and s.step = o.step
    where ${believed(asOf)} and s.line is not null and s.line <> o.to_partner
      and s.valid_from < o.until and s.valid_until > o.offered_at
    order by s.valid_from, o.casus, o.handoff`.execute(db);
  return rows;
}

interface Face {
  readonly casus: string;
  readonly neighbourhood: string | null;
  readonly attentionGroup: string | null;
}

async function facesOf(db: ReadDatabase, casus: readonly string[], asOf: AsOf) {
  const { rows } = await sql<Face>`
    select s.casus, s.neighbourhood, s.attention_group as "attentionGroup"
    from read.casus_summary_v1 s
    where s.casus = any(${[...new Set(casus)]}::text[]) and ${holds(asOf)}`.execute(db);
  return new Map(rows.map((row) => [row.casus, row]));
}

/** Stalls by the ids of their casus. What is not told of a casus, or not yet in its view, is null. */
async function stallsWithIds(
  db: ReadDatabase,
  query: Omit<StallsQuery, keyof PageRequest>,
): Promise<readonly CountedStall[]> {
  const rows = await stallsByIds(db, query);
  const faces = await facesOf(
    db,
    rows.map(({ id }) => id),
    query,
  );
  return rows.map(({ id: casus, stall }) => {
    const { pattern, about, root, since, until, onTheMove, causes } = stall;
    const { neighbourhood = null, attentionGroup = null } = faces.get(casus) ?? {};
    return { casus, pattern, about, root, since, until, onTheMove, causes, neighbourhood, attentionGroup };
  });
}

/** The stalls that held at some time of the period, as they stood at a moment. */
export const stallsOf = (db: ReadDatabase, { from, end }: Period, asOf: AsOf): Promise<readonly CountedStall[]> =>
  stallsWithIds(db, { ...asOf, within: { from, end } });

/** What waiting is counted from. */
export async function waitingFactsOf(db: ReadDatabase, period: Period, asOf: AsOf): Promise<WaitingFacts> {
  const since = { ...asOf, from: period.from, until: END_OF_TIME };
  const toAndFro = await stallsWithIds(db, { ...asOf, pattern: 'PINGPONG' });
  return {
    offers: await offersOf(db, period, asOf),
    elsewhere: await elsewhereOf(db, period, asOf),
    asks: await dealings(db, { ...since, kind: 'ask' }),
    returns: await dealings(db, { ...since, kind: 'return' }),
    pingpong: toAndFro.map(({ casus, about, since: at }) => ({ place: placeOf({ casus, step: about }), since: at })),
  };
}

/** The promises of the period, and those that were not kept by their day. */
export async function promisesOf(db: ReadDatabase, { from, end }: Period, asOf: AsOf) {
  const broken = await stallsWithIds(db, { ...asOf, pattern: 'PROMISE_BROKEN' });
  const breaches = new Map<string, { readonly lasts: boolean }>();
  // The oldest comes first: the last one tells how it stands.
  for (const { casus, about, until } of broken) breaches.set(promiseAt(casus, about), { lasts: until === null });
  return {
    promises: await dealings(db, { ...asOf, kind: 'promise', from, until: end }),
    breaches: breaches as Breaches,
  };
}
