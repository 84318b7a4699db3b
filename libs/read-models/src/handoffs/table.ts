import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { HandoffKind, RefusalReason } from '#casus/vocabulary';
import { sql, type Migration } from 'kysely';

export type Answer = 'accepted' | 'declined' | 'withdrawn';

/** A handoff with each of its moments as it happened and as it was recorded; its state at a moment follows from them. */
export interface HandoffsTable {
  readonly casus: string;
  readonly reference: string;
  readonly handoff: string;
  readonly step: string;
  readonly from_partner: string;
  readonly to_partner: string;
  readonly kind: HandoffKind;
  readonly previous: string | null;
  readonly parent: string | null;
  readonly answer_by: LocalDate | null;
  readonly expires_on: LocalDate | null;
  readonly expires_at: Instant | null;
  readonly offered_at: Instant;
  readonly offered_recorded: Instant;
  readonly seen_at: Instant | null;
  readonly seen_recorded: Instant | null;
  readonly seen_channel: string | null;
  readonly answer: Answer | null;
  readonly answered_at: Instant | null;
  readonly answered_recorded: Instant | null;
  readonly answer_channel: string | null;
  readonly reason: RefusalReason | null;
  readonly right_desk: string | null;
}

const table = sql`
create table read.handoffs_v1 (
  casus text collate "C" not null,
  reference text collate "C" not null,
  handoff text collate "C" not null,
  step text not null,
  from_partner text collate "C" not null,
  to_partner text collate "C" not null,
  kind text not null,
  previous text,
  parent text,
  answer_by date,
  expires_on date,
  expires_at timestamptz,
  offered_at timestamptz not null,
  offered_recorded timestamptz not null,
  seen_at timestamptz,
  seen_recorded timestamptz,
  seen_channel text,
  answer text,
  answered_at timestamptz,
  answered_recorded timestamptz,
  answer_channel text,
  reason text,
  right_desk text,
  primary key (casus, handoff)
)`;

const order = sql`create index handoffs_v1_order on read.handoffs_v1 (offered_at, reference, handoff)`;
const reference = sql`create index handoffs_v1_reference on read.handoffs_v1 (reference, offered_at)`;
const sender = sql`create index handoffs_v1_sender on read.handoffs_v1 (from_partner, offered_at)`;
const receiver = sql`create index handoffs_v1_receiver on read.handoffs_v1 (to_partner, offered_at)`;

export const handoffsMigration: Migration = {
  async up(db) {
    for (const statement of [table, order, reference, sender, receiver]) await statement.execute(db);
  },
};
