import { accepted } from '#event-sourcing/decider';
import { orderRefused, othersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

/** Ends an absence from the moment at which this happened: the person is back early, or does not go. */
export const withdrawAbsence: DecidePartner<'withdraw-absence'> = (command, partner) => {
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const absence = partner.absences.get(command.absence);
  if (!absence) return partnerRejected('absence-unknown', { partner: partner.id, absence: command.absence });
  const event = partnerEvent('PartnerAbsenceWithdrawn', { absence: absence.id, person: absence.person });
  const refused = timesRefused(command) ?? othersRefused(command);
  if (refused) return refused;
  if (absence.withdrawnAt !== undefined) {
    return partnerRejected('absence-withdrawn', { absence: absence.id, withdrawnAt: absence.withdrawnAt });
  }
  return orderRefused(command, partner, event) ?? accepted(event);
};
