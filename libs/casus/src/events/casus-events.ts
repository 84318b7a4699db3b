import * as v from 'valibot';
import { category, day, director, event, id, text } from '#casus/events/event-schema';
import {
  BASIS_KINDS,
  CLOSING_OUTCOMES,
  DECISION_OUTCOMES,
  INCOME_CLASSES,
  RESIDENT_ROLES,
  STALL_PATTERNS,
} from '#casus/vocabulary';
import { STALL_CAUSE_CODES } from '#casus/stall-cause';

const resident = v.strictObject({
  ref: id,
  id,
  role: v.picklist(RESIDENT_ROLES),
  givenName: text,
  familyName: text,
  birthYear: v.optional(v.number()),
});

/** Events of the casus as a whole: who it is about, who takes part, what was decided, met and noted. */
export const casusEvents = {
  CasusOpened: event(1, {
    reference: id,
    title: text,
    director,
    residents: v.array(resident),
    goal: text,
    situation: text,
    referredBy: v.optional(text),
    attentionGroup: v.optional(text),
    neighbourhood: v.optional(text),
  }),
  CasusClosed: event(1, { outcome: v.picklist(CLOSING_OUTCOMES), reason: text }),
  CasusReopened: event(1, { reason: text }),
  DirectorAppointed: event(1, director.entries),
  ResidentAdded: event(1, resident.entries),
  ResidentEnded: event(1, { ref: id, reason: text }),
  BasisRecorded: event(1, {
    partner: id,
    basis: v.picklist(BASIS_KINDS),
    persons: v.array(id),
    givenBy: v.optional(text),
    article: v.optional(text),
    purpose: text,
    categories: v.array(category),
    validUntil: v.optional(day),
  }),
  BasisWithdrawn: event(1, { partner: id, categories: v.array(category), persons: v.array(id) }),
  PartnerLeft: event(1, { partner: id, reason: text }),
  DecisionRecorded: event(1, {
    product: text,
    decidedBy: id,
    outcome: v.picklist(DECISION_OUTCOMES),
    ground: text,
    step: v.optional(id),
  }),
  MeetingRecorded: event(1, { present: v.array(id), agreed: text, steps: v.array(id) }),
  NoteAdded: event(1, { text, audience: text, step: v.optional(id) }),
  HousingNeedDescribed: event(1, {
    rooms: v.number(),
    stepFree: v.boolean(),
    lift: v.boolean(),
    neighbourhoods: v.array(text),
    incomeClass: v.picklist(INCOME_CLASSES),
    from: day,
    support: v.optional(v.strictObject({ arranged: v.boolean(), from: v.optional(day) })),
  }),
  StallCauseNamed: event(1, {
    stall: v.strictObject({ pattern: v.picklist(STALL_PATTERNS), about: id }),
    cause: v.picklist(STALL_CAUSE_CODES),
    note: v.optional(text),
  }),
};
