import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';

/** What comes in with every command about a search: for which casus, when it happened, when it is typed in. */
export interface SearchCommandContext {
  readonly casus: string;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** The fields of every command about a search. */
export interface SearchCommandFields {
  /** The corporation accepts a step that it was offered. */
  'take-on-step': { readonly handoff: string; readonly step: string };
  /**
   * No home fits. `until`: when it is looked again at the latest. `resumedAt`: when the casus last said that the step waits
   * no longer.
   */
  'record-no-fit': {
    readonly step: string;
    readonly until?: LocalDate | undefined;
    readonly resumedAt?: Instant | undefined;
  };
  /** A home that fits is free after all. */
  'note-fitting-home': { readonly step: string; readonly home: string };
  /** The casus refused a command that followed from an event of the own log (`because`: its type). */
  'note-refusal': {
    readonly event: string;
    readonly because: string;
    readonly command: string;
    readonly about: string;
    readonly code: string;
  };
}

export type SearchCommandName = keyof SearchCommandFields;

/** A command of the given name(s); by default any. `do` says which. */
export type SearchCommand<N extends SearchCommandName = SearchCommandName> = {
  [K in N]: SearchCommandContext & SearchCommandFields[K] & { readonly do: K };
}[N];
