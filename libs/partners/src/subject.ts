import { normKey } from '#partners/norm';
import type { PartnerEvent } from '#partners/partner-events';

/** What an event is about, within its partner. Facts about one subject are recorded in the order in which they occurred. */
export function subjectOf(event: PartnerEvent): string {
  switch (event.type) {
    case 'PartnerRegistered':
    case 'PartnerRenamed':
      return 'name';
    case 'PartnerNormSet':
      return `norm ${normKey(event.data.of, event.data.counterPartner)}`;
    case 'PartnerOpeningHoursSet':
      return 'opening-hours';
    case 'PartnerClosingDaysSet':
      return 'closing-days';
    case 'PartnerAbsencePlanned':
    case 'PartnerAbsenceWithdrawn':
      return `absence ${event.data.absence}`;
  }
}
