import type { Decider } from '#event-sourcing/decider';
import type { DomainEvent, PlacedEvent, RecordedEvent } from '#event-sourcing/event';
import type { StateCache } from '#event-sourcing/execute';
import type { Instant } from '#event-sourcing/instant';
import type { StreamName } from '#event-sourcing/stream-name';
import type { PartnerKind } from '#partners/partner-kind';
import type { CommandOrder, Done, Warning } from '#commands/command-order';
import type { Refused } from '#commands/refusal';
import type { CommandLine } from '#commands/table/command-line';

export type Fields = Readonly<Record<string, unknown>>;

/** What a command is told besides its fields. */
export interface Context {
  readonly actor: { readonly partner: string; readonly person?: string | undefined; readonly kind: PartnerKind };
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** What the metadata of an event says beside who and when. */
export interface About {
  readonly onBehalfOf?: string;
  readonly subjects?: readonly string[];
  readonly responsible: string;
  /** The versions by which a clock runs that begins or goes on with it. */
  readonly ruleVersion?: string;
  readonly calendarVersion?: string;
}

export type StoredEvent = Pick<RecordedEvent, 'type' | 'data'>;

/** One kind of stream with its rules: that of casus, that of partners. */
export interface Trade<Command, State, Fact, E extends DomainEvent, Rejection> {
  readonly decider: Decider<Command, State, Fact, E, Rejection>;
  readonly cache?: StateCache<State>;
  readonly read: (event: PlacedEvent) => Fact;
  readonly commandOf: (name: string, fields: Fields, context: Context, stream: StreamName) => Command;
  readonly lastRecordedAt: (state: State) => Instant | undefined;
  readonly refusal: (rejection: Rejection) => Refused;
  /** What the address names and is not there. */
  readonly missing: (state: State, name: string, stream: StreamName, address: Fields) => Refused | undefined;
  readonly about: (event: E, stream: StreamName) => About;
  /** What the plan that these events made must warn of; the state is that right after them. */
  readonly warnings?: (state: State, events: readonly StoredEvent[]) => readonly Warning[];
  /** What the answer begins with: the casus or the partner. */
  readonly head: (
    stream: StreamName,
    events: readonly StoredEvent[],
    state: () => Promise<State>,
  ) => Promise<Done['answer']>;
}

/** A command with the stream that it goes to; `target` is that stream where the client named it itself. */
export interface Job<Name extends string = string> {
  readonly line: CommandLine;
  readonly stream: StreamName;
  readonly target: StreamName | null;
  readonly order: CommandOrder<Name>;
}
