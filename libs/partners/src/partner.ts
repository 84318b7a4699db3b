import type { LocalDate } from '#calendar/local-date';
import { nationalCalendar, type Calendar } from '#calendar/working-days';
import type { Instant } from '#event-sourcing/instant';
import { isAway, type Absence } from '#partners/absence';
import { DEFAULT_NORM_DAYS, normKey, type AnswerKind, type Norms } from '#partners/norm';
import type { OpeningHours } from '#partners/opening-hours';
import type { PartnerKind } from '#partners/partner-kind';

/** An organisational unit at the table, as it follows from its facts. */
export interface Partner {
  readonly id: string;
  readonly kind: PartnerKind;
  readonly name: string;
  readonly registeredAt: Instant;
  readonly norms: Norms;
  readonly openingHours: OpeningHours;
  readonly closingDays: readonly LocalDate[];
  /** The national calendar with its closing days. */
  readonly calendar: Calendar;
  /** By id, withdrawn ones too. */
  readonly absences: ReadonlyMap<string, Absence>;
  /** How often each thing about it was set, and when last: see subject.ts. */
  readonly history: ReadonlyMap<string, { readonly times: number; readonly latest: Instant }>;
}

/** The calendar of a partner; the national one when it is not known. */
export const calendarOf = (partner: Partner | undefined): Calendar => partner?.calendar ?? nationalCalendar;

/**
 * Within how many working days a partner answers: its norm for this kind of thing of this other partner, else for this
 * kind of thing, else three.
 */
export function normDays(partner: Partner | undefined, of: AnswerKind, counterPartner: string): number {
  const norm = partner?.norms.get(normKey(of, counterPartner)) ?? partner?.norms.get(normKey(of));
  return norm?.workingDays ?? DEFAULT_NORM_DAYS;
}

/** The absence of a person of a partner at an instant; undefined when the person is there, as far as is known. */
export function absenceOf(partner: Partner | undefined, person: string, at: Instant): Absence | undefined {
  for (const absence of partner?.absences.values() ?? []) {
    if (absence.person === person && isAway(absence, at)) return absence;
  }
  return undefined;
}

/** Somebody in the place of a person that is away. */
export interface StandIn {
  readonly person: string;
  readonly inPlaceOf: string;
}

/** Who of a partner stands in for whom at an instant, as far as is known. */
export const standIns = (partner: Partner | undefined, at: Instant): readonly StandIn[] =>
  [...(partner?.absences.values() ?? [])].flatMap((absence) => {
    const { person: inPlaceOf, substitute: person } = absence;
    return person !== undefined && isAway(absence, at) ? [{ person, inPlaceOf }] : [];
  });

/** In whose place a person of a partner stands at an instant. */
export const standsInFor = (partner: Partner | undefined, person: string, at: Instant): readonly string[] =>
  standIns(partner, at).flatMap((one) => (one.person === person ? [one.inPlaceOf] : []));
