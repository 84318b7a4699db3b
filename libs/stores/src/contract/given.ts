import type { Json, ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { AppendRequest, EventStore, LogFilter, LogPage, Placed } from '#event-sourcing/event-store';
import { instant } from '#event-sourcing/instant';
import { BEGINNING, parsePosition, positionOf, type Position } from '#event-sourcing/position';
import { streamName, type StreamName } from '#event-sourcing/stream-name';

/** A store to try, and how to let go of it. */
export interface OpenedStore {
  readonly store: EventStore;
  /** `counted`: the n-th event of the log stands at n, without gaps. `in-order`: later events stand later, no more. */
  readonly positions: 'counted' | 'in-order';
  close(): Promise<void>;
}

/** Opens an empty store. */
export type OpenStore = () => Promise<OpenedStore>;

const AT = instant('2026-11-20T11:00:00Z');

/** An event that says `data`; its id is as good as any. */
export const happened = (data: Json = {}, type = 'thing-happened', id = 'event'): ProposedEvent => ({
  id,
  type,
  schemaVersion: 1,
  data,
  metadata: {
    commandId: 'command',
    actor: { partner: 'sociaal-team', person: 'Noor Voorbeeld' },
    occurredAt: AT,
    recordedAt: AT,
    correlationId: 'correlation',
    causationId: 'causation',
    subjects: ['person-1'],
  },
});

/** As many events as asked, numbered in their data from 0. */
export const events = (count: number): ProposedEvent[] => Array.from({ length: count }, (_, n) => happened({ n }));

export const stream = (id: string, category = 'casus'): StreamName => streamName(category, id);

/** A request for the stream of `id`: one event at any revision, unless told otherwise. */
export const request = (id: string, more: Partial<AppendRequest> = {}): AppendRequest => ({
  stream: stream(id),
  expected: 'any',
  events: [happened()],
  ...more,
});

/** Appends one request and gives its outcome. */
export async function appendOne(store: EventStore, ...of: Parameters<typeof request>) {
  const [outcome] = await store.append([request(...of)]);
  if (!outcome) throw new Error('no outcome');
  return outcome;
}

/** Appends one request that must be taken. */
export async function appended(store: EventStore, ...of: Parameters<typeof request>): Promise<Placed> {
  const outcome = await appendOne(store, ...of);
  if (outcome.outcome !== 'appended') throw new Error(`expected to append, got ${outcome.outcome}`);
  return outcome;
}

/** Every matching event of the log, page by page. */
export async function wholeLog(store: EventStore, filter: LogFilter = {}, limit = 100): Promise<RecordedEvent[]> {
  const all: RecordedEvent[] = [];
  let page: LogPage = { events: [], position: BEGINNING, end: false };
  while (!page.end) {
    page = await store.readAll({ after: page.position, limit, ...filter });
    all.push(...page.events);
  }
  return all;
}

/** Follows the log until `count` events came by. */
export async function followed(
  store: EventStore,
  count: number,
  options: { after?: Position; limit?: number } & LogFilter = {},
): Promise<RecordedEvent[]> {
  const seen: RecordedEvent[] = [];
  const stop = new AbortController();
  for await (const page of store.subscribe({ after: BEGINNING, signal: stop.signal, ...options })) {
    seen.push(...page.events);
    if (seen.length >= count) stop.abort();
  }
  return seen;
}

/** Positions as a store promises them: each after the one before, and counted without gaps where it counts. */
export function expectInOrder(positions: readonly Position[], kind: OpenedStore['positions']): void {
  expect([...new Set(positions)].sort()).toEqual(positions);
  expect(positions.map(parsePosition)).toEqual(positions);
  expect(new Set(positions.map(({ length }) => length)).size).toBe(1);
  if (kind === 'counted') expect(positions).toEqual(positions.map((_, n) => positionOf(n + 1)));
}

/** 0 … count − 1. */
export const upTo = (count: number): number[] => Array.from({ length: count }, (_, n) => n);
