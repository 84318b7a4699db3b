import type { CommandName } from '#casus/commands';
import type { CasusHistory } from '#casus/history';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';

/** What a decision about a casus may look at beyond that casus. */
export interface Surroundings {
  /** The partner directory through time; see `looksAtPartners`. */
  readonly partners: PartnersOverTime;
}

/** What a decision may look at besides the casus as it stands: all that is recorded of it, and what lies around it. */
export interface Background extends Surroundings {
  readonly history: CasusHistory;
}

/** Nothing is known of anything outside the casus. */
export const NO_SURROUNDINGS: Surroundings = { partners: NO_PARTNERS };

/** Whether the decision on a command looks at the partner directory. For any other it need not be read. */
export const looksAtPartners = (command: CommandName): boolean => command === 'name-stall-cause';
