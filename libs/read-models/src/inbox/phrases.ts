import type { StallPattern } from '#casus/vocabulary';
import type { SettledReason } from '#read-models/inbox/standing';

/** A stall: what has it, since when, and until when it lasted (null while it does). */
export interface StallTold {
  readonly title: string;
  readonly pattern: StallPattern;
  readonly since: string;
  readonly until: string | null;
}

/** A warning: of what, by when, and what became of it on which day. */
export interface WarningTold {
  readonly title: string;
  readonly lastDay: string;
  readonly reason: SettledReason | null;
  readonly on: string;
}

/**
 * The sentences of an inbox in one language. Parties, days and titles come in as texts; what comes back is a sentence
 * without its first capital and its full stop.
 */
export interface InboxPhrases {
  stalled(of: StallTold): string;
  stepDue(of: WarningTold): string;
  promiseDue(of: WarningTold): string;
  theCasus(reference: string): string;
  thePromise(promise: string): string;
  youAreOnTheMove: string;
  onTheMove(party: string): string;
  nobody: string;
  /** Why the director and the process director are told. */
  later: Readonly<Record<2 | 3, string>>;
  withdrawn: Readonly<Record<'never-so' | 'over-before-told', string>>;
}
