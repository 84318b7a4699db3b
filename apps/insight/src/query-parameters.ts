import type { Instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import type { StepState } from '#casus/step-state';
import type { HandoffState } from '#casus/handoff';
import { STALL_PATTERNS, type StallPattern } from '#casus/vocabulary';
import { PARTNER_KINDS, type PartnerKind } from '#partners/partner-kind';
import { Optional, Required } from '#commands/form/field';
import { moment, oneOf, partner, reference, text } from '#commands/form/forms';
import { CASUS_SORTS, type CasusSort } from '#read-models/casus-summary/query';
import { NEXT_STEPS_SORTS, type NextStepsSort } from '#read-models/next-steps/query';
import { LANGUAGES, type Language } from '#read-models/why/language';
import { consistencyToken, limit, someOf } from '#apps/insight/src/query-forms';

export const STEP_STATES: readonly StepState[] = [
  'open',
  'blocked',
  'scheduled',
  'waiting',
  'reported',
  'done',
  'cancelled',
];
const HANDOFF_STATES: readonly HandoffState[] = ['offered', 'seen', 'accepted', 'declined', 'withdrawn', 'expired'];

const casus = { ...text(64), example: 'eva' };

/** Of which moment, and after which command. */
export class MomentParameters {
  @Optional(moment, 'What was the case at this moment; now when left out')
  asOf?: Instant;

  @Optional(moment, 'As far as it was recorded by this moment; all that is known when left out')
  knownAt?: Instant;

  @Optional(consistencyToken, 'Waits until what the command with this Consistency-Token wrote is shown')
  atLeast?: Position;
}

/** Between which two moments. */
export class DiffParameters {
  @Required(moment, 'What was the case at this moment')
  from!: Instant;

  @Optional(moment, 'And at this later one; now when left out')
  to?: Instant;

  @Optional(moment, 'As far as it was recorded by this moment; all that is known when left out')
  knownAt?: Instant;

  @Optional(consistencyToken, 'Waits until what the command with this Consistency-Token wrote is shown')
  atLeast?: Position;
}

/** Of which stretch of time. */
export class PeriodParameters {
  @Optional(moment, 'Leaves out what lies before; the beginning when left out')
  from?: Instant;

  @Optional(moment, 'Until this moment; now when left out')
  to?: Instant;

  @Optional(moment, 'As far as it was recorded by this moment; all that is known when left out')
  knownAt?: Instant;

  @Optional(consistencyToken, 'Waits until what the command with this Consistency-Token wrote is shown')
  atLeast?: Position;
}

export class WhyParameters extends MomentParameters {
  @Optional(oneOf(LANGUAGES), 'The language of the text; Dutch when left out')
  lang?: Language;
}

export class PageParameters extends MomentParameters {
  @Optional(limit, 'How many at most; 50 when left out')
  limit?: number;

  @Optional(text(2000), 'The part that follows: `next` of the part before', 'WyJjYXN1cyIsImV2YSJd')
  cursor?: string;
}

export class NextStepsParameters extends PageParameters {
  @Optional(casus, 'Of one casus, by reference or id')
  casus?: string;

  @Optional(partner, 'That this partner owns or is on the move for')
  partner?: string;

  @Optional(partner, 'That this partner owns')
  owner?: string;

  @Optional(
    text(200),
    'For which this party is on the move: a partner, resident, external:<name> or supply:<name>',
    'resident',
  )
  onTheMove?: string;

  @Optional(someOf(STEP_STATES), 'In one of these states; those that are not done when left out')
  state?: StepState[];

  @Optional(oneOf(NEXT_STEPS_SORTS), 'The order; `since` puts who has been on the move longest first')
  sort?: NextStepsSort;
}

export class CasusParameters extends PageParameters {
  @Optional(partner, 'That this partner directs')
  director?: string;

  @Optional(partner, 'In which this partner takes part')
  partner?: string;

  @Optional(oneOf(['open', 'closed']), 'Open or closed')
  life?: 'open' | 'closed';

  @Optional(text(100), 'Of this attention group', 'dakloze-jongere')
  attentionGroup?: string;

  @Optional(text(100), 'In this neighbourhood', 'Zuid')
  neighbourhood?: string;

  @Optional(oneOf(CASUS_SORTS), 'The order')
  sort?: CasusSort;
}

export class TimelineParameters extends PageParameters {
  @Optional(oneOf(['first', 'latest']), 'From the beginning, or the latest first')
  sort?: 'first' | 'latest';
}

export class CasusHandoffsParameters extends TimelineParameters {
  @Optional(reference, 'Of one step')
  step?: string;

  @Optional(partner, 'Offered by this partner', 'sociaal-team')
  from?: string;

  @Optional(partner, 'Offered to this partner')
  to?: string;

  @Optional(partner, 'Offered by or to this partner')
  partner?: string;

  @Optional(someOf(HANDOFF_STATES), 'In one of these states')
  state?: HandoffState[];
}

export class HandoffsParameters extends CasusHandoffsParameters {
  @Optional(casus, 'Of one casus, by reference or id')
  casus?: string;
}

export class CasusStallsParameters extends PageParameters {
  @Optional(oneOf(STALL_PATTERNS), 'Of this pattern')
  pattern?: StallPattern;

  @Optional(text(200), 'With this party on the move', 'corporatie')
  onTheMove?: string;

  @Optional(oneOf(['lasting', 'ended']), 'That last, or that have ended; both when left out')
  which?: 'lasting' | 'ended';
}

export class StallsParameters extends CasusStallsParameters {
  @Optional(casus, 'Of one casus, by reference or id')
  casus?: string;
}

export class PartnersParameters extends PageParameters {
  @Optional(oneOf(PARTNER_KINDS), 'Of this kind')
  kind?: PartnerKind;
}

export class ChangesParameters {
  @Optional(casus, 'Of one casus, by reference or id')
  casus?: string;

  @Optional(consistencyToken, 'After this Consistency-Token or event id; from now on when left out')
  after?: Position;
}
