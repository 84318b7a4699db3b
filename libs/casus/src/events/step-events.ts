import * as v from 'valibot';
import {
  afterItem,
  agreed,
  category,
  day,
  event,
  id,
  override,
  termBasis,
  text,
  waitingFor,
} from '#casus/events/event-schema';
import { REFUSAL_REASONS } from '#casus/vocabulary';

const harm = v.strictObject({ what: text, dates: v.array(day) });

/** Events of one step: how it was planned, who answers for it, what holds it up, how it ended. */
export const stepEvents = {
  StepPlanned: event(1, {
    step: id,
    title: text,
    category,
    owner: id,
    agreed: v.optional(agreed),
    after: v.array(afterItem),
    term: v.optional(v.strictObject({ from: day, ...termBasis })),
    target: v.optional(day),
    notBefore: v.optional(day),
    product: v.optional(text),
    confirmedBy: v.optional(id),
    rhythm: v.number(),
    harm: v.optional(harm),
    financing: v.optional(text),
    legalBasis: v.optional(text),
    override,
  }),
  StepReplanned: event(1, {
    step: id,
    title: v.optional(text),
    after: v.optional(v.array(afterItem)),
    // Null: there is none any more.
    target: v.optional(v.nullable(day)),
    notBefore: v.optional(v.nullable(day)),
    reason: v.optional(text),
  }),
  StepClaimed: event(1, { step: id, person: id }),
  StepReleased: event(1, { step: id, person: id }),
  StepStarted: event(1, { step: id }),
  ProgressNoted: event(1, { step: id, text }),
  WaitingStarted: event(1, { step: id, waitingFor, reason: text, until: day }),
  WaitingResumed: event(1, { step: id }),
  TermSuspended: event(1, {
    step: id,
    ground: id,
    source: text,
    waitingFor,
    firstDay: day,
    until: v.optional(day),
  }),
  TermResumed: event(1, { step: id, lastDay: day }),
  TermExtended: event(1, { step: id, ground: id, source: text, lastDay: day, reason: v.optional(text) }),
  TermRuleRenewed: event(1, { step: id, ...termBasis, reason: text }),
  StepReported: event(1, { step: id, confirmedBy: id }),
  StepCompleted: event(1, { step: id }),
  CompletionConfirmed: event(1, { step: id }),
  CompletionRejected: event(1, { step: id, reason: text }),
  StepCancelled: event(1, { step: id, reason: text }),
  StepReturned: event(1, {
    step: id,
    from: id,
    to: id,
    reason: v.picklist(REFUSAL_REASONS),
    note: v.optional(text),
  }),
  StepReassigned: event(1, { step: id, from: id, to: id, agreed, reason: text, override }),
  StepReopened: event(1, { step: id, reason: text }),
};
