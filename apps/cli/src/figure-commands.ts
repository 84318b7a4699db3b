import { Option, type Command } from 'commander';
import { showDefinitions, showPromises, showStallFigures, showWaiting } from '#apps/cli/src/commands/figures';
import { withMoment } from '#apps/cli/src/commands/moment';
import { parseDay } from '#apps/cli/src/commands/term';
import { LANGUAGES } from '#read-models/why/language';

/** Adds the figures for managers. */
export function addFigureCommands(aanzet: Command, json: () => Option): void {
  const figures = aanzet.command('figures').description('figures for managers');
  const overPeriod = (name: string, description: string) =>
    withMoment(figures.command(name).description(description))
      .option('--from <day>', 'the first day of the period; the beginning when left out', parseDay)
      .option('--to <day>', 'its last day; that of --as-of when left out', parseDay)
      .option('--partner <partner>', 'of one partner')
      .addOption(json());
  overPeriod('waiting', 'how long partners waited for each other').action(showWaiting);
  overPeriod('stalls', 'where it stalled: by pattern, cause, building block, neighbourhood and attention group').action(
    showStallFigures,
  );
  overPeriod('promises', 'what came of promises').action(showPromises);
  figures
    .command('definitions')
    .description('what each figure counts')
    .addOption(new Option('--lang <language>', 'the language of the text').choices(LANGUAGES).default('nl'))
    .addOption(json())
    .action(showDefinitions);
}
