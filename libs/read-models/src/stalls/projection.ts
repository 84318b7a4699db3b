import type { RecordedEvent } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { readFact } from '#casus/fact';
import { stallId } from '#casus/watch/stall-ids';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { partnerEvents } from '#partners/partner-events';
import type { IntervalColumns } from '#read-models/intervals/interval-columns';
import { changesNorms, partnerRevisions, type RevisionOf } from '#read-models/intervals/partner-revisions';
import { rowChanges, type RowChange, type StoredInterval } from '#read-models/intervals/row-changes';
import { writeIntervals } from '#read-models/intervals/write-rows';
import { viewOver } from '#read-models/projector/view';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import { stallsCourse, type StallNow } from '#read-models/stalls/course';
import { partnersIn } from '#read-models/stalls/involved';
import type { InvolvedTable, StallCausesTable, StallsTable } from '#read-models/stalls/table';
import { VIEW_VERSIONS } from '#read-models/view-name';
import { sql } from 'kysely';

type Columns = Omit<StallsTable, keyof IntervalColumns>;

/** A stretch of a stall comes or goes; a cause is named; a partner comes into a casus. */
export type StallsChange =
  | { readonly stretch: RowChange<Columns & StoredInterval> }
  | { readonly cause: StallCausesTable }
  | { readonly involved: InvolvedTable };

const columnsOf = (names: { casus: string; reference: string }, stall: StallNow): Columns => ({
  ...names,
  key: `${stall.pattern} ${stall.about}`,
  pattern: stall.pattern,
  about: stall.about,
  root: stall.root,
  on_the_move: stall.onTheMove,
  waiting: stall.waiting,
  id: stallId(names.casus, stall.name),
  since: stall.since,
});

function ofTheEvent(event: RecordedEvent): StallsChange[] {
  if (categoryOf(event.stream) === PARTNER_CATEGORY) return [];
  const fact = readFact(event);
  const casus = idOf(event.stream);
  const involved = partnersIn(fact).map((partner) => ({ involved: { partner, casus } }));
  if (fact.type !== 'StallCauseNamed') return involved;
  const { position } = event;
  const { occurredAt, recordedAt, actor, data } = fact;
  const cause: StallCausesTable = {
    position,
    casus,
    ...data.stall,
    cause: data.cause,
    partner: actor.partner,
    person: actor.person ?? null,
    occurred_at: occurredAt,
    recorded_at: recordedAt,
  };
  return [...involved, { cause }];
}

/** Where casus stall, past and to come: each event of a casus, and what its partners set, rewrites its intervals. */
export const stallsProjection: Projection<readonly RevisionOf<StallNow>[], StallsChange> & { name: 'stalls' } = {
  name: 'stalls',
  version: VIEW_VERSIONS.stalls,
  types: [...Object.keys(CASUS_EVENTS), ...Object.keys(partnerEvents)],
  project: (event, revised) => [
    ...ofTheEvent(event),
    ...revised.flatMap(({ casus, revision }) => rowChanges(casus, revision, columnsOf).map((stretch) => ({ stretch }))),
  ],
};

export const stallsView = viewOver({
  projection: stallsProjection,
  reads: { categories: ['casus', PARTNER_CATEGORY] },
  contexts: (lookUp) => partnerRevisions(stallsCourse, lookUp),
  waits: changesNorms,
  async write(trx, changes) {
    const stretches = changes.flatMap((change) => ('stretch' in change ? [change.stretch] : []));
    const causes = changes.flatMap((change) => ('cause' in change ? [change.cause] : []));
    const involved = changes.flatMap((change) => ('involved' in change ? [change.involved] : []));
    await writeIntervals(trx, { name: 'read.stalls_v1', key: 'key' }, stretches);
    await sql`
      insert into read.stall_causes_v1
      select * from json_populate_recordset(null::read.stall_causes_v1, ${rowsAsJson(causes)}::json)`.execute(trx);
    await sql`
      insert into read.involved_v1
      select distinct * from json_populate_recordset(null::read.involved_v1, ${rowsAsJson(involved)}::json)
      on conflict do nothing`.execute(trx);
  },
});
