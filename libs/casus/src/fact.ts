import * as v from 'valibot';
import type { Actor, PlacedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { upcasterChain, type Upcaster } from '#event-sourcing/upcaster';
import { CASUS_EVENTS, isCasusEventType, type CasusEvent, type CasusEventType } from '#casus/events/casus-event';

/** An event of a casus as it was recorded: what happened, when, typed in when, by whom. `revision` is its place. */
export type Fact<T extends CasusEventType = CasusEventType> = CasusEvent<T> & {
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
};

/** The steps that a fact is about, by name. */
export function stepsNamed({ data }: Fact): readonly string[] {
  if ('steps' in data) return data.steps;
  return 'step' in data && data.step !== undefined ? [data.step] : [];
}

/** Old versions of event types, each with its way to the next. Fixtures under libs/casus/fixtures prove them. */
export const CASUS_UPCASTERS: readonly Upcaster[] = [];

const upcast = upcasterChain(CASUS_UPCASTERS, (type) =>
  isCasusEventType(type) ? CASUS_EVENTS[type].version : undefined,
);

const known = new WeakMap<PlacedEvent, Fact>();

/**
 * Reads a stored event as a fact of the newest version. Throws on a type or version that this program does not know and
 * on data that does not fit its schema (the message names type and path, never a value).
 */
export function readFact(recorded: PlacedEvent): Fact {
  // Every view that takes an event reads it.
  const kept = known.get(recorded);
  if (kept) return kept;
  const fact = parseFact(recorded);
  known.set(recorded, fact);
  return fact;
}

function parseFact(recorded: PlacedEvent): Fact {
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isCasusEventType(type)) throw new TypeError(`event type ${type} is not one of a casus`);
  const parsed = v.safeParse(CASUS_EVENTS[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${recorded.stream}@${recorded.revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt, actor } = recorded.metadata;
  const fact = { type, schemaVersion, data: parsed.output, revision: recorded.revision, occurredAt, recordedAt, actor };
  // The schema of this very type was applied above; the compiler cannot follow the union.
  return fact as Fact;
}
