import { localDate, plusDays } from '#calendar/local-date';
import type { RuleBook, RuleEdition } from '#calendar/rule-book/rule-book';
import { termCalendar } from '#calendar/term-calendar';
import { loadRules } from '#platform/rule-file';

const shipped = loadRules();

/** What the law says from the ninth day of every random casus on. */
const CHANGED = localDate('2026-10-29');

/** The rules that get a newer edition then, and by how many weeks it is. */
export const RENEWED: ReadonlyMap<string, number> = new Map([
  ['AWB-413-8W', 9],
  ['WMO-235-BESCHIKKING', 1],
  ['WMO-232-ONDERZOEK', 5],
]);

function editions(edition: RuleEdition): RuleEdition[] {
  const amount = RENEWED.get(edition.code);
  if (amount === undefined) return [edition];
  const newer: RuleEdition = { ...edition, version: CHANGED, length: { amount, unit: 'weeks' } };
  return [{ ...edition, validUntil: plusDays(CHANGED, -1) }, newer];
}

/** The rules of random casus: as they come with the product, but some change on the way, and a day is equated. */
export const RULES: RuleBook = {
  ...shipped,
  editions: shipped.editions.flatMap(editions),
  calendar: termCalendar([localDate('2026-12-28')], localDate('2026-10-01')),
};
