import { BEGINNING, type Position } from '#event-sourcing/position';
import type { Instant } from '#event-sourcing/instant';
import { ofCasus } from '#read-models/as-of';
import { reached } from '#read-models/projector/checkpoints';
import type { ReadDatabase } from '#read-models/read-database';
import { timelineEntryOf, type About } from '#read-models/timeline/query';
import type { TimelineTable } from '#read-models/timeline/table';
import { VIEW_NAMES } from '#read-models/view-name';
import { sql, type Selectable } from 'kysely';

/** That something happened in a casus: enough to know what to fetch anew. `id` is where to resume. */
export interface Change extends About {
  readonly id: Position;
  readonly casus: string;
  readonly type: string;
  readonly at: Instant;
}

/** Which changes are asked: those after a position, in the order of the log. */
export interface ChangesQuery {
  readonly after?: Position | undefined;
  readonly limit: number;
  /** Reference or id. */
  readonly casus?: string | undefined;
}

/** `position` is how far was looked, matching or not: where to go on. */
export interface Changes {
  readonly changes: readonly Change[];
  readonly position: Position;
}

/** Changes that every view already shows, so that whoever fetches after being told sees them. */
export async function changes(db: ReadDatabase, { after = BEGINNING, limit, casus }: ChangesQuery): Promise<Changes> {
  const level = await reached(db, VIEW_NAMES);
  if (level <= after) return { changes: [], position: after };
  const { rows } = await sql<Selectable<TimelineTable>>`
    select s.* from read.timeline_v1 s
    where s.position > ${after} and s.position <= ${level} and ${casus === undefined ? sql`true` : ofCasus(casus)}
    order by s.position limit ${limit}`.execute(db);
  const last = rows.at(-1);
  return { changes: rows.map(changeOf), position: rows.length === limit && last ? last.position : level };
}

function changeOf(row: Selectable<TimelineTable>): Change {
  const { position, casus, type, at, step, handoff, ask, takeover, promise } = timelineEntryOf(row);
  return { id: position, casus, type, at, step, handoff, ask, takeover, promise };
}
