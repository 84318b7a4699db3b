import * as v from 'valibot';
import { isLocalDate } from '#calendar/local-date';
import type { DomainEvent } from '#event-sourcing/event';

const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.guard(isLocalDate));

/** Every event type of a search with its newest version and the schema of its data. Of which casus, its stream says. */
export const searchEvents = {
  StepTakenOn: { version: 1, schema: v.strictObject({ handoff: text, step: text }) },
  NoFitRecorded: { version: 1, schema: v.strictObject({ step: text, until: v.optional(day) }) },
  FittingHomeFound: { version: 1, schema: v.strictObject({ step: text, home: text }) },
  AnswerRefused: {
    version: 1,
    schema: v.strictObject({ event: text, because: text, command: text, about: text, code: text }),
  },
} as const;

export type SearchEventType = keyof typeof searchEvents;

/** The data of one event type, newest version. */
export type SearchDataOf<T extends SearchEventType> = v.InferOutput<(typeof searchEvents)[T]['schema']>;

/** An event of the given type(s); by default of any. A union that narrows on `type`. */
export type SearchEvent<T extends SearchEventType = SearchEventType> = {
  [K in T]: DomainEvent<K, SearchDataOf<K>>;
}[T];

export const isSearchEventType = (type: string): type is SearchEventType => Object.hasOwn(searchEvents, type);

/** Makes an event in the newest version of its type. */
export const searchEvent = <T extends SearchEventType>(
  type: T,
  data: SearchDataOf<T>,
): DomainEvent<T, SearchDataOf<T>> => ({ type, schemaVersion: searchEvents[type].version, data });
