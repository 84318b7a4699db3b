import { accepted } from '#event-sourcing/decider';
import { orderRefused, othersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

/** Sets on which days a partner is closed besides weekends and holidays, all at once. Norms that already run keep their last day. */
export const setClosingDays: DecidePartner<'set-closing-days'> = (command, partner) => {
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const days = [...new Set(command.days)].sort();
  const event = partnerEvent('PartnerClosingDaysSet', { days });
  const refused = timesRefused(command) ?? othersRefused(command) ?? orderRefused(command, partner, event);
  if (refused) return refused;
  if (days.join() === partner.closingDays.join()) return partnerRejected('nothing-changes');
  return accepted(event);
};
