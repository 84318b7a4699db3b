import type { Decider } from '#event-sourcing/decider';
import type { Command } from '#casus/commands';
import { decideCasus, type DecidedEvent } from '#casus/decide/decide-casus';
import type { Fact } from '#casus/fact';
import { NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import type { Rejection } from '#casus/rejection';

export type { DecidedEvent };

/** The casus as a decider: its history, and the decision on every command. */
export const casusDecider: Decider<Command, CasusHistory, Fact, DecidedEvent, Rejection> = {
  initialState: NO_HISTORY,
  evolve: withFact,
  decide: decideCasus,
};
