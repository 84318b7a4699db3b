import { InvalidArgumentError } from 'commander';
import { print, printJson } from '#apps/cli/src/commands/context';
import { faultText, lengthText, NATURES, termSheet, whyMoved } from '#apps/cli/src/text/term-text';
import { alignedTable } from '#apps/cli/src/text/aligned-table';
import { isLocalDate, type LocalDate } from '#calendar/local-date';
import { termAccount, type WholeSuspension } from '#calendar/term-account';
import type { TermRule } from '#calendar/term-rule';
import { termRule, termRules } from '#calendar/term-rules';
import { Trouble } from '#home/trouble';

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

const told = (rule: TermRule) => ({
  rule: rule.code,
  article: rule.source,
  nature: rule.nature,
  shownAs: NATURES[rule.nature],
});

const HEADINGS = ['Regel', 'Aard', 'Duur', 'Bindt', 'Bron', 'Versie'];

/** `aanzet rules`: every rule by which a term can run. */
export function listRules({ json }: { json?: true }): void {
  if (json) {
    printJson(
      termRules.map((rule) => ({
        ...told(rule),
        length: rule.length === 'without-delay' ? null : rule.length,
        kind: rule.kind ?? null,
        binds: rule.binds,
        suspendable: rule.suspendable ?? false,
        startsAtEndOf: rule.startsAtEndOf?.code ?? null,
        onLapse: rule.onLapse ?? null,
        version: rule.version,
        inForceFrom: rule.validFrom ?? rule.version,
      })),
    );
    return;
  }
  const rows = termRules.map((rule) => [
    rule.code,
    NATURES[rule.nature],
    lengthText(rule),
    rule.binds,
    rule.source,
    rule.version,
  ]);
  print(alignedTable(HEADINGS, rows));
}

/** `aanzet term`: one term worked out, and why it ends when it ends. */
export function showTerm(
  code: string,
  from: LocalDate,
  { suspend = [], json }: { suspend?: readonly WholeSuspension[]; json?: true },
): void {
  const rule = termRule(code);
  if (!rule) throw new Trouble(`there is no term rule "${code}": "aanzet rules" shows which there are`);
  const worked = termAccount(rule, from, suspend);
  if ('fault' in worked) throw new Trouble(faultText(rule, from, worked.fault));
  const { account } = worked;
  if (json)
    printJson({ ...told(rule), version: rule.version, from, ...account, why: whyMoved(rule, account).join(' ') });
  else print(termSheet(rule, from, account));
}
