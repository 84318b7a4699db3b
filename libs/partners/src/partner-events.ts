import * as v from 'valibot';
import { isLocalDate } from '#calendar/local-date';
import type { DomainEvent } from '#event-sourcing/event';
import { ANSWER_KINDS, MOST_NORM_DAYS } from '#partners/norm';
import { isTimeOfDay } from '#partners/opening-hours';
import { PARTNER_KINDS } from '#partners/partner-kind';

const text = v.pipe(v.string(), v.minLength(1));
const day = v.pipe(v.string(), v.guard(isLocalDate));
const time = v.pipe(v.string(), v.check(isTimeOfDay));
const hours = v.optional(v.strictObject({ from: time, to: time }));

/** Every event type of a partner with its newest version and the schema of its data. Whose it is, its stream says. */
export const partnerEvents = {
  PartnerRegistered: { version: 1, schema: v.strictObject({ kind: v.picklist(PARTNER_KINDS), name: text }) },
  PartnerRenamed: { version: 1, schema: v.strictObject({ name: text }) },
  PartnerNormSet: {
    version: 1,
    schema: v.strictObject({
      of: v.picklist(ANSWER_KINDS),
      counterPartner: v.optional(text),
      workingDays: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(MOST_NORM_DAYS)),
    }),
  },
  PartnerOpeningHoursSet: {
    version: 1,
    schema: v.strictObject({
      hours: v.strictObject({
        monday: hours,
        tuesday: hours,
        wednesday: hours,
        thursday: hours,
        friday: hours,
        saturday: hours,
        sunday: hours,
      }),
    }),
  },
  PartnerClosingDaysSet: { version: 1, schema: v.strictObject({ days: v.array(day) }) },
  PartnerAbsencePlanned: {
    version: 1,
    schema: v.strictObject({ absence: text, person: text, from: day, until: day, substitute: v.optional(text) }),
  },
  PartnerAbsenceWithdrawn: { version: 1, schema: v.strictObject({ absence: text, person: text }) },
} as const;

export type PartnerEventType = keyof typeof partnerEvents;

/** The data of one event type, newest version. */
export type PartnerDataOf<T extends PartnerEventType> = v.InferOutput<(typeof partnerEvents)[T]['schema']>;

/** An event of the given type(s); by default of any. A union that narrows on `type`. */
export type PartnerEvent<T extends PartnerEventType = PartnerEventType> = {
  [K in T]: DomainEvent<K, PartnerDataOf<K>>;
}[T];

export const isPartnerEventType = (type: string): type is PartnerEventType => Object.hasOwn(partnerEvents, type);

/** Makes an event in the newest version of its type. */
export const partnerEvent = <T extends PartnerEventType>(
  type: T,
  data: PartnerDataOf<T>,
): DomainEvent<T, PartnerDataOf<T>> => ({ type, schemaVersion: partnerEvents[type].version, data });
