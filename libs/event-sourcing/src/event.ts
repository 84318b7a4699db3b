import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';

/** Whatever JSON can hold. */
export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** Who acted: a partner, perhaps one person of it, perhaps in the place of another partner. */
export interface Actor {
  readonly partner: string;
  readonly person?: string;
  readonly onBehalfOf?: string;
}

/** What is told of an event besides its data. */
export interface EventMetadata {
  readonly commandId: string;
  readonly actor: Actor;
  /** When it happened. */
  readonly occurredAt: Instant;
  /** When it was typed in. */
  readonly recordedAt: Instant;
  readonly correlationId: string;
  readonly causationId: string;
  readonly purpose?: string;
  readonly basis?: string;
  /** The persons it concerns, by id. */
  readonly subjects?: readonly string[];
  /** The partner that answers for the personal data in it. */
  readonly responsible?: string;
  /** Versions with which a clock was computed, where one is involved. */
  readonly ruleVersion?: string;
  readonly calendarVersion?: string;
  /** The trace in which it was appended, in the form of the header traceparent, where one was made. */
  readonly trace?: string;
}

/** An event as a decision proposes it: what happened, not yet when or by whom. */
export interface DomainEvent<Type extends string = string, Data = unknown> {
  readonly type: Type;
  readonly schemaVersion: number;
  readonly data: Data;
}

/** An event ready to be appended. */
export interface ProposedEvent<E extends DomainEvent = DomainEvent> {
  readonly id: string;
  readonly type: E['type'];
  readonly schemaVersion: number;
  readonly data: E['data'];
  readonly metadata: EventMetadata;
}

/** An event with its place in its stream. */
export interface PlacedEvent<E extends DomainEvent = DomainEvent> extends ProposedEvent<E> {
  readonly stream: StreamName;
  readonly revision: number;
}

/** An event as the log holds it. */
export interface RecordedEvent<E extends DomainEvent = DomainEvent> extends PlacedEvent<E> {
  readonly position: Position;
  /** SHA-256 (hex) over the hash before it in the stream and this event; see hash-chain.ts. */
  readonly hash: string;
}
