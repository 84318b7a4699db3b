import { accepted } from '#event-sourcing/decider';
import { overlaps } from '#partners/absence';
import { bsnRefused, orderRefused, othersRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import type { Partner } from '#partners/partner';
import { partnerEvent } from '#partners/partner-events';
import { partnerRejected } from '#partners/partner-rejection';

function nextReference(partner: Partner): string {
  let number = partner.absences.size + 1;
  while (partner.absences.has(`absence-${number}`)) number += 1;
  return `absence-${number}`;
}

/** Says that a person of the partner is away from a day until a day (included), and who stands in, if anyone. */
export const planAbsence: DecidePartner<'plan-absence'> = (command, partner) => {
  const { person, from, until, substitute } = command;
  if (!partner) return partnerRejected('partner-unknown', { partner: command.partner });
  const badInput = timesRefused(command) ?? bsnRefused(command);
  if (badInput) return badInput;
  if (until < from) return partnerRejected('until-before-from', { from, until });
  if (substitute === person) return partnerRejected('substitute-is-absent-person');
  const absence = command.absence ?? nextReference(partner);
  const event = partnerEvent('PartnerAbsencePlanned', { absence, person, from, until, substitute });
  const refused = othersRefused(command);
  if (refused) return refused;
  if (partner.absences.has(absence)) return partnerRejected('reference-taken', { absence });
  const outOfOrder = orderRefused(command, partner, event);
  if (outOfOrder) return outOfOrder;
  for (const other of partner.absences.values()) {
    if (other.person === person && other.withdrawnAt === undefined && overlaps(other, command)) {
      return partnerRejected('absence-overlaps', { absence: other.id, from: other.from, until: other.until });
    }
  }
  return accepted(event);
};
