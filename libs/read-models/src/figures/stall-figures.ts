import type { Instant } from '#event-sourcing/instant';
import type { PartnersOverTime } from '#partners/partners-over-time';
import type { Period } from '#read-models/figures/period';
import { pooled } from '#read-models/figures/small-cells';
import { stallGroup, type CountedStall, type Naming, type StallGroup } from '#read-models/figures/stall-group';
import type { NamedCause } from '#read-models/stalls/query';

/** Where it stalled in a period, by several ways of looking; the most time first. */
export interface Stalls {
  readonly total: StallGroup;
  readonly byPattern: readonly StallGroup[];
  /** By the cause that was named last. */
  readonly byCause: readonly StallGroup[];
  /** By every cause that was named: a stall may stand under several. */
  readonly byNamedCause: readonly StallGroup[];
  /** By the building block of the cause that was named last. */
  readonly byBuildingBlock: readonly StallGroup[];
  readonly byNeighbourhood: readonly StallGroup[];
  readonly byAttentionGroup: readonly StallGroup[];
}

interface Told {
  readonly key: string | null;
  readonly own: boolean | null;
}

const NOT_SAID: Told = { key: null, own: null };

const cellOf = (way: string, { key, own }: Told): string =>
  [way, ...(key === null ? [] : [key]), ...(own === true ? ['own'] : [])].join(':');

const mostFirst = (a: StallGroup, b: StallGroup): number =>
  b.time.minutes - a.time.minutes || (a.cell < b.cell ? -1 : 1);

const causeOf = ({ cause, own }: NamedCause): Told => ({ key: cause, own });
const blockOf = ({ block, own }: NamedCause): Told => ({ key: block ?? 'none', own });

const lastOf = (causes: readonly NamedCause[], tell: (cause: NamedCause) => Told): readonly Told[] => {
  const last = causes.at(-1);
  return [last ? tell(last) : NOT_SAID];
};

const eachOf = (causes: readonly NamedCause[]): readonly Told[] => {
  const told = causes.map(causeOf).map((one) => [cellOf('', one), one] as const);
  return told.length === 0 ? [NOT_SAID] : [...new Map(told).values()];
};

/** Whether a stall held at some time of a period. */
const heldIn = ({ since, until }: CountedStall, { from, end }: Period): boolean =>
  since < end && (from === null || until === null || until > from);

/** A blocked step stalls at its root, where it is counted; unless somebody named a cause for it. */
const countsAtItsRoot = ({ pattern }: CountedStall): boolean => pattern === 'BLOCKED';

/** The stalls of a period, seen from `at`. `partner`: those for which it is on the move. */
export function stallsFigure(
  all: readonly CountedStall[],
  period: Period,
  { at, partner }: { readonly at: Instant; readonly partner?: string | undefined },
  partners: PartnersOverTime,
): Stalls {
  const held = all.filter((stall) => heldIn(stall, period) && (partner === undefined || stall.onTheMove === partner));
  const counted = held.filter((stall) => !countsAtItsRoot(stall));
  const group = (naming: Naming, stalls: readonly CountedStall[]) =>
    stallGroup(naming, stalls, { period, at, partners });

  const by = (way: string, stalls: readonly CountedStall[], tell: (stall: CountedStall) => readonly Told[]) => {
    const groups = new Map<string, { readonly told: Told; readonly own: CountedStall[] }>();
    for (const stall of stalls) {
      for (const told of tell(stall)) {
        const cell = cellOf(way, told);
        const found = groups.get(cell) ?? { told, own: [] };
        found.own.push(stall);
        groups.set(cell, found);
      }
    }
    return [...groups].map(([cell, { told, own }]) => group({ cell, ...told, few: false }, own)).sort(mostFirst);
  };

  const byPlace = (way: string, tell: (stall: CountedStall) => string | null) =>
    pooled(Map.groupBy(counted, tell))
      .map(({ key, few, things }) =>
        group({ cell: few ? `${way}-few` : cellOf(way, { key, own: null }), key, own: null, few }, things),
      )
      .sort(mostFirst);

  const explained = held.filter((stall) => !countsAtItsRoot(stall) || stall.causes.length > 0);
  return {
    total: group({ cell: 'all', key: null, own: null, few: false }, counted),
    byPattern: by('pattern', held, ({ pattern }) => [{ key: pattern, own: null }]),
    byCause: by('cause', explained, ({ causes }) => lastOf(causes, causeOf)),
    byNamedCause: by('named-cause', explained, ({ causes }) => eachOf(causes)),
    byBuildingBlock: by('building-block', explained, ({ causes }) => lastOf(causes, blockOf)),
    byNeighbourhood: byPlace('neighbourhood', ({ neighbourhood }) => neighbourhood),
    byAttentionGroup: byPlace('attention-group', ({ attentionGroup }) => attentionGroup),
  };
}
