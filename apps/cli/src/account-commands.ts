import { Option, type Command } from 'commander';
import { showDiff } from '#apps/cli/src/commands/diff';
import { showLedger } from '#apps/cli/src/commands/ledger';
import { knownAtOption, withMoment } from '#apps/cli/src/commands/moment';
import { showTerms } from '#apps/cli/src/commands/terms';
import { showWhy } from '#apps/cli/src/commands/why';
import { parseNow } from '#installation/parse-now';
import { LANGUAGES } from '#read-models/why/language';

/** Adds the commands that tell what time came to. */
export function addAccountCommands(aanzet: Command, json: () => Option): void {
  const ofCasus = (name: string, description: string) =>
    aanzet.command(name).description(description).argument('<casus>', 'its reference');
  withMoment(ofCasus('terms', 'every term of a casus, also of steps that have ended'))
    .addOption(json())
    .action(showTerms);
  withMoment(ofCasus('ledger', 'every minute of a casus, booked to one party'))
    .option('--handoffs', 'its offers instead: unread, undecided, declined and left lying')
    .addOption(json())
    .action(showLedger);
  ofCasus('diff', 'what changed in a casus between two moments')
    .addOption(new Option('--from <time>', 'the earlier moment').argParser(parseNow).makeOptionMandatory())
    .addOption(new Option('--to <time>', 'the later moment; now when left out').argParser(parseNow))
    .addOption(knownAtOption())
    .addOption(json())
    .action(showDiff);
  withMoment(aanzet.command('why').description('why a step is red: what cost the time, and what would have helped'))
    .argument('<step>', 'its reference, such as E4')
    .requiredOption('--casus <reference>', 'of which casus')
    .addOption(new Option('--lang <language>', 'the language of the text').choices(LANGUAGES).default('nl'))
    .addOption(json())
    .action(showWhy);
}
