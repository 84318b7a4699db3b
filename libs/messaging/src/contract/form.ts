import * as v from 'valibot';
import { CATEGORIES, DECISION_OUTCOMES } from '#casus/vocabulary';

/** A reference within a casus, such as `E4` or `O1`. */
export const reference = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A partner, by its slug. */
export const partner = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
/** A local date in the Netherlands, `YYYY-MM-DD`. */
export const day = v.pipe(v.string(), v.isoDate());
/** An instant in UTC with milliseconds. */
export const at = v.pipe(v.string(), v.isoTimestamp(), v.regex(/\.\d{3}Z$/));
export const category = v.picklist(CATEGORIES);

export const STEP_STATES = ['done', 'cancelled', 'blocked', 'scheduled', 'waiting', 'reported', 'open'] as const;
export const stepState = v.picklist(STEP_STATES);

export const after = v.array(v.object({ step: reference, outcome: v.optional(v.picklist(DECISION_OUTCOMES)) }));

/** A type of public event: its version, what it says, and what its data holds besides `occurredAt`. */
export const publicType = <Entries extends v.ObjectEntries>(version: number, says: string, entries: Entries) => ({
  version,
  says,
  schema: v.object({ occurredAt: at, ...entries }),
});
