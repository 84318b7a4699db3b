import type { Command } from 'commander';
import { print, printJson, withInstallation } from '#apps/cli/src/commands/context';
import { assertCasus } from '#apps/cli/src/commands/known';
import { momentOf, type MomentOptions } from '#apps/cli/src/commands/moment';
import { alignedTable } from '#installation/text/aligned-table';
import { shortDay } from '#installation/text/local-text';
import { NATURES } from '#apps/cli/src/text/term-text';
import type { LocalDate } from '#calendar/local-date';
import { termsOfCasus, type StepTerm } from '#read-models/terms/query';

const HEADINGS = ['Stap', 'Regel', 'Vanaf', 'Volgens regel', 'Stil', 'Uiterlijk', 'Waarschuwt', 'Bron', 'Let op'];

const day = (date: LocalDate | null): string => (date === null ? '–' : shortDay(date));

const rowOf = (term: StepTerm): readonly string[] => [
  term.step,
  term.rule,
  day(term.from),
  day(term.raw),
  term.suspendedDays === 0 ? '' : `${term.suspendedDays} d`,
  day(term.lastDay),
  day(term.warnsOn),
  `${term.article}, ${NATURES[term.nature]}`,
  term.onLapse ?? '',
];

/** `aanzet terms`: every term of a casus, also of steps that have ended. */
export const showTerms = (
  casus: string,
  { json, ...options }: MomentOptions & { json?: true },
  command: Command,
): Promise<void> =>
  withInstallation(command, async (installation) => {
    await assertCasus(installation, casus);
    const moment = await momentOf(installation, options, casus);
    const terms = await termsOfCasus(installation.db, { ...moment, casus });
    if (json) printJson(terms.map((term) => ({ ...term, shownAs: NATURES[term.nature] })));
    else print(alignedTable(HEADINGS, terms.map(rowOf)));
  });
