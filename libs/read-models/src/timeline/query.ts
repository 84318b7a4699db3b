import type { Instant } from '#event-sourcing/instant';
import { epochMs } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { belongs, ofCasus, type AsOf } from '#read-models/as-of';
import { after, inOrder, type Order } from '#read-models/order';
import { pageOf, type Page, type PageRequest } from '#read-models/page';
import type { ReadDatabase } from '#read-models/read-database';
import type { TimelineTable } from '#read-models/timeline/table';
import { sql, type Selectable } from 'kysely';

/** The things within its casus that an event is about, by reference. */
export interface About {
  readonly step: string | null;
  readonly handoff: string | null;
  readonly ask: string | null;
  readonly takeover: string | null;
  readonly promise: string | null;
}

/** Something that happened in a casus, without texts: `summary` is made of references and codes only. */
export interface TimelineEntry extends About {
  readonly position: Position;
  readonly revision: number;
  readonly casus: string;
  readonly type: string;
  /** When it happened. */
  readonly at: Instant;
  /** When it was typed in. */
  readonly recorded: Instant;
  /** By how many whole minutes it was typed in late. */
  readonly lateMinutes: number;
  readonly by: { readonly partner: string; readonly person: string | null };
  readonly onBehalfOf: string | null;
  /** Recorded on the word of a partner without the system; who told it stays in the log. */
  readonly toldBy: { readonly channel: string } | null;
  readonly summary: string;
}

/** What of a casus is asked: its timeline in the order of happening, or the latest first. */
export interface TimelineQuery extends AsOf, PageRequest {
  /** Reference or id. */
  readonly casus: string;
  readonly latestFirst?: boolean | undefined;
}

const by = [{ text: 's.occurred_at', instant: true as const }, { text: 's.position' }];
const FORWARDS: Order = { name: 'first', by };
const BACKWARDS: Order = { name: 'latest', by, backwards: true };

type Read = Selectable<TimelineTable>;

export const timelineEntryOf = (row: Read): TimelineEntry => ({
  position: row.position,
  revision: row.revision,
  casus: row.reference,
  type: row.type,
  at: row.occurred_at,
  recorded: row.recorded_at,
  lateMinutes: Math.max(0, Math.floor((epochMs(row.recorded_at) - epochMs(row.occurred_at)) / 60_000)),
  by: { partner: row.partner, person: row.person },
  onBehalfOf: row.on_behalf_of,
  step: row.step,
  handoff: row.handoff,
  ask: row.ask,
  takeover: row.takeover,
  promise: row.promise,
  toldBy: row.told_by_channel === null ? null : { channel: row.told_by_channel },
  summary: row.summary,
});

/** What happened in a casus. Throws CursorInvalid. */
export async function timeline(db: ReadDatabase, query: TimelineQuery): Promise<Page<TimelineEntry>> {
  const { casus, limit, cursor, latestFirst = false } = query;
  const order = latestFirst ? BACKWARDS : FORWARDS;
  const { rows } = await sql<Read>`
    select s.* from read.timeline_v1 s
    where ${ofCasus(casus)} and ${belongs(query, 's.occurred_at', 's.recorded_at')} and ${after(order, cursor)}
    order by ${inOrder(order)}
    limit ${limit === undefined ? null : limit + 1}`.execute(db);
  return pageOf(rows, limit, order.name, {
    keys: ({ occurred_at, position }) => [occurred_at, position],
    row: timelineEntryOf,
  });
}
