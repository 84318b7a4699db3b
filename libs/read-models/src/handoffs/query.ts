import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { HandoffState } from '#casus/handoff';
import type { HandoffKind, RefusalReason } from '#casus/vocabulary';
import { belongs, ofCasus, type AsOf } from '#read-models/as-of';
import type { Answer, HandoffsTable } from '#read-models/handoffs/table';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type RawBuilder, type Selectable } from 'kysely';

/** A handoff as it was at the moment asked for; instants that lie after it are null, as are reasons not yet given. */
export interface HandoffView {
  readonly casus: string;
  readonly handoff: string;
  readonly step: string;
  readonly from: string;
  readonly to: string;
  readonly kind: HandoffKind;
  readonly state: HandoffState;
  readonly offeredAt: Instant;
  readonly seenAt: Instant | null;
  readonly acceptedAt: Instant | null;
  readonly declinedAt: Instant | null;
  readonly withdrawnAt: Instant | null;
  /** Only when it did expire. */
  readonly expiredAt: Instant | null;
  readonly answerBy: LocalDate | null;
  readonly expiresOn: LocalDate | null;
  readonly expiresAt: Instant | null;
  readonly reason: RefusalReason | null;
  readonly rightDesk: string | null;
  readonly previous: string | null;
  readonly parent: string | null;
  /** Seen, or answered, as told by a partner without the system. */
  readonly seenToldBy: { readonly channel: string } | null;
  readonly answerToldBy: { readonly channel: string } | null;
}

/** Which handoffs are asked, in the order of their offering, or the latest first. Filters add up. */
export interface HandoffsQuery extends AsOf, PageRequest {
  /** Reference or id. */
  readonly casus?: string | undefined;
  readonly step?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Sender or receiver. */
  readonly partner?: string | undefined;
  readonly state?: HandoffState | readonly HandoffState[] | undefined;
  readonly latestFirst?: boolean | undefined;
}

const by = [{ text: 's.offered_at', instant: true as const }, { text: 's.reference' }, { text: 's.handoff' }];
const FORWARDS: Order = { name: 'first', by };
const BACKWARDS: Order = { name: 'latest', by, backwards: true };

/** The state of the handoff `s` at a moment, as libs/casus/src/handoff.ts has it: an expiry needs no event. */
export const stateAt = (asOf: AsOf): RawBuilder<HandoffState> => sql`case
  when ${belongs(asOf, 's.answered_at', 's.answered_recorded')} then s.answer
  when s.expires_at <= ${asOf.at}::timestamptz then 'expired'
  when ${belongs(asOf, 's.seen_at', 's.seen_recorded')} then 'seen'
  else 'offered' end`;

type Read = Selectable<HandoffsTable> & { readonly state: HandoffState; readonly seen: boolean | null };

const told = (channel: string | null) => (channel === null ? null : { channel });

function handoffOf(row: Read): HandoffView {
  const answered = row.state === row.answer;
  const when = (answer: Answer) => (row.state === answer ? row.answered_at : null);
  return {
    casus: row.reference,
    handoff: row.handoff,
    step: row.step,
    from: row.from_partner,
    to: row.to_partner,
    kind: row.kind,
    state: row.state,
    offeredAt: row.offered_at,
    seenAt: row.seen ? row.seen_at : null,
    acceptedAt: when('accepted'),
    declinedAt: when('declined'),
    withdrawnAt: when('withdrawn'),
    expiredAt: row.state === 'expired' ? row.expires_at : null,
    answerBy: row.answer_by,
    expiresOn: row.expires_on,
    expiresAt: row.expires_at,
    reason: answered ? row.reason : null,
    rightDesk: answered ? row.right_desk : null,
    previous: row.previous,
    parent: row.parent,
    seenToldBy: row.seen ? told(row.seen_channel) : null,
    answerToldBy: answered ? told(row.answer_channel) : null,
  };
}

function conditions(query: HandoffsQuery): RawBuilder<unknown>[] {
  const { step, from, to, partner, state } = query;
  return [
    belongs(query, 's.offered_at', 's.offered_recorded'),
    ...(query.casus === undefined ? [] : [ofCasus(query.casus)]),
    ...(step === undefined ? [] : [sql`s.step = ${step}`]),
    ...(from === undefined ? [] : [sql`s.from_partner = ${from}`]),
    ...(to === undefined ? [] : [sql`s.to_partner = ${to}`]),
    ...(partner === undefined ? [] : [sql`(s.from_partner = ${partner} or s.to_partner = ${partner})`]),
    ...(state === undefined ? [] : [sql`${stateAt(query)} in (${sql.join([state].flat())})`]),
  ];
}

/** The handoffs at a moment. Throws CursorInvalid. */
export async function handoffs(db: ReadDatabase, query: HandoffsQuery): Promise<Page<HandoffView>> {
  const { limit, cursor, latestFirst = false } = query;
  const order = latestFirst ? BACKWARDS : FORWARDS;
  const { rows } = await sql<Read>`
    select s.*, ${stateAt(query)} as state, ${belongs(query, 's.seen_at', 's.seen_recorded')} as seen
    from read.handoffs_v1 s
    where ${sql.join([...conditions(query), after(order, cursor)], sql` and `)}
    order by ${inOrder(order)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, order.name, {
    keys: ({ offered_at, reference, handoff }) => [offered_at, reference, handoff],
    row: handoffOf,
  });
}
