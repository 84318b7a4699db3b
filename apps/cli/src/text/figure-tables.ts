import { isStallCause, STALL_CAUSES } from '#casus/stall-cause';
import { alignedTable } from '#installation/text/aligned-table';
import { hours } from '#apps/cli/src/text/hours';
import { longDay, longMoment } from '#installation/text/local-text';
import { PATTERNS } from '#apps/cli/src/text/stalls-table';
import { FIGURE_DEFINITIONS } from '#read-models/figures/definitions';
import type { Durations, Quantile, Quantiles } from '#read-models/figures/durations';
import type { FigureHead } from '#read-models/figures/figure';
import type { Linked } from '#read-models/figures/linked';
import type { PromiseRow } from '#read-models/figures/promises';
import type { Figure } from '#read-models/figures/query';
import type { StallGroup } from '#read-models/figures/stall-group';
import type { WaitingRow } from '#read-models/figures/waiting-row';

function headText({ figure, definition, from, to, asOf, knownAt, partner, position }: FigureHead): string {
  const period = from === null ? `t/m ${longDay(to)}` : `${longDay(from)} t/m ${longDay(to)}`;
  const moments = [`stand van ${longMoment(asOf)}`, ...(knownAt === null ? [] : [`bekend op ${longMoment(knownAt)}`])];
  return [
    `${FIGURE_DEFINITIONS[figure].title.nl} – ${period}${partner === null ? '' : ` – ${partner}`}`,
    `${moments.join(', ')}; definitie ${definition.name} ${definition.version}, logboek tot ${position}`,
  ].join('\n');
}

const quantile = ({ minutes, orMore }: Quantile): string => `${orMore ? '≥ ' : ''}${hours(minutes)}`;

const both = (quantiles: Quantiles | null): readonly string[] =>
  quantiles ? [quantile(quantiles.p50), quantile(quantiles.p90)] : ['–', '–'];

const percent = (value: number | null): string => (value === null ? '–' : `${value}%`);

const half = (durations: Durations | null): string => (durations?.working ? quantile(durations.working.p50) : '–');

const KINDS = { handoff: 'aanbod', ask: 'vraag' } as const;

const waitingCells = (row: Linked<WaitingRow>): readonly string[] => [
  KINDS[row.kind],
  row.from ?? 'allemaal',
  row.to ?? 'allemaal',
  String(row.volume),
  ...both(row.waiting.working),
  half(row.unread),
  half(row.undecided),
  percent(row.declinePercent),
  percent(row.bouncePercent),
  String(row.open),
  String(row.expired),
  String(row.withdrawn + row.closed),
  String(row.casus.count),
];

const WAITING = [
  'Wat',
  'Van',
  'Aan',
  'Aantal',
  'Helft binnen (u)',
  '9 op 10 binnen (u)',
  'Ongelezen (u)',
  'Onbeslist (u)',
  'Geweigerd',
  'Kwam terug',
  'Open',
  'Verlopen',
  'Ingetrokken',
  'Casus',
];

/** How long partners waited for each other, in working hours; `≥` where that was not over. */
export const waitingText = (figure: Figure<'waiting'>): string => {
  const rows = [...figure.pairs, ...figure.totals].map(waitingCells);
  return `${headText(figure)}\n\n${rows.length === 0 ? 'Er is niets aangeboden of gevraagd.' : alignedTable(WAITING, rows)}`;
};

const BLOCKS: Readonly<Record<string, string>> = {
  ambition: 'ambitie',
  interests: 'belangen',
  relation: 'relatie',
  organisation: 'organisatie',
  process: 'proces',
  none: 'geen bouwsteen',
};

const nameOf = (row: Linked<StallGroup>, missing: string, words: (key: string) => string): string => {
  if (row.few) return 'minder dan drie casus, samen';
  const name = row.key === null ? missing : words(row.key);
  return row.own === true ? `${name} (zelf genoemd)` : name;
};

const stallTable = (
  heading: string,
  rows: readonly Linked<StallGroup>[],
  missing: string,
  words: (key: string) => string,
): string =>
  alignedTable(
    [heading, 'Plekken', 'Nog vast', 'Werktijd (u)', 'Klok (u)', 'Helft binnen (u)', '9 op 10 binnen (u)', 'Casus'],
    rows.map((row) => [
      nameOf(row, missing, words),
      String(row.roots),
      String(row.lasting),
      hours(row.time.workingMinutes),
      hours(row.time.minutes),
      ...both(row.duration.working),
      String(row.casus.count),
    ]),
  );

const asIs = (key: string): string => key;
const cause = (key: string): string => (isStallCause(key) ? STALL_CAUSES[key].label : key);
const pattern = (key: string): string => (key in PATTERNS ? PATTERNS[key as keyof typeof PATTERNS] : key);

/** Where it stalled, by each way of looking. */
export const stallFiguresText = (figure: Figure<'stalls'>): string =>
  [
    headText(figure),
    stallTable('Samen', [figure.total], 'alles', asIs),
    stallTable('Wat', figure.byPattern, '–', pattern),
    stallTable('Oorzaak, laatst genoemd', figure.byCause, 'niet genoemd', cause),
    stallTable('Oorzaak, alle genoemde', figure.byNamedCause, 'niet genoemd', cause),
    stallTable('Bouwsteen', figure.byBuildingBlock, 'niet genoemd', (key) => BLOCKS[key] ?? key),
    stallTable('Wijk', figure.byNeighbourhood, 'niet vastgelegd', asIs),
    stallTable('Aandachtsgroep', figure.byAttentionGroup, 'niet vastgelegd', asIs),
  ].join('\n\n');

const promiseCells = (row: Linked<PromiseRow>): readonly string[] => [
  row.promisedBy ?? 'allemaal',
  row.to ?? 'allemaal',
  ...[row.made, row.keptInTime, row.keptLate, row.broken, row.released, row.open, row.renegotiated].map(String),
  percent(row.keptInTimePercent),
  String(row.casus.count),
];

const PROMISES = [
  'Door',
  'Aan',
  'Gedaan',
  'Op tijd',
  'Te laat',
  'Gebroken',
  'Kwijtgescholden',
  'Open',
  'Herzien',
  'Op tijd (%)',
  'Casus',
];

/** What came of promises. */
export const promisesText = (figure: Figure<'promises'>): string => {
  const rows = [...figure.byPair, ...figure.byPromiser, figure.total].map(promiseCells);
  return `${headText(figure)}\n\n${alignedTable(PROMISES, rows)}`;
};
