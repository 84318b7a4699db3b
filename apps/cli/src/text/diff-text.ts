import { alignedTable } from '#installation/text/aligned-table';
import { ACTS, partyText, STATES } from '#installation/text/board';
import { longMoment, shortDay, shortMoment } from '#installation/text/local-text';
import type { CasusDiff, Compared, StepChange } from '#read-models/diff/query';

const WHAT: Readonly<Record<StepChange['what'], string>> = { new: 'nieuw', changed: 'veranderd', ended: 'beëindigd' };

const NAMES: Readonly<Record<keyof Compared, string>> = {
  owner: 'eigenaar',
  person: 'opgepakt door',
  state: 'stand',
  onTheMove: 'aan zet',
  act: 'moet',
  since: 'sinds',
  lastDay: 'uiterlijk',
};

function told(step: Compared | null, key: keyof Compared): string {
  if (step === null) return '–';
  switch (key) {
    case 'state':
      return STATES[step.state];
    case 'act':
      return step.act === null ? '–' : ACTS[step.act];
    case 'since':
      return step.since === null ? '–' : shortMoment(step.since);
    case 'lastDay':
      return step.lastDay === null ? '–' : shortDay(step.lastDay);
    case 'onTheMove':
      return partyText(step.onTheMove ?? '–');
    case 'owner':
    case 'person':
      return step[key] ?? '–';
  }
}

const rowsOf = ({ step, title, what, before, after, changed }: StepChange): string[][] =>
  changed
    .filter((key) => what !== 'new' || after[key] !== null)
    .map((key, index) => [
      ...(index === 0 ? [step, title, WHAT[what]] : ['', '', '']),
      NAMES[key],
      before ? told(before, key) : '',
      told(after, key),
    ]);

/** What changed between two moments, a line for each thing. */
export function diffText({ casus, from, to, steps }: CasusDiff): string {
  const head = `${casus}: van ${longMoment(from)} tot ${longMoment(to)}`;
  if (steps.length === 0) return `${head}\n\nEr veranderde niets.`;
  return `${head}\n\n${alignedTable(['Stap', 'Wat', '', '', 'Was', 'Werd'], steps.flatMap(rowsOf))}`;
}
