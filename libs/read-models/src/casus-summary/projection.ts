import type { Projection } from '#event-sourcing/projection';
import { idOf } from '#event-sourcing/stream-name';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { FACES, type Face } from '#read-models/casus-summary/course';
import type { CasusSummaryTable } from '#read-models/casus-summary/table';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { revisions, type Revision } from '#read-models/intervals/revisions';
import { rowChanges, type RowChange, type StoredInterval } from '#read-models/intervals/row-changes';
import { writeIntervals } from '#read-models/intervals/write-rows';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';

type Columns = Omit<CasusSummaryTable, keyof IntervalColumns>;
type CasusSummaryChange = RowChange<Columns & StoredInterval>;

const columnsOf = (names: { casus: string; reference: string }, face: Face): Columns => ({
  ...names,
  title: face.title,
  director: face.director,
  director_person: face.person,
  attention_group: face.attentionGroup,
  neighbourhood: face.neighbourhood,
  opened_at: face.openedAt,
  closed_at: face.closedAt,
  partners: face.partners,
});

/** Each casus as a whole, in intervals. */
export const casusSummaryProjection: Projection<Revision<Face>, CasusSummaryChange> & { name: 'casus-summary' } = {
  name: 'casus-summary',
  version: VIEW_VERSIONS['casus-summary'],
  types: Object.keys(CASUS_EVENTS),
  project: (event, revision) => rowChanges(idOf(event.stream), revision, columnsOf),
};

export const casusSummaryView = viewOver({
  projection: casusSummaryProjection,
  reads: { categories: ['casus'] },
  contexts: ({ readStream }) => revisions(FACES, readStream),
  write: (trx, changes) => writeIntervals(trx, { name: 'read.casus_summary_v1', key: null }, changes),
});
