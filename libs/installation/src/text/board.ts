import { localDateOf, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import type { Act } from '#casus/move';
import type { StepState } from '#casus/step-state';
import { alignedTable } from '#installation/text/aligned-table';
import { longMoment, shortDay, shortMoment } from '#installation/text/local-text';
import type { NextStep } from '#read-models/next-steps/query';

/** The states of a step as they are shown. */
export const STATES: Readonly<Record<StepState, string>> = {
  done: 'gereed',
  cancelled: 'vervallen',
  blocked: 'geblokkeerd',
  scheduled: 'gepland',
  waiting: 'wacht',
  reported: 'gereedgemeld',
  open: 'open',
};

/** The acts of a move as they are shown. */
export const ACTS: Readonly<Record<Act, string>> = {
  'answer-ask': 'vraag beantwoorden',
  'answer-offer': 'aanbod beantwoorden',
  replan: 'herplannen',
  'answer-takeover': 'overname beantwoorden',
  provide: 'leveren',
  confirm: 'bevestigen',
  reroute: 'opnieuw aanbieden',
  chase: 'navragen',
  do: 'doen',
};

const HEADINGS = ['Stap', 'Wat', 'Eigenaar', 'Stand', 'Aan zet', 'Moet', 'Sinds', 'Uiterlijk', 'Let op'];

/** `external:CIZ` is `CIZ (extern)`, and so on. */
export function partyText(party: string): string {
  if (party === 'resident') return 'inwoner';
  const [kind, name] = [party.slice(0, party.indexOf(':')), party.slice(party.indexOf(':') + 1)];
  if (kind === 'external') return `${name} (extern)`;
  if (kind === 'supply') return `${name} (aanbod)`;
  return party;
}

/** Past its last day, or near it. A step that nobody can act on is neither. */
function lateness({ lastDay, warnsOn, state }: NextStep, today: LocalDate): string[] {
  if (lastDay === null || state === 'blocked' || state === 'scheduled') return [];
  if (lastDay < today) return ['te laat'];
  return warnsOn !== null && warnsOn <= today ? ['bijna te laat'] : [];
}

function remarks(step: NextStep, today: LocalDate): string {
  const { blockedBy, startsOn, harmSoFar } = step;
  return [
    ...lateness(step, today),
    ...(blockedBy.length > 0 ? [`na ${blockedBy.join(', ')}`] : []),
    ...(startsOn ? [`start ${shortDay(startsOn)}`] : []),
    ...(harmSoFar ? [`${harmSoFar}× schade`] : []),
  ].join('; ');
}

const rowOf = (step: NextStep, today: LocalDate): readonly string[] => [
  step.step,
  step.title,
  step.person === null ? step.owner : `${step.owner}/${step.person}`,
  STATES[step.state],
  step.onTheMove === null ? '–' : partyText(step.onTheMove),
  step.act === null ? '–' : ACTS[step.act],
  step.since === null ? '–' : shortMoment(step.since),
  step.lastDay === null ? '–' : shortDay(step.lastDay),
  remarks(step, today),
];

/** The board: who is on the move (wie is aan zet), a table for every casus. `titles` by reference. */
export function board(steps: readonly NextStep[], titles: ReadonlyMap<string, string>, at: Instant): string {
  const parts = [`Wie is aan zet – ${longMoment(at)}`];
  for (const [casus, own] of Map.groupBy(steps, (step) => step.casus)) {
    const title = titles.get(casus);
    const rows = own.map((step) => rowOf(step, localDateOf(at)));
    parts.push(`${casus}${title === undefined ? '' : `: ${title}`}\n${alignedTable(HEADINGS, rows)}`);
  }
  if (steps.length === 0) parts.push('Geen vervolgstappen die nog niet gereed zijn.');
  return `${parts.join('\n\n')}\n`;
}
