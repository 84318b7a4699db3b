import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { CurrentRevision, ExpectedRevision } from '#event-sourcing/expected-revision';
import type { Position } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';

/** What makes a repeated append one append: the key, and a fingerprint of what was asked under it. */
export interface IdempotencyKey {
  readonly key: string;
  readonly fingerprint: string;
}

/** One or more events for one stream, taken whole or not at all. `events` holds at least one. */
export interface AppendRequest {
  readonly stream: StreamName;
  readonly expected: ExpectedRevision;
  readonly events: readonly ProposedEvent[];
  readonly idempotency?: IdempotencyKey;
}

/** Where an append came to stand: the revisions of its events and the position of the last one. */
export interface Placed {
  readonly stream: StreamName;
  readonly firstRevision: number;
  readonly revision: number;
  readonly position: Position;
}

/** `appended`: durable now. `repeated`: the key was used before with the same fingerprint; where that append stands. */
export type AppendOutcome =
  | ({ readonly outcome: 'appended' } & Placed)
  | ({ readonly outcome: 'repeated' } & Placed)
  | { readonly outcome: 'key-reused' }
  | { readonly outcome: 'wrong-revision'; readonly current: CurrentRevision };

/** An append kept under an idempotency key. */
export interface KeptAppend extends Placed {
  readonly fingerprint: string;
}

/** A page of the log. `position` is how far was read, matching or not; `end` that nothing lay beyond it then. */
export interface LogPage {
  readonly events: readonly RecordedEvent[];
  readonly position: Position;
  readonly end: boolean;
}

/** Which events to read: of these exact types, of streams of these categories (`casus`); what is left out does not limit. */
export interface LogFilter {
  readonly types?: readonly string[];
  readonly categories?: readonly string[];
}

/** The log. Every adapter passes the suite in libs/stores/src/contract; no adapter does what the suite does not name. */
export interface EventStore {
  /**
   * Appends each request whole or not at all, in one durable batch. The outcomes stand in the order of the requests;
   * one refused request does not fail its neighbours. A request sees what those before it in the batch wrote.
   */
  append(requests: readonly AppendRequest[]): Promise<readonly AppendOutcome[]>;

  /** Up to `limit` events of a stream, from revision `from` (inclusive) on; none when the stream does not exist. */
  readStream(stream: StreamName, options?: { from?: number; limit?: number }): Promise<readonly RecordedEvent[]>;

  /** Up to `limit` matching events after `after` (exclusive), in log order. Never passes an event that commits later. */
  readAll(options: { after: Position; limit: number } & LogFilter): Promise<LogPage>;

  /** Catch-up, then live: pages of matching events after `after`, in log order, until `signal` aborts. */
  subscribe(options: { after: Position; signal: AbortSignal; limit?: number } & LogFilter): AsyncIterable<LogPage>;

  /** What was appended under this key, if anything. */
  findAppend(key: string): Promise<KeptAppend | undefined>;

  /** The position of the last event, or the beginning. */
  head(): Promise<Position>;
}
