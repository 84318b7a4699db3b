import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import type { TermStanding } from '#casus/clocks/step-clock';
import type { Act } from '#casus/move';
import type { StepState } from '#casus/step-state';
import type { Category } from '#casus/vocabulary';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { sql, type Migration } from 'kysely';

/** A step of a casus as it stood for a while. Column names: docs/explanation/domain.md, "On the move". */
export interface NextStepsTable extends IntervalColumns {
  readonly casus: string;
  readonly reference: string;
  readonly step: string;
  /** The step's reference in the order in which people count. */
  readonly step_order: string;
  readonly title: string;
  readonly category: Category;
  readonly owner: string;
  readonly person: string | null;
  readonly state: StepState;
  readonly on_the_move: string | null;
  readonly act: Act | null;
  readonly since: Instant | null;
  readonly root: string | null;
  readonly about: string | null;
  readonly blocked_by: readonly string[];
  readonly starts_on: LocalDate | null;
  readonly last_day: LocalDate | null;
  readonly warns_on: LocalDate | null;
  /** Its term by a rule, also once the step has ended. */
  readonly term: TermStanding | null;
  /** On which line of the time ledger the time is booked; null once it has ended. */
  readonly line: string | null;
  readonly harm_dates: readonly LocalDate[] | null;
}

const table = sql`
create table read.next_steps_v1 (
  casus text collate "C" not null,
  reference text collate "C" not null,
  step text collate "C" not null,
  step_order text collate "C" not null,
  title text not null,
  category text not null,
  owner text collate "C" not null,
  person text,
  state text not null,
  on_the_move text collate "C",
  act text,
  since timestamptz,
  root text collate "C",
  about text,
  blocked_by text[] not null,
  starts_on date,
  last_day date,
  warns_on date,
  term jsonb,
  line text collate "C",
  harm_dates date[],
  valid_from timestamptz not null,
  valid_until timestamptz not null,
  known_from timestamptz not null,
  known_until timestamptz not null
)`;

// What is known now is what nearly every question is about; of that, what has not ended is what boards show.
const known = sql`
create unique index next_steps_v1_known on read.next_steps_v1 (casus, step, valid_from)
  where known_until = 'infinity'`;
const board = sql`
create index next_steps_v1_board on read.next_steps_v1 (reference, step_order, valid_until)
  where known_until = 'infinity' and state not in ('done', 'cancelled')`;
const owner = sql`
create index next_steps_v1_owner on read.next_steps_v1 (owner, valid_until)
  where known_until = 'infinity' and state not in ('done', 'cancelled')`;
const mover = sql`
create index next_steps_v1_mover on read.next_steps_v1 (on_the_move, valid_until)
  where known_until = 'infinity' and state not in ('done', 'cancelled')`;
// As it was known at another moment: of one casus, and of a partner.
const history = sql`create index next_steps_v1_history on read.next_steps_v1 (reference, valid_until)`;
const past = sql`
create index next_steps_v1_past on read.next_steps_v1 (casus, valid_until) where known_until < 'infinity'`;
const pastOwner = sql`
create index next_steps_v1_past_owner on read.next_steps_v1 (owner, valid_until)
  where known_until < 'infinity' and state not in ('done', 'cancelled')`;
const pastMover = sql`
create index next_steps_v1_past_mover on read.next_steps_v1 (on_the_move, valid_until)
  where known_until < 'infinity' and state not in ('done', 'cancelled')`;

export const nextStepsMigration: Migration = {
  async up(db) {
    for (const statement of [table, known, board, owner, mover, history, past, pastOwner, pastMover])
      await statement.execute(db);
  },
};
