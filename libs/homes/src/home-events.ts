import * as v from 'valibot';
import { isLocalDate } from '#calendar/local-date';
import type { DomainEvent } from '#event-sourcing/event';
import { AGENCY_REASONS, CANDIDATE_REASONS, WITHDRAWAL_REASONS } from '#homes/home-vocabulary';

const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.guard(isLocalDate));
const count = v.pipe(v.number(), v.integer(), v.minValue(1));
const candidate = v.strictObject({ casus: text, step: text });
const features = v.strictObject({
  rooms: count,
  stepFree: v.boolean(),
  lift: v.boolean(),
  neighbourhood: text,
  rentCents: count,
});

/** Every event type of a home with its newest version and the schema of its data. Which home, its stream says. */
export const homeEvents = {
  HomeRegistered: { version: 1, schema: v.strictObject({ landlord: text, features, freeFrom: day }) },
  HomeReserved: { version: 1, schema: v.strictObject({ candidate }) },
  HomeReleased: { version: 1, schema: v.strictObject({ candidate, reason: v.picklist(AGENCY_REASONS) }) },
  HomeOffered: { version: 1, schema: v.strictObject({ candidate, offer: text, expiresOn: day }) },
  HomeAccepted: { version: 1, schema: v.strictObject({ candidate, offer: text }) },
  HomeDeclined: {
    version: 1,
    schema: v.variant('by', [
      v.strictObject({ by: v.literal('candidate'), candidate, offer: text, reason: v.picklist(CANDIDATE_REASONS) }),
      v.strictObject({ by: v.literal('agency'), candidate, offer: text, reason: v.picklist(AGENCY_REASONS) }),
    ]),
  },
  HomeOfferExpired: { version: 1, schema: v.strictObject({ candidate, offer: text }) },
  HomeLet: { version: 1, schema: v.strictObject({ candidate, from: day }) },
  HomeFreed: { version: 1, schema: v.strictObject({ freeFrom: day }) },
  HomeWithdrawn: { version: 1, schema: v.strictObject({ reason: v.picklist(WITHDRAWAL_REASONS) }) },
} as const;

export type HomeEventType = keyof typeof homeEvents;

/** The data of one event type, newest version. */
export type HomeDataOf<T extends HomeEventType> = v.InferOutput<(typeof homeEvents)[T]['schema']>;

/** An event of the given type(s); by default of any. A union that narrows on `type`. */
export type HomeEvent<T extends HomeEventType = HomeEventType> = { [K in T]: DomainEvent<K, HomeDataOf<K>> }[T];

export const isHomeEventType = (type: string): type is HomeEventType => Object.hasOwn(homeEvents, type);

/** Makes an event in the newest version of its type. */
export const homeEvent = <T extends HomeEventType>(type: T, data: HomeDataOf<T>): DomainEvent<T, HomeDataOf<T>> => ({
  type,
  schemaVersion: homeEvents[type].version,
  data,
});
