import type { Instant } from '#event-sourcing/instant';
import { statusAt, type Candidate, type Home, type HomeStatus } from '#homes/home';
import { firstInLine } from '#homes/matching/first-in-line';
import type { HousingProfile, Seeker } from '#homes/matching/housing-profile';
import { rank, type Ranked } from '#homes/matching/ranking';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';
import type { Prospect } from '#commands/handle-search-command';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import type { Shelf } from '#apps/allocation/src/shelf';

/** A housing step of the corporation with what is known of it. */
export interface KnownCandidate extends Candidate {
  readonly reference: string | null;
  readonly state: string;
  readonly priority: boolean;
  readonly waitingSince: Instant | null;
  readonly profile: HousingProfile | null;
}

export const isSame = (a: Candidate, b: Candidate): boolean => a.casus === b.casus && a.step === b.step;

/** Whose a home is: for whom it is kept, to whom it is offered, who took it or lives there. */
export const candidateOf = (status: HomeStatus): Candidate | undefined =>
  'candidate' in status ? status.candidate : undefined;

/** A candidate, and a home that is there for it. */
export interface Found extends Candidate {
  readonly home: string;
}

/** Homes by whose they are: of a candidate already, or free and for the first in line. */
interface Shared {
  readonly kept: readonly Found[];
  readonly first: readonly Found[];
  readonly seekers: readonly Seeker[];
}

/** Homes that are free first come first. */
const byDay = (a: Home, b: Home): number => (`${a.freeFrom} ${a.id}` < `${b.freeFrom} ${b.id}` ? -1 : 1);

/** Everyone who seeks a home, and the homes. */
export class Candidates {
  constructor(
    private readonly db: AllocationDatabase,
    private readonly shelf: Shelf,
    readonly allocation: SuitableAllocation,
  ) {}

  async all(): Promise<readonly KnownCandidate[]> {
    const rows = await this.db
      .selectFrom('candidates')
      .innerJoin('searching', 'searching.casus', 'candidates.casus')
      .select(['candidates.casus', 'step', 'state', 'waiting_since', 'reference', 'priority', 'profile'])
      .orderBy('candidates.casus')
      .orderBy('step')
      .execute();
    return rows.map(({ waiting_since: waitingSince, ...row }) => ({ ...row, waitingSince }));
  }

  async isKnown({ casus, step }: Candidate): Promise<boolean> {
    const row = await this.db
      .selectFrom('candidates')
      .select('step')
      .where('casus', '=', casus)
      .where('step', '=', step)
      .executeTakeFirst();
    return row !== undefined;
  }

  async offeredStep(casus: string, handoff: string): Promise<string | undefined> {
    const row = await this.db
      .selectFrom('offered_steps')
      .select('step')
      .where('casus', '=', casus)
      .where('handoff', '=', handoff)
      .executeTakeFirst();
    return row?.step;
  }

  /** Those who are ready: described what they seek, and nothing but a home in the way. */
  async seekers(): Promise<readonly Seeker[]> {
    return (await this.all()).flatMap(({ casus, step, priority, waitingSince, profile }) =>
      profile && waitingSince ? [{ candidate: { casus, step }, profile, priority, waitingSince }] : [],
    );
  }

  async homes(at: Instant): Promise<readonly (readonly [Home, HomeStatus])[]> {
    const { homes } = await this.shelf.readOn();
    return [...homes.values()].map(({ home }) => [home, statusAt(home, at)] as const);
  }

  /** Who seeks a home beside this one, in order and with every reason; not those for whom another home is kept. */
  async beside(home: Home, at: Instant): Promise<readonly Ranked[]> {
    const others = (await this.homes(at)).filter(([{ id }]) => id !== home.id);
    const served = others.flatMap(([, status]) => candidateOf(status) ?? []);
    const seekers = (await this.seekers()).filter(({ candidate }) => !served.some((one) => isSame(one, candidate)));
    return rank(home, seekers, this.allocation);
  }

  /** How a candidate stands: with a home, ready for one, the free ones that are for it, when its step was resumed. */
  async prospect(candidate: Candidate, at: Instant): Promise<Prospect> {
    const { kept, first, seekers } = await this.shared(at);
    const its = (found: readonly Found[]) => found.flatMap((one) => (isSame(one, candidate) ? [one.home] : []));
    const resumed = await this.db
      .selectFrom('resumed_steps')
      .select('at')
      .where('casus', '=', candidate.casus)
      .where('step', '=', candidate.step)
      .executeTakeFirst();
    return {
      home: its(kept)[0],
      isReady: seekers.some((one) => isSame(one.candidate, candidate)),
      fitting: its(first),
      resumedAt: resumed?.at,
    };
  }

  /**
   * Candidates of whom it is recorded that no home fits, for whom there is one after all: one that is kept for them, or a
   * free one for which they are the first in line, those counted for whom nothing is recorded.
   */
  async found(at: Instant): Promise<readonly Found[]> {
    const waiting = (await this.shelf.readOn()).withoutHome();
    if (waiting.length === 0) return [];
    const { kept, first } = await this.shared(at);
    return [...kept, ...first].filter((one) => waiting.some((its) => isSame(its, one)));
  }

  private async shared(at: Instant): Promise<Shared> {
    const homes = await this.homes(at);
    const kept = homes.flatMap(([{ id: home }, status]) => {
      const candidate = candidateOf(status);
      return candidate ? [{ ...candidate, home }] : [];
    });
    const all = await this.seekers();
    const seekers = all.filter(({ candidate }) => !kept.some((one) => isSame(one, candidate)));
    const free = homes.flatMap(([home, { is }]) => (is === 'available' ? [home] : [])).sort(byDay);
    const first = firstInLine(free, seekers, this.allocation).map(({ home, seeker: { candidate } }) => ({
      ...candidate,
      home,
    }));
    return { kept, first, seekers };
  }
}
