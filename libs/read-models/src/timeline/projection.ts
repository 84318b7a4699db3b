import type { Projection } from '#event-sourcing/projection';
import { idOf } from '#event-sourcing/stream-name';
import { CASUS_EVENTS } from '#casus/events/casus-event';
import { readFact, type Fact } from '#casus/fact';
import { references, type Named } from '#read-models/projector/reference';
import { rowsAsJson } from '#read-models/projector/rows-as-json';
import { viewOver } from '#read-models/projector/view';
import { summaryOf } from '#read-models/timeline/summary';
import type { TimelineTable } from '#read-models/timeline/table';
import { VIEW_VERSIONS } from '#read-models/view-name';
import { sql } from 'kysely';

type Thing = 'step' | 'handoff' | 'ask' | 'takeover' | 'promise';

function thing({ data }: { readonly data: Readonly<Record<string, unknown>> }, name: Thing): string | null {
  const value = data[name];
  return typeof value === 'string' ? value : null;
}

const channelOf = ({ data }: Fact): string | null => ('toldBy' in data ? (data.toldBy?.channel ?? null) : null);

/** A row per event: who, when, about what. Of its texts none. */
export const timelineProjection: Projection<Named, TimelineTable> & { name: 'timeline' } = {
  name: 'timeline',
  version: VIEW_VERSIONS.timeline,
  types: Object.keys(CASUS_EVENTS),
  project(event, { reference }) {
    const fact = readFact(event);
    const { occurredAt, recordedAt, actor } = fact;
    const row: TimelineTable = {
      position: event.position,
      casus: idOf(event.stream),
      reference,
      revision: event.revision,
      type: event.type,
      occurred_at: occurredAt,
      recorded_at: recordedAt,
      partner: actor.partner,
      person: actor.person ?? null,
      on_behalf_of: actor.onBehalfOf ?? null,
      step: thing(fact, 'step'),
      handoff: thing(fact, 'handoff'),
      ask: thing(fact, 'ask'),
      takeover: thing(fact, 'takeover'),
      promise: thing(fact, 'promise'),
      told_by_channel: channelOf(fact),
      summary: summaryOf(fact),
    };
    return [row];
  },
};

export const timelineView = viewOver({
  projection: timelineProjection,
  reads: { categories: ['casus'] },
  contexts: ({ readStream }) => references(readStream),
  async write(trx, rows) {
    if (rows.length === 0) return;
    await sql`
      insert into read.timeline_v1
      select * from json_populate_recordset(null::read.timeline_v1, ${rowsAsJson(rows)}::json)`.execute(trx);
  },
});
