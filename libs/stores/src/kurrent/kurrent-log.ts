import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { KeptAppend } from '#event-sourcing/event-store';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { kurrentType, type KurrentNames } from '#stores/kurrent/kurrent-names';
import { positionAt } from '#stores/kurrent/kurrent-position';
import { answeredWithin, noSuchStream } from '#stores/kurrent/kurrent-trouble';
import { jsonEvent, type JSONEventData, type JSONType, type KurrentDBClient } from '@kurrent/kurrentdb-client';
import { randomUUID } from 'node:crypto';

/** A KurrentDB, and how this log is called within it. */
export interface KurrentLog {
  readonly client: KurrentDBClient;
  readonly names: KurrentNames;
  readonly answerWithinMs: number;
}

/** What is written for one event: all that its hash covers, and the hash. KurrentDB's own fields repeat none of it. */
interface Written {
  readonly hash: string;
  readonly event: ProposedEvent;
}

/** What is written under an idempotency key; its position is found with the event itself. */
export type WrittenKey = Omit<KeptAppend, 'position'>;

/** An event as KurrentDB gives it back. */
export interface KurrentEvent {
  readonly streamId: string;
  readonly revision: bigint;
  readonly data: unknown;
  readonly position?: { readonly commit: bigint; readonly prepare: bigint };
}

/**
 * An event as KurrentDB takes it. Its id is new at every try: the server takes an append with the same ids and the same
 * expectation for a repetition, and two writers may well say the same.
 */
export const written = (type: string, data: object): JSONEventData =>
  // Both shapes are JSON: they come from the canonical text of an event.
  jsonEvent({ id: randomUUID(), type: kurrentType(type), data: data as JSONType });

/** The event that `written` wrote. Throws on one that this log did not write. */
export function recordedFrom(
  { names }: KurrentLog,
  { streamId, revision, data, position }: KurrentEvent,
): RecordedEvent {
  if (!position || !streamId.startsWith(names.prefix)) throw new TypeError('KurrentDB gave an event without its place');
  const [category = '', ...id] = streamId.slice(names.prefix.length).split('-');
  // Written by this adapter alone; the chain of hashes shows what was changed since.
  const { hash, event } = data as Written;
  return {
    ...event,
    stream: streamName(category, id.join('-')),
    revision: Number(revision),
    position: positionAt(position),
    hash,
  };
}

async function gathered<T>(read: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = [];
  for await (const one of read) all.push(one);
  return all;
}

/** Everything that a read of KurrentDB gives, at once. Nothing when there is no such stream; rejects with KurrentSilent. */
export async function allOf<T>({ answerWithinMs }: KurrentLog, read: AsyncIterable<T>): Promise<T[]> {
  try {
    return await answeredWithin(answerWithinMs, gathered(read));
  } catch (error) {
    if (noSuchStream(error)) return [];
    throw error;
  }
}

/** The last event of a stream; undefined when it has none. */
export async function lastOf(log: KurrentLog, stream: StreamName): Promise<RecordedEvent | undefined> {
  const options = { direction: 'backwards', fromRevision: 'end', maxCount: 1, requiresLeader: true } as const;
  const [last] = await allOf(log, log.client.readStream(log.names.streamOf(stream), options));
  return last?.event && recordedFrom(log, last.event);
}
