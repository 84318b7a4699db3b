import type { Instant } from '#event-sourcing/instant';
import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import type { BasisKind, Category } from '#casus/vocabulary';

/** One category of data about one resident. */
export interface Grant {
  readonly category: Category;
  readonly person: string;
}

/** Why a partner may know something. `grants` holds what is not withdrawn. */
export interface Basis {
  readonly partner: string;
  readonly kind: BasisKind;
  readonly grants: readonly Grant[];
  /** 00:00 of the day after its last day. */
  readonly endsAt?: Instant | undefined;
}

/** When a basis that is valid until a day, that day included, ends. */
export const endOfValidity = (validUntil: LocalDate | undefined): Instant | undefined =>
  validUntil === undefined ? undefined : startOfDay(dayAfter(validUntil));

/** Valid while at least one grant is left and its time has not passed. */
export const isValid = (basis: Basis, at: Instant): boolean =>
  basis.grants.length > 0 && (basis.endsAt === undefined || at < basis.endsAt);
