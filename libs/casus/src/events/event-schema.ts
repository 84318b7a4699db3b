import * as v from 'valibot';
import { isLocalDate, type LocalDate } from '#calendar/local-date';
import { recordedCalendar, recordedRule } from '#calendar/rule-book/rule-form';
import { CATEGORIES, DECISION_OUTCOMES, WAITING_KINDS } from '#casus/vocabulary';

/** The newest version of an event type and the schema of its data. */
export interface EventSchema<Schema extends v.GenericSchema = v.GenericSchema> {
  readonly version: number;
  readonly schema: Schema;
}

/** Declares the newest version of an event type. Unknown keys are refused: an event says nothing by accident. */
export const event = <Entries extends v.ObjectEntries>(version: number, entries: Entries) => ({
  version,
  schema: v.strictObject(entries),
});

export const text = v.string();
export const id = v.pipe(v.string(), v.minLength(1));
/** A local date, as `YYYY-MM-DD`. */
export const day = v.custom<LocalDate>((value) => typeof value === 'string' && isLocalDate(value));
export const category = v.picklist(CATEGORIES);

export const director = v.strictObject({ partner: id, person: v.optional(id) });

/** The word of a partner without the system, as someone else recorded it. */
export const toldBy = v.optional(v.strictObject({ name: text, channel: text }));

/** A missing basis that someone answered for, with the reason. */
export const override = v.optional(v.strictObject({ reason: text }));

export const agreed = v.strictObject({
  how: v.picklist(['meeting', 'phone']),
  on: v.optional(day),
  with: v.optional(text),
});

/** The rule and the calendar by which a term runs, as they were when they began to hold for it. */
export const termBasis = {
  rule: recordedRule,
  calendar: recordedCalendar,
};

export const waitingFor = v.strictObject({ kind: v.picklist(WAITING_KINDS), name: v.optional(text) });

/** One item of `after`: a step that must be done first, perhaps with a decision of this outcome. */
export const afterItem = v.strictObject({
  step: id,
  outcome: v.optional(v.picklist(DECISION_OUTCOMES)),
});
