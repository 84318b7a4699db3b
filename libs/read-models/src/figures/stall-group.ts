import { later, type Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { StallPattern } from '#casus/vocabulary';
import { casusIn } from '#read-models/figures/cell';
import { durationsOf, type Durations } from '#read-models/figures/durations';
import { isWithin, type Period } from '#read-models/figures/period';
import type { OwnedStretch } from '#read-models/ledger/stretches';
import { NO_TIME, unionOf, type Time } from '#read-models/ledger/time-sums';
import type { NamedCause } from '#read-models/stalls/query';

/** A stall of a period, of a casus by its id. */
export interface CountedStall {
  readonly casus: string;
  readonly pattern: StallPattern;
  readonly about: string;
  readonly root: string | null;
  readonly since: Instant;
  readonly until: Instant | null;
  readonly onTheMove: string | null;
  /** In the order in which they were named. */
  readonly causes: readonly NamedCause[];
  readonly neighbourhood: string | null;
  readonly attentionGroup: string | null;
}

/** Stalls taken together, counted by the steps at their roots; a stall without a step is a root of its own. */
export interface StallGroup {
  readonly cell: string;
  /** Of what; null where that was not said (or of `few`: where that would say too much). */
  readonly key: string | null;
  /** Of causes: named by the party on the move itself. Null elsewhere. */
  readonly own: boolean | null;
  /** Several names with few casus each, taken together. */
  readonly few: boolean;
  readonly stalls: number;
  readonly roots: number;
  /** Roots that still stalled at the moment of the figure. */
  readonly lasting: number;
  /** Within the period, the time in which a root stalled, over all roots. Working minutes of the party on the move. */
  readonly time: Time;
  /** Of the roots that began to stall in the period, up to the moment: how long each stalled. */
  readonly duration: Durations;
  readonly casus: readonly string[];
}

/** What a group is called. */
export type Naming = Pick<StallGroup, 'cell' | 'key' | 'own' | 'few'>;

/** What all stalls of one step have in common. */
export const rootOf = ({ casus, pattern, about, root }: CountedStall): string =>
  `${casus} ${root ?? `${pattern} ${about}`}`;

const earlier = (a: Instant, b: Instant): Instant => (a < b ? a : b);

/** The time in which at least one of these lasted, from `from` (the beginning when null) to `to`. */
function timeIn(
  stalls: readonly CountedStall[],
  { from, to }: { from: Instant | null; to: Instant },
  partners: PartnersOverTime,
): Time {
  const stretches = stalls.map(({ casus, root, since, until, onTheMove }): OwnedStretch => ({
    casus,
    step: root ?? '',
    owner: '',
    line: onTheMove ?? '',
    act: null,
    from: from === null ? since : later(since, from),
    to: earlier(until ?? to, to),
  }));
  const lasted = stretches.filter((stretch) => stretch.from < stretch.to);
  return unionOf(
    lasted.sort((a, b) => (a.from < b.from ? -1 : a.from > b.from ? 1 : 0)),
    partners,
  );
}

/** What the stalls of a group come to. */
export function stallGroup(
  naming: Naming,
  stalls: readonly CountedStall[],
  { period, at, partners }: { period: Period; at: Instant; partners: PartnersOverTime },
): StallGroup {
  const roots = [...Map.groupBy(stalls, rootOf).values()];
  const spells = roots.flatMap((ofRoot) => {
    // Where it stalled when the period began, it did not begin to stall in it, whatever came on top.
    if (!ofRoot.every(({ since }) => isWithin(period, since))) return [];
    return [
      { time: timeIn(ofRoot, { from: null, to: at }, partners), over: ofRoot.every(({ until }) => until !== null) },
    ];
  });
  const within = { from: period.from, to: earlier(period.end, at) };
  return {
    ...naming,
    stalls: stalls.length,
    roots: roots.length,
    lasting: roots.filter((ofRoot) => ofRoot.some(({ until }) => until === null)).length,
    time: roots
      .map((ofRoot) => timeIn(ofRoot, within, partners))
      .reduce(
        (sum, time) => ({
          minutes: sum.minutes + time.minutes,
          workingMinutes: sum.workingMinutes + time.workingMinutes,
        }),
        NO_TIME,
      ),
    duration: durationsOf(spells),
    casus: casusIn(stalls),
  };
}
