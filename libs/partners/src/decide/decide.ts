import type { Decision } from '#event-sourcing/decider';
import { plusMs } from '#event-sourcing/instant';
import { pathOfBsn } from '#partners/bsn';
import { LATEST_ENTRY_MS, TOLERANCE_MS } from '#partners/entry-times';
import type { Partner } from '#partners/partner';
import type { PartnerCommand, PartnerCommandContext, PartnerCommandName } from '#partners/partner-commands';
import type { PartnerEvent } from '#partners/partner-events';
import { isMunicipalOrSocialTeam } from '#partners/partner-kind';
import { partnerRejected, type PartnerRejection } from '#partners/partner-rejection';
import { subjectOf } from '#partners/subject';

/** The rule of one command: from the command and the partner as it stands (undefined: not registered) to what comes of it. */
export type DecidePartner<N extends PartnerCommandName> = (
  command: PartnerCommand<N>,
  partner: Partner | undefined,
) => Decision<PartnerEvent, PartnerRejection>;

/** Refuses a fact ahead of its recording (but for sixty seconds) or more than ninety days before it. */
export function timesRefused({ occurredAt, recordedAt }: PartnerCommandContext) {
  const times = { occurredAt, recordedAt };
  if (occurredAt > plusMs(recordedAt, TOLERANCE_MS)) return partnerRejected('occurred-in-the-future', times);
  if (occurredAt < plusMs(recordedAt, -LATEST_ENTRY_MS)) return partnerRejected('occurred-too-long-ago', times);
  return undefined;
}

/** Refuses a text that may hold a BSN: none is kept here. Names the field, never the number. */
export function bsnRefused(command: PartnerCommand) {
  const field = pathOfBsn(command);
  return field === undefined ? undefined : partnerRejected('bsn-not-accepted', { field });
}

/** Refuses everybody but the partner that the command is about. */
export const othersRefused = ({ actor, partner }: PartnerCommandContext) =>
  actor.partner === partner ? undefined : partnerRejected('not-own-partner', { partner });

/** Refuses everybody but the partner that the command is about and those who keep the directory. */
export const outsidersRefused = ({ actor, partner }: PartnerCommandContext) =>
  actor.partner === partner || isMunicipalOrSocialTeam(actor.kind)
    ? undefined
    : partnerRejected('not-own-municipal-or-social-team', { partner });

/** Refuses an event that occurred before the registration, or before the latest one recorded about the same subject. */
export function orderRefused({ occurredAt }: PartnerCommandContext, partner: Partner, event: PartnerEvent) {
  if (occurredAt < partner.registeredAt) {
    return partnerRejected('before-registered', { occurredAt, registeredAt: partner.registeredAt });
  }
  const latest = partner.history.get(subjectOf(event))?.latest;
  return latest !== undefined && occurredAt < latest
    ? partnerRejected('occurred-before-known', { occurredAt, latest })
    : undefined;
}
