import type * as v from 'valibot';
import { CASUS_EVENTS, isCasusEventType } from '#casus/events/casus-event';
import type { ProposedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';

/** What stands in every text that may hold something about a person. */
export const MARK = 'MERKTEKEN';

/** Rules of the law are no free text. */
const LEFT_OUT: ReadonlySet<string> = new Set(['rule', 'calendar']);

type Schema = v.GenericSchema & {
  readonly pipe?: unknown;
  readonly entries?: Readonly<Record<string, Schema>>;
  readonly item?: Schema;
  readonly wrapped?: Schema;
};

/** Marks whatever the schema calls a text and no more than that: free texts and names. */
function marked(schema: Schema, value: unknown, key = ''): unknown {
  if (value === undefined || LEFT_OUT.has(key)) return value;
  if (schema.wrapped) return marked(schema.wrapped, value, key);
  if (schema.entries) {
    const fields = Object.entries(value as object).map(([name, one]: [string, unknown]) => {
      const inner = schema.entries?.[name];
      return [name, inner ? marked(inner, one, name) : one] as const;
    });
    return Object.fromEntries(fields);
  }
  const { item } = schema;
  if (item && Array.isArray(value)) return value.map((one) => marked(item, one));
  const isText = (schema.type === 'string' && schema.pipe === undefined) || key === 'person';
  return isText && typeof value === 'string' ? `${MARK} ${value}` : value;
}

function markedEvent(event: ProposedEvent): ProposedEvent {
  const { actor } = event.metadata;
  const person = actor.person === undefined ? {} : { person: `${MARK} ${actor.person}` };
  const metadata = { ...event.metadata, actor: { ...actor, ...person } };
  if (event.type === 'PartnerRegistered') return { ...event, data: { ...(event.data as object), name: MARK } };
  if (!isCasusEventType(event.type)) return event;
  return { ...event, metadata, data: marked(CASUS_EVENTS[event.type].schema, event.data) };
}

/** A log in which every free text and every name is marked. */
export const markedStore = (store: EventStore): EventStore => ({
  ...store,
  append: (requests) => store.append(requests.map((one) => ({ ...one, events: one.events.map(markedEvent) }))),
});
