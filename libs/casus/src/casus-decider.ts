import type { Decider, Folding } from '#event-sourcing/decider';
import type { Command } from '#casus/commands';
import { decideCasus, type DecidedEvent } from '#casus/decide/decide-casus';
import type { Surroundings } from '#casus/decide/surroundings';
import type { Fact } from '#casus/fact';
import { NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import type { Rejection } from '#casus/rejection';

export type { DecidedEvent };

/** How the events of a casus fold to its history. */
export const casusFolding: Folding<CasusHistory, Fact> = { initialState: NO_HISTORY, evolve: withFact };

/** The casus as a decider: its history, and the decision on every command, given what lies around the casus. */
export const casusDecider = (
  surroundings: Surroundings,
): Decider<Command, CasusHistory, Fact, DecidedEvent, Rejection> => ({
  ...casusFolding,
  decide: (command, history) => decideCasus(command, history, surroundings),
});
