import { accepted } from '#event-sourcing/decider';
import { ofHome, type DecideHome } from '#homes/decide/decide';
import { homeEvent } from '#homes/home-events';
import { homeRejected } from '#homes/home-rejection';
import { AGENCY_REASONS, CANDIDATE_REASONS, type AgencyReason, type CandidateReason } from '#homes/home-vocabulary';

const isCandidates = (reason: string): reason is CandidateReason => CANDIDATE_REASONS.some((one) => one === reason);
const isAgencys = (reason: string): reason is AgencyReason => AGENCY_REASONS.some((one) => one === reason);

/** The candidate does not want the home, or the corporation takes the offer back. The home is free again. */
export const declineHome: DecideHome<'decline-home'> = (command, home) =>
  ofHome(command, home, ['offered'], ({ candidate, offer }) => {
    const { by, reason } = command;
    if (command.offer !== offer) return homeRejected('offer-not-open', { offer: command.offer, open: offer });
    if (by === 'candidate' && isCandidates(reason)) {
      return accepted(homeEvent('HomeDeclined', { by, candidate, offer, reason }));
    }
    if (by === 'agency' && isAgencys(reason)) {
      return accepted(homeEvent('HomeDeclined', { by, candidate, offer, reason }));
    }
    const known = by === 'candidate' ? CANDIDATE_REASONS : AGENCY_REASONS;
    return homeRejected('reason-of-other-side', { by, reason, known: [...known] });
  });
