import { dayAfter, type LocalDate } from '#calendar/local-date';
import type { RuleEdition } from '#calendar/rule-book/rule-book';
import type { FoundFault } from '#calendar/rule-book/rule-fault';
import { inForceFrom, inForceOn } from '#calendar/term-rule';

/** An edition with its place in the file. */
interface Placed {
  readonly edition: RuleEdition;
  readonly index: number;
}

const at = (index: number, key: string) => ['rules', index, key] as const;

const EARLIEST = '0000-00-00';
const LATEST = '9999-99-99';

const firstDay = (edition: RuleEdition): string => inForceFrom(edition) ?? EARLIEST;
const lastDay = ({ validUntil = LATEST as LocalDate }: RuleEdition): string => validUntil;

/** What is wrong between an edition and an earlier one of the same rule. */
function besideEarlier({ edition, index }: Placed, earlier: RuleEdition): FoundFault[] {
  const { code, version } = edition;
  if (version === earlier.version) {
    return [
      {
        path: at(index, 'version'),
        wrong: `${code} has an edition of ${version} already`,
        right: 'another date, or one edition less',
      },
    ];
  }
  if (firstDay(edition) > lastDay(earlier) || firstDay(earlier) > lastDay(edition)) return [];
  return [
    {
      path: ['rules', index],
      wrong: `this edition of ${code} holds in part at the same time as that of ${earlier.version}`,
      right: 'a validFrom after the validUntil of the edition before it',
    },
  ];
}

const backwards = ({ edition, index }: Placed): FoundFault[] =>
  lastDay(edition) < firstDay(edition)
    ? [
        {
          path: at(index, 'validUntil'),
          wrong: `lies before the first day of validity, ${firstDay(edition)}`,
          right: 'that day or a later one',
        },
      ]
    : [];

/** Whether following `startsAtEndOf` from a rule comes back to it. */
function circles(all: readonly RuleEdition[], code: string): boolean {
  const seen = new Set<string>();
  let ahead: readonly string[] = [code];
  while (ahead.length > 0) {
    ahead = all.flatMap((one) => (ahead.includes(one.code) ? (one.startsAtEndOf ?? []) : []));
    if (ahead.includes(code)) return true;
    ahead = ahead.filter((one) => !seen.has(one));
    for (const one of ahead) seen.add(one);
  }
  return false;
}

/** A rule needs one to start at the end of, for as long as it holds itself. */
function badStart({ edition, index }: Placed, all: readonly RuleEdition[]): FoundFault[] {
  const { code, startsAtEndOf } = edition;
  if (startsAtEndOf === undefined) return [];
  const fault = (wrong: string, right: string): FoundFault[] => [{ path: at(index, 'startsAtEndOf'), wrong, right }];
  const earlier = all.filter((one) => one.code === startsAtEndOf);
  if (earlier.length === 0) return fault(`there is no rule ${startsAtEndOf}`, 'the code of a rule in this file');
  if (circles(all, code)) return fault(`comes back to ${code} itself`, 'a rule that starts without this one');
  if (earlier.some((one) => one.length === 'without-delay')) {
    return fault(`${startsAtEndOf} has no length, so no end`, 'a rule with an amount and a unit');
  }
  let day = inForceFrom(edition);
  while (day === undefined || day <= lastDay(edition)) {
    const then = day;
    const holding = earlier.find((one) => (then === undefined ? inForceFrom(one) === undefined : inForceOn(one, then)));
    if (!holding)
      return fault(
        `${startsAtEndOf} has no edition that holds ${then === undefined ? 'from the beginning' : `on ${then}`}`,
        'a rule that holds all the while',
      );
    if (holding.validUntil === undefined) return [];
    day = dayAfter(holding.validUntil);
  }
  return [];
}

/** What is wrong with the editions of rules among one another. */
export function editionFaults(editions: readonly RuleEdition[]): FoundFault[] {
  return editions.flatMap((edition, index) => {
    const placed = { edition, index };
    const earlier = editions.slice(0, index).filter(({ code }) => code === edition.code);
    const beside = earlier.flatMap((one) => besideEarlier(placed, one)).slice(0, 1);
    return [...backwards(placed), ...beside, ...badStart(placed, editions)];
  });
}
