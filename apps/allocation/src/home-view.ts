import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Candidate, HomeFeatures, HomeStatus, PastOffer } from '#homes/home';
import type { Ranked } from '#homes/matching/ranking';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';
import type { KnownHome } from '#apps/allocation/src/shelf';

/** A home as the API tells it. What does not apply to its status is null. */
export interface HomeView extends HomeFeatures {
  readonly home: string;
  readonly landlord: string;
  readonly freeFrom: LocalDate;
  readonly status: HomeStatus['is'];
  readonly candidate: Candidate | null;
  readonly offer: string | null;
  readonly expiresOn: LocalDate | null;
  readonly since: Instant | null;
  readonly letFrom: LocalDate | null;
  readonly offers: readonly PastOffer[];
  readonly revision: number;
}

export function homeView({ home, revision }: KnownHome, status: HomeStatus): HomeView {
  const { id, landlord, features, freeFrom, offers } = home;
  return {
    ...{ home: id, landlord, ...features, freeFrom, status: status.is },
    candidate: 'candidate' in status ? status.candidate : null,
    offer: 'offer' in status ? status.offer : null,
    expiresOn: status.is === 'offered' ? status.expiresOn : null,
    since: 'since' in status ? status.since : null,
    letFrom: status.is === 'let' ? status.from : null,
    ...{ offers, revision },
  };
}

/** A candidate beside a home: its place, by what it stands before the next, and every rule with both values. */
export interface RankedView extends Omit<Ranked, 'seeker'> {
  readonly casus: string;
  readonly step: string;
  readonly priority: boolean;
  readonly waitingSince: Instant;
}

/** Who could have a home, by which rules. */
export interface CandidatesView {
  readonly home: string;
  readonly allocation: Pick<SuitableAllocation, 'year' | 'source' | 'sample'>;
  readonly items: readonly RankedView[];
}

export function candidatesView(
  home: string,
  { year, source, sample }: SuitableAllocation,
  ranked: readonly Ranked[],
): CandidatesView {
  const items = ranked.map(({ seeker, place, fits, before, reasons }) => {
    const { candidate, priority, waitingSince } = seeker;
    return { place, ...candidate, priority, waitingSince, fits, before, reasons };
  });
  return { home, allocation: { year, source, sample }, items };
}
