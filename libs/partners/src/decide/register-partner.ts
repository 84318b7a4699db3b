import { accepted } from '#event-sourcing/decider';
import { bsnRefused, timesRefused, type DecidePartner } from '#partners/decide/decide';
import { partnerEvent } from '#partners/partner-events';
import { isMunicipalOrSocialTeam } from '#partners/partner-kind';
import { partnerRejected } from '#partners/partner-rejection';

const SLUG = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const LONGEST_ID = 60;

/** What can stand in the place of a partner on the board, in a ledger or as the audience of a note. */
const RESERVED: ReadonlySet<string> = new Set([
  'all',
  'blocked',
  'director',
  'external',
  'nobody',
  'own',
  'resident',
  'scheduled',
  'supply',
  'suspended',
]);

/** Enters a partner in the directory, with the national calendar, the usual hours and norms. */
export const registerPartner: DecidePartner<'register-partner'> = (command, partner) => {
  const { kind, name } = command;
  const badInput = timesRefused(command) ?? bsnRefused(command);
  if (badInput) return badInput;
  if (!SLUG.test(command.partner) || command.partner.length > LONGEST_ID) return partnerRejected('id-not-a-slug');
  if (RESERVED.has(command.partner)) return partnerRejected('id-reserved', { partner: command.partner });
  if (!isMunicipalOrSocialTeam(command.actor.kind)) return partnerRejected('not-municipal-or-social-team');
  if (partner) return partnerRejected('partner-exists', { partner: partner.id, kind: partner.kind });
  return accepted(partnerEvent('PartnerRegistered', { kind, name }));
};
