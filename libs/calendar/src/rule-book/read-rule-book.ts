import * as v from 'valibot';
import { editionFaults } from '#calendar/rule-book/edition-faults';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { pathText, quoted, type FilePath, type FoundFault, type RuleFault } from '#calendar/rule-book/rule-fault';
import { ruleFile, type RuleFile } from '#calendar/rule-book/rule-file-form';
import { termCalendar } from '#calendar/term-calendar';
import { isWorkingDay, nationalCalendar } from '#calendar/working-days';

/** A rule file that was read: the book, or everything that is wrong with it, in order of its lines. */
export type ReadRuleBook =
  { readonly fits: true; readonly book: RuleBook } | { readonly fits: false; readonly faults: readonly RuleFault[] };

function formFault({ path, expected, input, message: right }: v.InferIssue<typeof ruleFile>): FoundFault {
  // A path of keys of a map and places in a list, as the form has nothing else.
  const place = (path ?? []).map(({ key }) => key as string | number);
  return { path: place, wrong: expected === 'never' ? 'is no key here' : quoted(input), right };
}

function doubles(list: 'suspensionGrounds' | 'extensionGrounds', grounds: readonly { readonly code: string }[]) {
  return grounds.flatMap(({ code }, index): FoundFault[] =>
    grounds.findIndex((one) => one.code === code) < index
      ? [{ path: [list, index, 'code'], wrong: `there is a ground ${code} already`, right: 'another code' }]
      : [],
  );
}

const unknownRules = ({ rules, extensionGrounds }: RuleFile): FoundFault[] =>
  extensionGrounds.flatMap((ground, index) =>
    (ground.rules ?? []).flatMap((code, place): FoundFault[] =>
      rules.some((rule) => rule.code === code)
        ? []
        : [
            {
              path: ['extensionGrounds', index, 'rules', place],
              wrong: `there is no rule ${code}`,
              right: 'the code of a rule in this file',
            },
          ],
    ),
  );

const idleDays = ({ equatedDays }: RuleFile): FoundFault[] =>
  equatedDays.flatMap(({ day }, index): FoundFault[] => {
    const path = ['equatedDays', index, 'day'];
    if (equatedDays.findIndex((one) => one.day === day) < index) {
      return [{ path, wrong: `${day} stands here already`, right: 'each day once' }];
    }
    return isWorkingDay(day, nationalCalendar)
      ? []
      : [
          {
            path,
            wrong: `${day} is a Saturday, a Sunday or a recognised holiday`,
            right: 'a day that is none of these',
          },
        ];
  });

const faultsOf = (file: RuleFile): FoundFault[] => [
  ...editionFaults(file.rules),
  ...doubles('suspensionGrounds', file.suspensionGrounds),
  ...doubles('extensionGrounds', file.extensionGrounds),
  ...unknownRules(file),
  ...idleDays(file),
];

function bookOf({ rules, suspensionGrounds, extensionGrounds, equatedDays }: RuleFile): RuleBook {
  const published = equatedDays.map((equated) => equated.published).sort();
  const calendar = termCalendar(
    equatedDays.map(({ day }) => day),
    published.at(-1),
  );
  return { editions: rules, suspensionGrounds, extensionGrounds, calendar };
}

/**
 * Reads a rule file that was parsed already; `lineOf` says in which line the thing at a path stands, or else what is
 * nearest around it.
 */
export function readRuleBook(parsed: unknown, lineOf: (path: FilePath) => number): ReadRuleBook {
  const read = v.safeParse(ruleFile, parsed);
  const found = read.success ? faultsOf(read.output) : read.issues.map(formFault);
  if (read.success && found.length === 0) return { fits: true, book: bookOf(read.output) };
  const faults = found.map(({ path, wrong, right }) => ({ line: lineOf(path), at: pathText(path), wrong, right }));
  return { fits: false, faults: faults.sort((a, b) => a.line - b.line) };
}
