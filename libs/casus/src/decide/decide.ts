import type { Decision } from '#event-sourcing/decider';
import type { Casus } from '#casus/casus';
import type { Command, CommandName } from '#casus/commands';
import type { Background } from '#casus/decide/surroundings';
import type { CasusEvent } from '#casus/events/casus-event';
import type { Rejection } from '#casus/rejection';

/** An event as a decision proposes it; `onBehalfOf` when the director acted in the owner's place. */
export type Proposal = CasusEvent & { readonly onBehalfOf?: string };

export type CasusDecision = Decision<Proposal, Rejection>;

/**
 * The decision on one command. `casus` is the casus as it was when the fact happened, with all that is recorded; `known`
 * is the casus of now, in which a reference that is given out must be free.
 */
export type Decide<N extends CommandName> = (
  command: Command<N>,
  casus: Casus,
  known: Casus,
  background: Background,
) => CasusDecision;

/** A check that may refuse. */
export type Refusal = Extract<CasusDecision, { accepted: false }> | undefined;
