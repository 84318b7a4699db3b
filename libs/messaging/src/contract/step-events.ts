import * as v from 'valibot';
import { REFUSAL_REASONS, WAITING_KINDS } from '#casus/vocabulary';
import { after, category, day, partner, publicType, reference, stepState } from '#messaging/contract/form';

const step = { step: reference, category, owner: partner };
const dates = { target: v.optional(day), notBefore: v.optional(day) };

/** Steps: planned, open, ended, and whose they are. */
export const stepEvents = {
  'casus.step-planned': publicType(1, 'A step was planned.', {
    ...step,
    state: stepState,
    after,
    ...dates,
    rule: v.optional(reference),
    ruleFrom: v.optional(day),
  }),
  'casus.step-replanned': publicType(1, 'What a step waits for, or a date of it, was changed.', {
    ...step,
    after,
    ...dates,
  }),
  'casus.step-opened': publicType(
    1,
    'A step that was blocked, waiting or reported can be worked on, by something that was recorded. A step that opens by the calendar alone is not told: its dates are known.',
    step,
  ),
  'casus.step-waiting': publicType(1, 'A step waits for a resident, a party without access, or supply.', {
    ...step,
    waitingFor: v.picklist(WAITING_KINDS),
    until: day,
  }),
  'casus.step-reported': publicType(1, 'The owner reported a step done; another partner is to confirm it.', {
    ...step,
    confirmedBy: partner,
  }),
  'casus.step-done': publicType(1, 'A step is done.', step),
  'casus.step-cancelled': publicType(1, 'A step was cancelled.', step),
  'casus.step-reopened': publicType(1, 'A done step was opened again.', step),
  'casus.step-owner-changed': publicType(1, 'Another partner answers for a step.', {
    step: reference,
    category,
    from: partner,
    to: partner,
    by: v.picklist(['handoff', 'return', 'takeover', 'reassignment']),
    reason: v.optional(v.picklist(REFUSAL_REASONS)),
  }),
  'casus.other-step-changed': publicType(
    1,
    'A step of others changed, of which the receiver may know only that it is there and how it stands. `category` only where the receiver may know it.',
    { step: reference, state: stepState, category: v.optional(category), ...dates },
  ),
};
