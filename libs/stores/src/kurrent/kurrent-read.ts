import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore, KeptAppend, LogFilter, LogPage } from '#event-sourcing/event-store';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { allOf, recordedFrom, type KurrentLog, type WrittenKey } from '#stores/kurrent/kurrent-log';
import { positionAt, readFrom } from '#stores/kurrent/kurrent-position';
import { streamNameFilter, type PrefixesFilter } from '@kurrent/kurrentdb-client';

/** The streams of this log, or those of some of its categories. */
export const ofThisLog = ({ names }: KurrentLog, categories?: readonly string[]): PrefixesFilter =>
  streamNameFilter({ prefixes: categories?.map((one) => `${names.prefix}${one}-`) ?? [names.prefix] });

/** Events of a stream, as EventStore.readStream has it. */
export async function readKurrentStream(
  log: KurrentLog,
  ...[stream, { from = 0, limit } = {}]: Parameters<EventStore['readStream']>
): Promise<RecordedEvent[]> {
  const options = { fromRevision: BigInt(from), requiresLeader: true, ...(limit !== undefined && { maxCount: limit }) };
  const read = await allOf(log, log.client.readStream(log.names.streamOf(stream), options));
  return read.flatMap(({ event }) => (event ? [recordedFrom(log, event)] : []));
}

/** The position of the last event of this log, as EventStore.head has it. */
export async function readKurrentHead(log: KurrentLog): Promise<Position> {
  const options = {
    direction: 'backwards',
    fromPosition: 'end',
    maxCount: 1,
    filter: ofThisLog(log),
    requiresLeader: true,
  } as const;
  const [last] = await allOf(log, log.client.readAll(options));
  return last?.event ? positionAt(last.event.position) : BEGINNING;
}

const later = (a: Position, b: Position): Position => (a > b ? a : b);

/** Few events match a narrow filter: a read asks for more than is wanted. */
const AT_LEAST = 100;

/** A page of the log, as EventStore.readAll has it. */
export async function readKurrentPage(
  log: KurrentLog,
  { after, limit, types, categories }: { after: Position; limit: number } & LogFilter,
): Promise<LogPage> {
  const head = await readKurrentHead(log);
  if (after >= head) return { events: [], position: after, end: true };
  if (categories?.length === 0) return { events: [], position: head, end: true };
  const filter = ofThisLog(log, categories);
  const events: RecordedEvent[] = [];
  let position = after;
  for (;;) {
    // A read begins with the event at its own start, which was read before.
    const maxCount = Math.max(limit - events.length, AT_LEAST) + 1;
    const options = { fromPosition: readFrom(position), maxCount, filter, requiresLeader: true };
    const read = await allOf(log, log.client.readAll(options));
    for (const { event } of read) {
      if (!event || positionAt(event.position) <= position) continue;
      const recorded = recordedFrom(log, event);
      position = recorded.position;
      if (types !== undefined && !types.includes(recorded.type)) continue;
      events.push(recorded);
      if (events.length === limit) return { events, position, end: position >= head };
    }
    if (read.length < maxCount) return { events, position: later(position, head), end: true };
  }
}

/** What was appended under a key, as EventStore.findAppend has it. */
export async function findKurrentAppend(log: KurrentLog, key: string): Promise<KeptAppend | undefined> {
  const read = log.client.readStream(log.names.keptUnder(key), { maxCount: 1, requiresLeader: true });
  const [kept] = await allOf(log, read);
  if (!kept?.event) return undefined;
  // Written by this adapter alone.
  const { fingerprint, stream, firstRevision, revision } = kept.event.data as unknown as WrittenKey;
  const [event] = await readKurrentStream(log, stream, { from: revision, limit: 1 });
  if (!event) throw new TypeError('KurrentDB keeps a key without the append under it');
  return { fingerprint, stream, firstRevision, revision, position: event.position };
}
