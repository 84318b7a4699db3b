import type { Projection } from '#event-sourcing/projection';
import { idOf } from '#event-sourcing/stream-name';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import type { Standing } from '#casus/standing';
import { walkOn, walkOver, type StandingInterval, type Walk } from '#casus/walk';
import { NEITHER_STALLS_NOR_NORMS } from '#casus/walk-stalls';
import { NO_PARTNERS } from '#partners/partners-over-time';
import type { Course, Interval } from '#read-models/intervals/course';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { revisions, type Revision } from '#read-models/intervals/revisions';
import { rowChanges, type RowChange, type StoredInterval } from '#read-models/intervals/row-changes';
import { writeIntervals } from '#read-models/intervals/write-rows';
import { naturalOrder } from '#read-models/natural-order';
import type { NextStepsTable } from '#read-models/next-steps/table';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';

type Columns = Omit<NextStepsTable, keyof IntervalColumns>;
type NextStepsChange = RowChange<Columns & StoredInterval>;

const asInterval = ({ from, to, standing }: StandingInterval): Interval<Standing> => ({
  key: standing.step,
  from,
  to,
  value: standing,
});

/** How the steps of a casus stand over time: libs/casus/src/walk.ts says it. What rows hold of it depends on no partner. */
export const STANDINGS: Course<Walk, Standing> = {
  over(before, fact) {
    const { walk, standings } = walkOver(before, fact, NO_PARTNERS, NEITHER_STALLS_NOR_NORMS);
    return { walk, ended: standings.map(asInterval) };
  },
  ahead(from) {
    const { walk, standings } = walkOn(from, null, NO_PARTNERS, NEITHER_STALLS_NOR_NORMS);
    return [...standings, ...walk.standings.values()].map(asInterval);
  },
  stays: (before, now) => before.look.steps === now.look.steps,
};

const columnsOf = (names: { casus: string; reference: string }, standing: Standing): Columns => ({
  ...names,
  step: standing.step,
  step_order: naturalOrder(standing.step),
  title: standing.title,
  category: standing.category,
  owner: standing.owner,
  person: standing.person,
  state: standing.state,
  on_the_move: standing.onTheMove,
  act: standing.act,
  since: standing.since,
  root: standing.root,
  about: standing.about,
  blocked_by: standing.blockedBy,
  starts_on: standing.startsOn,
  last_day: standing.lastDay,
  warns_on: standing.warnsOn,
  term: standing.term,
  line: standing.line,
  harm_dates: standing.harmDates,
});

/** The board: each event rewrites the intervals of its casus from its `occurredAt` on, those to come included. */
export const nextStepsProjection: Projection<Revision<Standing>, NextStepsChange> & { name: 'next-steps' } = {
  name: 'next-steps',
  version: VIEW_VERSIONS['next-steps'],
  types: Object.keys(CASUS_EVENTS),
  project: (event, revision) => rowChanges(idOf(event.stream), revision, columnsOf),
};

export const nextStepsView = viewOver({
  projection: nextStepsProjection,
  reads: { categories: ['casus'] },
  contexts: ({ readStream }) => revisions(STANDINGS, readStream),
  write: (trx, changes) => writeIntervals(trx, { name: 'read.next_steps_v1', key: 'step' }, changes),
});
