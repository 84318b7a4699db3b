import * as v from 'valibot';
import type { Actor, PlacedEvent } from '#event-sourcing/event';
import type { Instant } from '#event-sourcing/instant';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { upcasterChain, type Upcaster } from '#event-sourcing/upcaster';
import { isPartnerEventType, partnerEvents, type PartnerEvent, type PartnerEventType } from '#partners/partner-events';

/** The category of the streams of partners: `partner-<id>`. */
export const PARTNER_CATEGORY = 'partner';

/** An event of a partner as it was recorded: what happened, to which partner, when, typed in when, by whom. */
export type PartnerFact<T extends PartnerEventType = PartnerEventType> = PartnerEvent<T> & {
  readonly partner: string;
  readonly revision: number;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
  readonly actor: Actor;
};

/** Old versions of event types, each with its way to the next. Fixtures under libs/partners/fixtures prove them. */
export const PARTNER_UPCASTERS: readonly Upcaster[] = [];

const upcast = upcasterChain(PARTNER_UPCASTERS, (type) =>
  isPartnerEventType(type) ? partnerEvents[type].version : undefined,
);

/**
 * Reads a stored event as a fact of the newest version. Throws on another stream than a partner's, on a type or version
 * that this program does not know, and on data that does not fit (the message names type and path, never a value).
 */
export function readPartnerFact(recorded: PlacedEvent): PartnerFact {
  if (categoryOf(recorded.stream) !== PARTNER_CATEGORY) throw new TypeError(`${recorded.stream} is not of a partner`);
  const { type, schemaVersion, data } = upcast(recorded);
  if (!isPartnerEventType(type)) throw new TypeError(`event type ${type} is not one of a partner`);
  const parsed = v.safeParse(partnerEvents[type].schema, data);
  if (!parsed.success) {
    const where = parsed.issues.map((issue) => v.getDotPath(issue) ?? '(whole)').join(', ');
    throw new TypeError(`${recorded.stream}@${recorded.revision}: ${type} does not fit its schema at ${where}`);
  }
  const { occurredAt, recordedAt, actor } = recorded.metadata;
  const { stream, revision } = recorded;
  const partner = idOf(stream);
  // The schema of this very type was applied above; the compiler cannot follow the union.
  return { type, schemaVersion, data: parsed.output, partner, revision, occurredAt, recordedAt, actor } as PartnerFact;
}
