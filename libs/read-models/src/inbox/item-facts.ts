import type { StepState } from '#casus/step-state';
import type { Instant } from '#event-sourcing/instant';
import type { InboxCourseTable, InboxTable } from '#read-models/inbox/table';
import type { AsOf } from '#read-models/as-of';
import { sql, type RawBuilder, type Selectable } from 'kysely';

/** An item with the step that it is about as it was when it was told, and what is known of what became of it. */
export interface ReadItem extends Selectable<InboxTable> {
  readonly read_at: Instant | null;
  readonly step: string | null;
  readonly title: string | null;
  readonly step_root: string | null;
  readonly root: string | null;
  readonly on_the_move: string | null;
  readonly since: Instant | null;
  readonly news: InboxCourseTable['news'] | null;
  readonly news_recorded: Instant | null;
  readonly news_ended: Instant | null;
  readonly news_due: InboxCourseTable['due'];
  /** Whether the step had the last day of the warning, by what is known, or was ever known to. */
  readonly held_now: boolean;
  readonly held_ever: boolean;
  readonly held_until: Instant | null;
  readonly held_after: StepState | null;
}

const columns = sql`
  step.step, step.title, step.root as step_root, begun.root, begun.on_the_move, begun.since,
  news.news, news.recorded_at as news_recorded, news.ended_at as news_ended, news.due as news_due,
  coalesce(held.found > 0, false) as held_now, coalesce(held.ever > 0, false) as held_ever,
  held.until as held_until, afterwards.state as held_after`;

/** Whether the row `n` of the steps is what is known now, or was known then. */
const isKnown = ({ knownAt }: AsOf): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`n.known_until = 'infinity'`
    : sql`n.known_from <= ${knownAt}::timestamptz and n.known_until > ${knownAt}::timestamptz`;

/** Whether the row `c` was recorded by then. */
const isRecorded = ({ knownAt }: AsOf): RawBuilder<boolean> =>
  knownAt === undefined ? sql`true` : sql`c.recorded_at <= ${knownAt}::timestamptz`;

const joined = (asOf: AsOf): RawBuilder<unknown> => sql`
  left join lateral (
    select c.root, c.on_the_move, c.since from read.inbox_course_v1 c
    where c.subject = s.subject and c.since is not null and ${isRecorded(asOf)}
    order by c.position desc limit 1
  ) begun on true
  left join lateral (
    select c.news, c.recorded_at, c.ended_at, c.due from read.inbox_course_v1 c
    where c.subject = s.subject and ${isRecorded(asOf)}
    order by c.position desc limit 1
  ) news on true
  left join lateral (
    select n.step, n.title, n.root from read.next_steps_v1 n
    where n.reference = s.reference and n.step in (s.about, begun.root)
      and n.valid_from <= s.at and n.valid_until > s.at
      and n.known_from <= s.recorded_at and n.known_until > s.recorded_at
    order by (n.step = s.about) desc limit 1
  ) step on true
  left join lateral (
    select
      count(*) filter (where ${isKnown(asOf)} and n.valid_from <= ${asOf.at}::timestamptz) as found,
      count(*) as ever,
      max(n.valid_until) filter (where ${isKnown(asOf)} and n.valid_from <= ${asOf.at}::timestamptz) as until
    from read.next_steps_v1 n
    where s.why = 'term' and n.casus = s.casus and n.reference = s.reference and n.step = s.about
      and n.last_day = s.last_day and n.state not in ('done', 'cancelled')
  ) held on true
  left join lateral (
    select n.state from read.next_steps_v1 n
    where n.casus = s.casus and n.reference = s.reference and n.step = s.about
      and n.valid_from = held.until and ${isKnown(asOf)}
    limit 1
  ) afterwards on true`;

/** What is read beside the item `s`: columns, and where they come from. */
export const factsOfItems = { columns, joined } as const;
