import type * as v from 'valibot';
import type { DomainEvent } from '#event-sourcing/event';
import { askAndPromiseEvents } from '#casus/events/ask-and-promise-events';
import { casusEvents } from '#casus/events/casus-events';
import { handoffEvents } from '#casus/events/handoff-events';
import { stepEvents } from '#casus/events/step-events';

/** Every event type of a casus with its newest version and schema: the one place that lists them. */
export const CASUS_EVENTS = { ...casusEvents, ...stepEvents, ...handoffEvents, ...askAndPromiseEvents } as const;

export type CasusEventType = keyof typeof CASUS_EVENTS;

/** The data of one event type, newest version. */
export type DataOf<T extends CasusEventType> = v.InferOutput<(typeof CASUS_EVENTS)[T]['schema']>;

/** An event of the given type(s); by default of any type. A union that narrows on `type`. */
export type CasusEvent<T extends CasusEventType = CasusEventType> = {
  [K in T]: DomainEvent<K, DataOf<K>>;
}[T];

export const isCasusEventType = (type: string): type is CasusEventType => Object.hasOwn(CASUS_EVENTS, type);

/** Makes an event in the newest version of its type. */
export const casusEvent = <T extends CasusEventType>(type: T, data: DataOf<T>): DomainEvent<T, DataOf<T>> => ({
  type,
  schemaVersion: CASUS_EVENTS[type].version,
  data,
});
