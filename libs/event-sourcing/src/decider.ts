import type { DomainEvent } from '#event-sourcing/event';

/** What a decision comes to: events, or a rejection, which is a value. */
export type Decision<E extends DomainEvent, Rejection> =
  | { readonly accepted: true; readonly events: readonly [E, ...E[]] }
  | { readonly accepted: false; readonly rejection: Rejection };

/** The events that a command leads to; at least one. */
export const accepted = <E extends DomainEvent>(...events: [E, ...E[]]): Decision<E, never> => ({
  accepted: true,
  events,
});

/**
 * How a stream folds to a state. `Fact` is a stored event as the domain reads it (typed, newest version, with what the
 * domain needs of its metadata).
 */
export interface Folding<State, Fact> {
  readonly initialState: State;
  evolve(state: State, fact: Fact): State;
}

/** A stream's rules as plain functions. */
export interface Decider<Command, State, Fact, E extends DomainEvent, Rejection> extends Folding<State, Fact> {
  decide(command: Command, state: State): Decision<E, Rejection>;
}
