import { InvalidArgumentError, type Command } from 'commander';
import { print, printJson } from '#apps/cli/src/commands/context';
import { faultText, lengthText, NATURES, notInForceText, termSheet, whyMoved } from '#apps/cli/src/text/term-text';
import { alignedTable } from '#installation/text/aligned-table';
import { isLocalDate, type LocalDate } from '#calendar/local-date';
import { nearestEdition, ruleOn, type RuleEdition } from '#calendar/rule-book/rule-book';
import { termAccount, type WholeSuspension } from '#calendar/term-account';
import { calendarOfTerm } from '#calendar/term-calendar';
import { inForceFrom, type TermRule } from '#calendar/term-rule';
import { Trouble } from '#home/trouble';
import { loadRules, WrongRules } from '#platform/rule-file';

/** Reads a day. */
export function parseDay(text: string): LocalDate {
  if (isLocalDate(text)) return text;
  throw new InvalidArgumentError('A day looks like 2026-11-24, and exists.');
}

/** Reads `FIRST..LAST` and adds it to those before it. */
export function parseSuspension(text: string, before: readonly WholeSuspension[] = []): readonly WholeSuspension[] {
  const [first = '', last = '', ...more] = text.split('..');
  if (isLocalDate(first) && isLocalDate(last) && more.length === 0) {
    return [...before, { firstDay: first, lastDay: last }];
  }
  throw new InvalidArgumentError('Suspended days look like 2026-09-25..2026-10-01.');
}

const told = (rule: Pick<TermRule, 'code' | 'source' | 'nature'>) => ({
  rule: rule.code,
  article: rule.source,
  nature: rule.nature,
  shownAs: NATURES[rule.nature],
});

interface RuleOptions {
  readonly rules?: string;
  readonly json?: true;
}

const HEADINGS = ['Regel', 'Aard', 'Duur', 'Bindt', 'Bron', 'Versie', 'Geldt vanaf', 'Geldt tot en met'];

const editionJson = (edition: RuleEdition) => ({
  ...told(edition),
  length: edition.length === 'without-delay' ? null : edition.length,
  kind: edition.kind ?? null,
  binds: edition.binds,
  suspendable: edition.suspendable ?? false,
  startsAtEndOf: edition.startsAtEndOf ?? null,
  onLapse: edition.onLapse ?? null,
  version: edition.version,
  inForceFrom: inForceFrom(edition) ?? null,
  inForceUntil: edition.validUntil ?? null,
});

/** `aanzet rules --check`: a line for each fault, and exit code 1 where there are any. */
function checkRules(file: string): void {
  try {
    const { editions } = loadRules(file);
    print(`${file}: ${editions.length} ${editions.length === 1 ? 'edition' : 'editions'}, nothing wrong`);
  } catch (error) {
    if (!(error instanceof WrongRules)) throw error;
    for (const fault of error.faults) process.stderr.write(`${fault}\n`);
    const { length } = error.faults;
    throw new Trouble(`${length} ${length === 1 ? 'fault' : 'faults'} in the rule file`);
  }
}

/** `aanzet rules`: every rule by which a term can begin, in all its editions; or what is wrong with a file of them. */
export function listRules({ check }: { check?: string }, command: Command): void {
  if (check !== undefined) {
    checkRules(check);
    return;
  }
  const { rules, json } = command.optsWithGlobals<RuleOptions>();
  const { editions } = loadRules(rules);
  if (json) {
    printJson(editions.map(editionJson));
    return;
  }
  const rows = editions.map((edition) => [
    edition.code,
    NATURES[edition.nature],
    lengthText(edition),
    edition.binds,
    edition.source,
    edition.version,
    inForceFrom(edition) ?? '–',
    edition.validUntil ?? '–',
  ]);
  print(alignedTable(HEADINGS, rows));
}

/** `aanzet term`: one term worked out, and why it ends when it ends. */
export function showTerm(
  code: string,
  from: LocalDate,
  { suspend = [] }: { suspend?: readonly WholeSuspension[] },
  command: Command,
): void {
  const { rules, json } = command.optsWithGlobals<RuleOptions>();
  const book = loadRules(rules);
  const rule = ruleOn(book, code, from);
  if (!rule) {
    const edition = nearestEdition(book, code, from);
    if (edition) throw new Trouble(notInForceText(edition, from));
    throw new Trouble(`there is no term rule "${code}": "aanzet rules" shows which there are`);
  }
  const worked = termAccount(rule, from, suspend, calendarOfTerm(book.calendar));
  if ('fault' in worked) throw new Trouble(faultText(rule, worked.fault));
  const { account } = worked;
  if (json)
    printJson({
      ...told(rule),
      version: rule.version,
      calendar: book.calendar.version,
      from,
      ...account,
      why: whyMoved(rule, account).join(' '),
    });
  else print(termSheet(rule, from, account));
}
