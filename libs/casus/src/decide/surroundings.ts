import { NO_RULES, type RuleBook } from '#calendar/rule-book/rule-book';
import type { CommandName } from '#casus/commands';
import type { CasusHistory } from '#casus/history';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';

/** What a decision about a casus may look at beyond that casus. */
export interface Surroundings {
  /** The partner directory through time; see `looksAtPartners`. */
  readonly partners: PartnersOverTime;
  /** The rules by which terms begin, and the grounds on which they stop and move. */
  readonly rules: RuleBook;
}

/** What a decision may look at besides the casus as it stands: all that is recorded of it, and what lies around it. */
export interface Background extends Surroundings {
  readonly history: CasusHistory;
}

/** Nothing is known of anything outside the casus. */
export const NO_SURROUNDINGS: Surroundings = { partners: NO_PARTNERS, rules: NO_RULES };

/** Whether the decision on a command looks at the partner directory. For any other it need not be read. */
export const looksAtPartners = (command: CommandName): boolean => command === 'name-stall-cause';
