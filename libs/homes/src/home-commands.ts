import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate, HomeFeatures } from '#homes/home';
import type { AgencyReason, CandidateReason, DecidingSide, WithdrawalReason } from '#homes/home-vocabulary';

/** Who commands: a partner, perhaps one person of it. */
export interface HomeActor {
  readonly partner: string;
  readonly person?: string | undefined;
}

/** What comes in with every command: about which home, by whom, when it happened, when it is typed in. */
export interface HomeCommandContext {
  readonly home: string;
  readonly actor: HomeActor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** The fields of every command about a home. */
export interface HomeCommandFields {
  'register-home': { readonly features: HomeFeatures; readonly freeFrom: LocalDate };
  'reserve-home': {
    readonly candidate: Candidate;
    /** Another home that is kept for the candidate, offered to it or accepted by it; not from outside. */
    readonly otherHome?: string | undefined;
  };
  'release-home': { readonly reason: AgencyReason };
  'offer-home': {
    /** Assigned when left out. */
    readonly offer?: string | undefined;
    readonly expiresOn: LocalDate;
  };
  'accept-home': { readonly offer: string };
  'decline-home': {
    readonly offer: string;
    readonly by: DecidingSide;
    readonly reason: CandidateReason | AgencyReason;
  };
  /** The service itself notes it; the offer has expired without. */
  'note-offer-expired': { readonly offer: string };
  'let-home': { readonly from: LocalDate };
  /** Let before, or withdrawn before: it is to be let again. */
  'free-home': { readonly freeFrom: LocalDate };
  'withdraw-home': { readonly reason: WithdrawalReason };
}

export type HomeCommandName = keyof HomeCommandFields;

/** A command of the given name(s); by default any. `do` says which. */
export type HomeCommand<N extends HomeCommandName = HomeCommandName> = {
  [K in N]: HomeCommandContext & HomeCommandFields[K] & { readonly do: K };
}[N];
