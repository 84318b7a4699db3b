import { breaksFrom, type LocalDate } from '#homes/offer-days';
import type { Instant } from '#event-sourcing/instant';

/** What a home is like, as far as it decides for whom it fits. Rent in whole cents a month. */
export interface HomeFeatures {
  readonly rooms: number;
  /** No step between the street and any room. */
  readonly stepFree: boolean;
  readonly lift: boolean;
  readonly neighbourhood: string;
  readonly rentCents: number;
}

/** For whom: the housing step of a casus. Who that is, only the casus knows. */
export interface Candidate {
  readonly casus: string;
  readonly step: string;
}

interface Free {
  readonly is: 'available';
}

/** Kept for a candidate while it is looked into. */
interface Reserved {
  readonly is: 'reserved';
  readonly candidate: Candidate;
  readonly since: Instant;
}

/** Offered to a candidate. It expires by itself from 00:00 of the day after `expiresOn`. */
interface Offered {
  readonly is: 'offered';
  readonly candidate: Candidate;
  readonly offer: string;
  readonly since: Instant;
  readonly expiresOn: LocalDate;
}

interface Accepted {
  readonly is: 'accepted';
  readonly candidate: Candidate;
  readonly offer: string;
  readonly since: Instant;
}

interface Let {
  readonly is: 'let';
  readonly candidate: Candidate;
  readonly from: LocalDate;
}

interface Withdrawn {
  readonly is: 'withdrawn';
  readonly since: Instant;
}

/** Where a home is in its life. */
export type HomeStatus = Free | Reserved | Offered | Accepted | Let | Withdrawn;

/** An offer that came to nothing or to a tenancy, for the history of the home. */
export interface PastOffer {
  readonly offer: string;
  readonly candidate: Candidate;
  readonly outcome: 'accepted' | 'declined-by-candidate' | 'declined-by-agency' | 'expired';
}

/** A home of a housing corporation, as it follows from its facts. */
export interface Home {
  readonly id: string;
  readonly landlord: string;
  readonly features: HomeFeatures;
  readonly freeFrom: LocalDate;
  /** By its facts alone; `statusAt` says what has expired since. */
  readonly status: HomeStatus;
  readonly offers: readonly PastOffer[];
  readonly latest: Instant;
}

/** Where a home is in its life at an instant: an offer that nobody answered has expired by itself and freed it. */
export function statusAt({ status }: Home, at: Instant): HomeStatus {
  return status.is === 'offered' && at >= breaksFrom(status.expiresOn) ? { is: 'available' } : status;
}
