import type { Json } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import type { Sha256 } from '#event-sourcing/hash-chain';
import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { PartnerKind } from '#partners/partner-kind';
import type { Refused } from '#commands/refusal';

/** Who may act at all, and as what. */
export interface Actors {
  find(id: string): Promise<{ readonly kind: PartnerKind } | undefined>;
}

/** What carrying out commands needs from outside. */
export interface CommandDeps {
  readonly store: EventStore;
  readonly partners: Actors;
  /** A random UUID. */
  readonly newId: () => string;
  readonly sha256: Sha256;
}

/** Who commands. `kind` is for a caller that answers for it itself (a player of scripts); else the directory tells. */
export interface OrderActor {
  readonly partner: string;
  readonly person?: string | undefined;
  readonly kind?: PartnerKind;
}

/** One command as it comes in from outside, not yet checked. */
export interface CommandOrder<Name extends string> {
  readonly do: Name;
  /** All fields and perhaps `at`; or, with `address`, those that do not stand in the address. */
  readonly fields: unknown;
  readonly address?: Readonly<Record<string, string>>;
  readonly actor: OrderActor;
  /** The clock. What is recorded is never earlier than what the stream holds already. */
  readonly now: Instant;
  /** The revision that the client saw. */
  readonly ifRevision?: number | undefined;
  /** One's own name for this command: the same again is the same answer and no second event. Scoped by partner. */
  readonly idempotencyKey?: string | undefined;
  readonly correlationId?: string | undefined;
  readonly causationId?: string | undefined;
}

/** What a command was carried out in spite of: what will go wrong, in a code and an English sentence, and where. */
export type Warning = { readonly code: string; readonly detail: string } & Readonly<Record<string, Json>>;

/** A command that was carried out; now, or before under the same key. `answer` follows from what is stored alone. */
export interface Done {
  readonly result: 'done';
  readonly repeated: boolean;
  readonly revision: number;
  readonly position: Position;
  /** `casus` or `partner`, what came into being by its own key, `revision`, and `events`: the types. */
  readonly answer: Readonly<Record<string, Json>>;
  /** What will go wrong all the same; in the answer too, where the command may tell any. */
  readonly warnings: readonly Warning[];
}

export type Handled = Done | Refused;
