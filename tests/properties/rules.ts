import { localDate, plusDays } from '#calendar/local-date';
import type { RuleBook, RuleEdition } from '#calendar/rule-book/rule-book';
import { termCalendar } from '#calendar/term-calendar';
import { loadRules } from '#platform/rule-file';

const shipped = loadRules();

/** From when the law has another edition: days in the weeks in which random casus live. */
const CHANGES = ['2026-10-24', '2026-11-03', '2026-11-18'].map(localDate);

/** The rules that change, and how many weeks they are from each of those days on. */
const CHANGING: ReadonlyMap<string, readonly number[]> = new Map([
  ['AWB-413-8W', [9, 2, 8]],
  ['WMO-235-BESCHIKKING', [1, 3, 2]],
  ['WMO-232-ONDERZOEK', [1, 6, 2]],
]);

function editions(edition: RuleEdition): RuleEdition[] {
  const changing = CHANGING.get(edition.code);
  if (!changing) return [edition];
  const lastDays = CHANGES.map((day) => ({ validUntil: plusDays(day, -1) }));
  const newer = changing.map((amount, index): RuleEdition => {
    const version = CHANGES[index] ?? edition.version;
    return { ...edition, version, length: { amount, unit: 'weeks' }, ...lastDays[index + 1] };
  });
  return [{ ...edition, ...lastDays[0] }, ...newer];
}

/** The rules of random casus: as they come with the product, but some change on the way, and a day is equated. */
export const RULES: RuleBook = {
  ...shipped,
  editions: shipped.editions.flatMap(editions),
  calendar: termCalendar([localDate('2026-12-28')], localDate('2026-10-01')),
};
