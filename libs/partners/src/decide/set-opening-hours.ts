import { accepted } from '#event-sourcing/decider';
import { canonicalJson } from '#event-sourcing/canonical-json';
import { orderRefused, othersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { firstWrongDay, WEEKDAYS } from '#partners/opening-hours';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

/** Sets when a partner works, for the whole week at once. Which days are working days does not change by it. */
export const setOpeningHours: DecidePartner<'set-opening-hours'> = (command, partner) => {
  const { hours } = command;
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const untimely = timesRefused(command);
  if (untimely) return untimely;
  if (WEEKDAYS.every((day) => hours[day] === undefined)) return partnerRejected('hours-empty');
  const day = firstWrongDay(hours);
  if (day) return partnerRejected('hours-not-in-order', { day });
  const event = partnerEvent('PartnerOpeningHoursSet', { hours });
  const refused = othersRefused(command) ?? orderRefused(command, partner, event);
  if (refused) return refused;
  if (canonicalJson(hours) === canonicalJson(partner.openingHours)) return partnerRejected('nothing-changes');
  return accepted(event);
};
