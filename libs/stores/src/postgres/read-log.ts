import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { EventStore, KeptAppend, LogFilter, LogPage } from '#event-sourcing/event-store';
import { positionOf, type Position } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';
import { line, unline } from '#stores/postgres/line';
import type { Pool } from 'pg';

type EventRow = [position: string, stream: StreamName, revision: number, hash: string, content: string];
type PageRow = [reached: string, head: string, ...EventRow] | [reached: string, head: string, null];

const COLUMNS = `position, stream, revision, encode(hash, 'hex') as hash, content`;

const recorded = ([position, stream, revision, hash, content]: EventRow): RecordedEvent => ({
  ...(JSON.parse(content) as ProposedEvent),
  stream,
  revision,
  position: positionOf(BigInt(position)),
  hash,
});

const STREAM = {
  name: 'log-stream',
  text: `select ${COLUMNS} from log.events where stream = $1 and revision >= $2 order by revision limit $3`,
  rowMode: 'array',
} as const;

/** Events of a stream, as EventStore.readStream has it. */
export async function readStream(
  pool: Pool,
  ...[stream, { from = 0, limit } = {}]: Parameters<EventStore['readStream']>
): Promise<RecordedEvent[]> {
  const { rows } = await pool.query<EventRow>({ ...STREAM, values: [stream, from, limit ?? null] });
  return rows.map(recorded);
}

// The end of the log and its events come from one snapshot; a second query could see a later end than the events.
const PAGE = {
  name: 'log-page',
  text: `
    with head as (select coalesce(max(position), 0) as position from log.events)
    select least(head.position, $1 + $5::bigint), head.position, page.*
    from head left join lateral (
      select ${COLUMNS} from log.events
      where position > $1 and position <= $1 + $5::bigint
        and ($3::text[] is null or type = any($3))
        and ($4::text[] is null or split_part(stream, '-', 1) = any($4))
      order by position limit $2
    ) page on true
    order by page.position`,
  rowMode: 'array',
} as const;

/** A page of the log, as EventStore.readAll has it. Looks through so many positions at most. */
export async function readPage(
  pool: Pool,
  { after, limit, types, categories }: { after: Position; limit: number } & LogFilter,
  lookThrough: number,
): Promise<LogPage> {
  const { rows } = await pool.query<PageRow>({
    ...PAGE,
    values: [after, limit, types?.map(line) ?? null, categories ?? null, lookThrough],
  });
  const events: RecordedEvent[] = [];
  for (const [, , ...row] of rows) if (row[0] !== null) events.push(recorded(row));
  const [reached, head] = [positionOf(BigInt(rows[0]?.[0] ?? 0)), positionOf(BigInt(rows[0]?.[1] ?? 0))];
  const last = events.at(-1)?.position;
  const read = events.length === limit && last !== undefined ? last : reached;
  return { events, position: read > after ? read : after, end: read >= head };
}

type KeptRow = [fingerprint: string, stream: StreamName, first: number, revision: number, position: string];

const KEPT = {
  name: 'log-kept',
  text: 'select fingerprint, stream, first_revision, revision, position from log.appends where key = $1',
  rowMode: 'array',
} as const;

/** What was appended under a key, as EventStore.findAppend has it. */
export async function findAppend(pool: Pool, key: string): Promise<KeptAppend | undefined> {
  const { rows } = await pool.query<KeptRow>({ ...KEPT, values: [line(key)] });
  const row = rows[0];
  if (!row) return undefined;
  const [fingerprint, stream, firstRevision, revision, position] = row;
  return { fingerprint: unline(fingerprint), stream, firstRevision, revision, position: positionOf(BigInt(position)) };
}

/** The position of the last event, as EventStore.head has it. */
export async function readHead(pool: Pool): Promise<Position> {
  const text = 'select coalesce(max(position), 0) from log.events';
  const { rows } = await pool.query<[string]>({ name: 'log-head', text, rowMode: 'array' });
  return positionOf(BigInt(rows[0]?.[0] ?? 0));
}
