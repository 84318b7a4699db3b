import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { AnswerKind } from '#partners/norm';
import type { OpeningHours } from '#partners/opening-hours';
import type { PartnerKind } from '#partners/partner-kind';

/** Who commands: a partner, of which kind the partner directory says, perhaps one person of it. */
export interface PartnerCommandActor {
  readonly partner: string;
  readonly kind: PartnerKind;
  readonly person?: string | undefined;
}

/** What comes in with every command: about which partner, by whom, when it happened, when it is typed in. */
export interface PartnerCommandContext {
  readonly partner: string;
  readonly actor: PartnerCommandActor;
  readonly occurredAt: Instant;
  readonly recordedAt: Instant;
}

/** The fields of every command of the partner directory. Texts are already within their limits. */
export interface PartnerCommandFields {
  'register-partner': { readonly kind: PartnerKind; readonly name: string };
  'rename-partner': { readonly name: string };
  'set-norm': {
    readonly of: AnswerKind;
    /** Whose things; those of every partner without a norm of its own when left out. */
    readonly counterPartner?: string | undefined;
    readonly workingDays: number;
  };
  'set-opening-hours': { readonly hours: OpeningHours };
  /** All closing days from now on: they take the place of those set before. */
  'set-closing-days': { readonly days: readonly LocalDate[] };
  'plan-absence': {
    /** Assigned when left out. */
    readonly absence?: string | undefined;
    readonly person: string;
    readonly from: LocalDate;
    readonly until: LocalDate;
    readonly substitute?: string | undefined;
  };
  'withdraw-absence': { readonly absence: string };
}

export type PartnerCommandName = keyof PartnerCommandFields;

/** A command of the given name(s); by default any. `do` says which. */
export type PartnerCommand<N extends PartnerCommandName = PartnerCommandName> = {
  [K in N]: PartnerCommandContext & PartnerCommandFields[K] & { readonly do: K };
}[N];
