import type { Projection } from '#event-sourcing/projection';
import { idOf } from '#event-sourcing/stream-name';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { DEALINGS } from '#read-models/dealings/course';
import type { Dealing } from '#read-models/dealings/dealing';
import type { DealingsTable } from '#read-models/dealings/table';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { revisions, type Revision } from '#read-models/intervals/revisions';
import { rowChanges, type RowChange, type StoredInterval } from '#read-models/intervals/row-changes';
import { writeIntervals } from '#read-models/intervals/write-rows';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';

type Columns = Omit<DealingsTable, keyof IntervalColumns>;
type DealingsChange = RowChange<Columns & StoredInterval>;

const columnsOf = (names: { casus: string; reference: string }, dealing: Dealing): Columns => ({
  ...names,
  key: dealing.key,
  kind: dealing.kind,
  thing: dealing.thing,
  step: dealing.step,
  handoff: dealing.handoff,
  from_partner: dealing.from,
  to_partner: dealing.to,
  began_at: dealing.beganAt,
  life: dealing.life,
  ended_at: dealing.endedAt,
  reason: dealing.reason,
  due: dealing.due,
  renegotiated: dealing.renegotiated,
});

/** What partners have with each other besides offers, in intervals. */
export const dealingsProjection: Projection<Revision<Dealing>, DealingsChange> & { name: 'dealings' } = {
  name: 'dealings',
  version: VIEW_VERSIONS.dealings,
  types: Object.keys(CASUS_EVENTS),
  project: (event, revision) => rowChanges(idOf(event.stream), revision, columnsOf),
};

export const dealingsView = viewOver({
  projection: dealingsProjection,
  reads: { categories: ['casus'] },
  contexts: ({ readStream }) => revisions(DEALINGS, readStream),
  write: (trx, changes) => writeIntervals(trx, { name: 'read.dealings_v1', key: 'key' }, changes),
});
