import { accepted } from '#event-sourcing/decider';
import { orderRefused, outsidersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { MOST_NORM_DAYS, normKey } from '#partners/norm';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

/** Sets within how many working days a partner answers a kind of thing. Norms that already run keep their last day. */
export const setNorm: DecidePartner<'set-norm'> = (command, partner) => {
  const { of, counterPartner, workingDays } = command;
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const untimely = timesRefused(command);
  if (untimely) return untimely;
  if (!Number.isInteger(workingDays) || workingDays < 1 || workingDays > MOST_NORM_DAYS) {
    return partnerRejected('norm-out-of-range', { least: 1, most: MOST_NORM_DAYS });
  }
  if (counterPartner === partner.id) return partnerRejected('own-counter-partner', { partner: partner.id });
  const event = partnerEvent('PartnerNormSet', { of, counterPartner, workingDays });
  const refused = outsidersRefused(command) ?? orderRefused(command, partner, event);
  if (refused) return refused;
  if (partner.norms.get(normKey(of, counterPartner))?.workingDays === workingDays) {
    return partnerRejected('nothing-changes', { workingDays });
  }
  return accepted(event);
};
