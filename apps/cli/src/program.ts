import { Command, Option } from 'commander';
import { addAccountCommands } from '#apps/cli/src/account-commands';
import { listCasus, showCasus } from '#apps/cli/src/commands/casus';
import { addFigureCommands } from '#apps/cli/src/figure-commands';
import { showInbox } from '#apps/cli/src/commands/inbox';
import { migrateInstallation } from '#apps/cli/src/commands/migrate';
import { withMoment } from '#apps/cli/src/commands/moment';
import { next } from '#apps/cli/src/commands/next';
import { listRules, parseDay, parseSuspension, showTerm } from '#apps/cli/src/commands/term';
import { showStalls } from '#apps/cli/src/commands/stalls';
import { showTimeline } from '#apps/cli/src/commands/timeline';
import { databaseOption } from '#installation/database-option';
import { kurrentOption } from '#installation/kurrent-option';
import { rulesOption } from '#installation/rules-option';
import { verify } from '#apps/cli/src/commands/verify';
import { parseNow } from '#installation/parse-now';

const AFTER = `
Without a database of your own the embedded one of the home folder is used, and started for the while if it does not run.`;

const json = () => new Option('--json', 'print one JSON document and nothing else');

/** The commands of aanzet with their arguments. */
export function program(): Command {
  const aanzet = new Command('aanzet')
    .description('Shows who is on the move in every casus, and plays scripts.')
    .addOption(
      new Option('--home <folder>', 'the home folder: embedded database and clock')
        .env('AANZET_HOME')
        .default('.aanzet'),
    )
    .addOption(databaseOption())
    .addOption(kurrentOption())
    .addOption(rulesOption())
    .addOption(
      new Option(
        '--now <time>',
        'where the clock stands, such as 2026-11-20T12:00 (local) or with a time zone; it runs on',
      )
        .env('AANZET_NOW')
        .argParser(parseNow),
    )
    .addHelpText('after', AFTER)
    .showSuggestionAfterError(false)
    .configureOutput({
      outputError: (text, write) => {
        write(`aanzet: ${text.trim().replace(/^error: /, '')} (see aanzet --help)\n`);
      },
    });

  aanzet
    .command('play')
    .description('play scripts: all lines of all files are checked first, and only then written')
    .argument('<file...>', 'scripts in YAML')
    .action(async (files: string[], options: object, command: Command) => {
      // The forms of all commands take a second to load; the other commands do without.
      const { playFiles } = await import('#apps/cli/src/commands/play');
      await playFiles(files, options, command);
    });
  withMoment(aanzet.command('next'))
    .description('the steps that are not done, and who is on the move')
    .option('--casus <reference>', 'of one casus')
    .option('--partner <partner>', 'that this partner owns or is on the move for')
    .addOption(json())
    .action(next);
  withMoment(aanzet.command('timeline'))
    .description('what happened in a casus')
    .argument('<casus>', 'its reference')
    .addOption(json())
    .action(showTimeline);
  const casus = aanzet.command('casus').description('the casus at a glance');
  casus.command('list').description('all casus').addOption(json()).action(listCasus);
  casus
    .command('show')
    .description('one casus')
    .argument('<casus>', 'its reference')
    .addOption(json())
    .action(showCasus);
  aanzet
    .command('rules')
    .description('the rules by which terms begin, in all their editions, with their articles')
    .option('--check <file>', 'say what is wrong with a rule file, line by line, and nothing else')
    .addOption(json())
    .action(listRules);
  aanzet
    .command('term')
    .description('when a term ends, and why')
    .argument('<rule>', 'the code of its rule, such as AWB-413-8W')
    .argument('<from>', 'the day before its first day, such as 2026-09-10', parseDay)
    .option(
      '--suspend <first..last>',
      'days on which it was suspended, both included; may be repeated',
      parseSuspension,
    )
    .addOption(json())
    .action(showTerm);
  withMoment(aanzet.command('stalls'))
    .description('where it stalls and has stalled: since when, who was on the move, and why')
    .option('--casus <reference>', 'of one casus')
    .addOption(json())
    .action(showStalls);
  aanzet
    .command('inbox')
    .description('what the watch told a partner: where it stalls, what nears its last day, and how that stands')
    .argument('<partner>', 'its id, such as sociaal-team')
    .option('--person <person>', 'what is for this person of the partner, and for everyone of it')
    .option('--unread', 'only what was not read yet')
    .addOption(json())
    .action(showInbox);
  addAccountCommands(aanzet, json);
  addFigureCommands(aanzet, json);
  aanzet
    .command('verify')
    .description('whether the hash chain of the whole log holds')
    .addOption(json())
    .action(verify);
  aanzet.command('migrate').description('bring the database up to date').action(migrateInstallation);
  return aanzet;
}
