import type { StepState } from '#casus/step-state';
import type { Instant } from '#event-sourcing/instant';
import type { InboxCourseTable, InboxTable } from '#read-models/inbox/table';
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
  /** Whether the step had the last day of the warning, by what is known, or was ever known to. */
  readonly held_now: boolean;
  readonly held_ever: boolean;
  readonly held_until: Instant | null;
  readonly held_after: StepState | null;
  /** Of a term that warned: who is on the move for its step, while it has that last day. */
  readonly acts: string | null;
}

/** The moment as of which items are read: values, or columns beside the item. Without `knownAt`: by all that is known. */
export interface MomentRead {
  readonly at: RawBuilder<unknown>;
  readonly knownAt?: RawBuilder<unknown>;
}

const columns = sql`
  step.step, step.title, step.root as step_root, begun.root, begun.on_the_move, begun.since,
  news.news, news.recorded_at as news_recorded, news.ended_at as news_ended,
  coalesce(held.found > 0, false) as held_now, coalesce(held.ever > 0, false) as held_ever,
  held.until as held_until, held.acts, afterwards.state as held_after`;

/** Whether the row `n` of the steps is what is known now, or was known then. */
const isKnown = ({ knownAt }: MomentRead): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`n.known_until = 'infinity'`
    : sql`n.known_from <= ${knownAt} and n.known_until > ${knownAt}`;

/** Whether this row of the news was recorded by then. */
const isRecorded = ({ knownAt }: MomentRead, row: 'c' | 'd'): RawBuilder<boolean> =>
  knownAt === undefined ? sql`true` : sql`${sql.ref(`${row}.recorded_at`)} <= ${knownAt}`;

/** Of a promise that was given this last day (again): where. What came before is not what became of it. */
const givenAgain = (moment: MomentRead): RawBuilder<unknown> => sql`(
  select max(d.position) from read.inbox_course_v1 d
  where d.subject = s.subject and d.due = s.last_day and ${isRecorded(moment, 'd')})`;

const joined = (moment: MomentRead): RawBuilder<unknown> => sql`
  left join lateral (
    select c.root, c.on_the_move, c.since from read.inbox_course_v1 c
    where c.subject = s.subject and c.since is not null and ${isRecorded(moment, 'c')}
    order by c.position desc limit 1
  ) begun on true
  left join lateral (
    select c.news, c.recorded_at, c.ended_at from read.inbox_course_v1 c
    where c.subject = s.subject and ${isRecorded(moment, 'c')}
      and (s.why = 'stall' or c.position > coalesce(${givenAgain(moment)}, ''))
    order by case s.why when 'stall' then c.position end desc, c.position limit 1
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
      count(*) filter (where ${isKnown(moment)} and n.valid_from <= ${moment.at}) as found,
      count(*) as ever,
      max(n.valid_until) filter (where ${isKnown(moment)} and n.valid_from <= ${moment.at}) as until,
      max(n.on_the_move) filter (where ${isKnown(moment)} and n.valid_from <= ${moment.at} and n.valid_until > ${moment.at}) as acts
    from read.next_steps_v1 n
    where s.why = 'term' and n.casus = s.casus and n.reference = s.reference and n.step = s.about
      and n.last_day = s.last_day and n.state not in ('done', 'cancelled')
  ) held on true
  left join lateral (
    select n.state from read.next_steps_v1 n
    where n.casus = s.casus and n.reference = s.reference and n.step = s.about
      and n.valid_from = held.until and ${isKnown(moment)}
    limit 1
  ) afterwards on true`;

/** What is read beside the item `s`: columns, and where they come from. */
export const factsOfItems = { columns, joined } as const;
