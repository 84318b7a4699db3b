import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { FIGURE_DEFINITIONS, type FigureName } from '#read-models/figures/definitions';
import type { Durations } from '#read-models/figures/durations';
import type { FigureHead } from '#read-models/figures/figure';
import type { Linked } from '#read-models/figures/linked';
import type { PromiseRow } from '#read-models/figures/promises';
import type { CasusBehind, Figure } from '#read-models/figures/query';
import type { StallGroup } from '#read-models/figures/stall-group';
import type { WaitingRow } from '#read-models/figures/waiting-row';

const headOf = (name: FigureName): FigureHead => ({
  figure: name,
  definition: { name, version: FIGURE_DEFINITIONS[name].version, href: '/v1/figures/definitions' },
  position: positionOf(214),
  from: localDate('2026-11-01'),
  to: localDate('2026-11-20'),
  asOf: instant('2026-11-20T11:00:00Z'),
  knownAt: null,
  partner: null,
});

const behind = (name: FigureName, cell: string) => ({
  count: 1,
  href: `/v1/figures/${name}/casus?from=2026-11-01&to=2026-11-20&asOf=2026-11-20T11%3A00%3A00.000Z&cell=${cell}`,
});

const quantiles = { p50: { minutes: 960, orMore: false }, p90: { minutes: 2040, orMore: true } };
const durations: Durations = {
  of: 3,
  total: { minutes: 8640, workingMinutes: 3360 },
  calendar: quantiles,
  working: quantiles,
};

const waiting: Linked<WaitingRow> = {
  cell: 'handoff:zorgaanbieder:gemeente-wonen',
  kind: 'handoff',
  from: 'zorgaanbieder',
  to: 'gemeente-wonen',
  volume: 3,
  accepted: 1,
  declined: 2,
  declinedByResident: 0,
  open: 0,
  expired: 0,
  withdrawn: 0,
  closed: 0,
  declinePercent: 67,
  bounced: 2,
  bouncePercent: 67,
  pingpong: 1,
  waiting: durations,
  unread: durations,
  undecided: durations,
  casus: behind('waiting', 'handoff%3Azorgaanbieder%3Agemeente-wonen'),
};

const stalled: Linked<StallGroup> = {
  cell: 'pattern:TERM_EXCEEDED',
  key: 'TERM_EXCEEDED',
  own: null,
  few: false,
  stalls: 3,
  roots: 2,
  lasting: 1,
  time: { minutes: 12_300, workingMinutes: 4600 },
  duration: durations,
  casus: behind('stalls', 'pattern%3ATERM_EXCEEDED'),
};

const promised: Linked<PromiseRow> = {
  cell: 'promiser:corporatie',
  promisedBy: 'corporatie',
  to: null,
  made: 1,
  keptInTime: 0,
  keptLate: 0,
  broken: 1,
  released: 0,
  open: 0,
  renegotiated: 0,
  everBroken: 1,
  keptInTimePercent: 0,
  casus: behind('promises', 'promiser%3Acorporatie'),
};

const waitingFigure: Figure<'waiting'> = { ...headOf('waiting'), totals: [waiting], pairs: [waiting] };

const stallsFigure: Figure<'stalls'> = {
  ...headOf('stalls'),
  total: stalled,
  byPattern: [stalled],
  byCause: [stalled],
  byNamedCause: [stalled],
  byBuildingBlock: [stalled],
  byNeighbourhood: [stalled],
  byAttentionGroup: [stalled],
};

const promisesFigure: Figure<'promises'> = {
  ...headOf('promises'),
  total: promised,
  byPromiser: [promised],
  byPair: [promised],
};

const id = '6f0f5c1c-4f0e-5c58-9d2e-8f1f0f6c3a11';
const casus: CasusBehind = { casus: id, href: `/v1/casus/${id}` };

/** An answer to every query about figures, by its operation. */
export const FIGURE_ANSWERS = {
  'get-waiting-figure': waitingFigure,
  'get-stalls-figure': stallsFigure,
  'get-promises-figure': promisesFigure,
  'list-casus-behind-figure': { items: [casus], next: null },
  'list-figure-definitions': { items: [FIGURE_DEFINITIONS.promises] },
} as const;
