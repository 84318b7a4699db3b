import { accepted } from '#event-sourcing/decider';
import { bsnRefused, orderRefused, outsidersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

/** Gives a partner another name. Its id stays what it is. */
export const renamePartner: DecidePartner<'rename-partner'> = (command, partner) => {
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const event = partnerEvent('PartnerRenamed', { name: command.name });
  const refused =
    timesRefused(command) ?? bsnRefused(command) ?? outsidersRefused(command) ?? orderRefused(command, partner, event);
  if (refused) return refused;
  if (command.name === partner.name) return partnerRejected('nothing-changes');
  return accepted(event);
};
