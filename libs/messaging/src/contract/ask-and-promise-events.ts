import * as v from 'valibot';
import { REFUSAL_REASONS } from '#casus/vocabulary';
import { day, partner, publicType, reference } from '#messaging/contract/form';

const ask = { ask: reference, step: reference, handoff: v.optional(reference), from: partner, to: partner };
const promise = { promise: reference, promisedBy: partner, to: partner, due: day };

/** Questions, of which the ownership stays where it is, and promises. What was asked or promised is not told. */
export const askAndPromiseEvents = {
  'casus.ask-opened': publicType(1, 'A partner was asked something.', { ...ask, answerBy: v.optional(day) }),
  'casus.ask-answered': publicType(1, 'An ask was answered.', ask),
  'casus.ask-declined': publicType(1, 'An ask was declined.', { ...ask, reason: v.picklist(REFUSAL_REASONS) }),
  'casus.ask-withdrawn': publicType(1, 'An ask was withdrawn.', ask),
  'casus.promise-made': publicType(1, 'A partner promised something to another by a day.', promise),
  'casus.promise-confirmed': publicType(1, 'The promiser confirmed what was told of it.', promise),
  'casus.promise-kept': publicType(1, 'A promise was kept.', promise),
  'casus.promise-broken': publicType(1, 'The day of a promise passed and it was not kept.', promise),
  'casus.promise-renegotiated': publicType(1, 'Another day was agreed for a promise: `due`.', promise),
  'casus.promise-released': publicType(1, 'The receiver released the promiser.', promise),
};
