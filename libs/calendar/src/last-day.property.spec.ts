import fc from 'fast-check';
import { extended, rawEnd, warnDay } from '#calendar/last-day';
import { daysBetween, localDate, plusDays, plusMonths, type LocalDate } from '#calendar/local-date';
import { recognisedHolidays } from '#calendar/holidays';
import { termDays } from '#calendar/term-days';
import type { TermLength, TermNature, TermRule } from '#calendar/term-rule';
import { nationalCalendar } from '#calendar/working-days';

const ruleOf = (nature: TermNature, length: TermLength): TermRule => ({
  code: 'EXAMPLE',
  nature,
  length,
  binds: 'public-body',
  source: 'an example',
  version: localDate('2014-01-01'),
  suspendable: true,
});

const holidays = new Map<string, ReadonlySet<LocalDate>>();

function isHoliday(day: LocalDate): boolean {
  const year = day.slice(0, 4);
  const known = holidays.get(year) ?? new Set(recognisedHolidays(Number(year)));
  holidays.set(year, known);
  return known.has(day);
}

/** Neither Saturday nor Sunday nor a holiday: by the weekday of the date and the list of its year alone. */
const isOrdinary = (day: LocalDate): boolean => {
  const weekday = new Date(`${day}T00:00Z`).getUTCDay();
  return weekday !== 0 && weekday !== 6 && !isHoliday(day);
};

const span = (after: LocalDate, to: LocalDate): LocalDate[] =>
  Array.from({ length: daysBetween(after, to) }, (_, n) => plusDays(after, n + 1));

/** Of some years: each has its calendar to be worked out. */
const firstDays = fc.integer({ min: 0, max: 365 * 20 }).map((n) => plusDays(localDate('2024-01-01'), n));
const lengths = fc.oneof(
  fc.integer({ min: 1, max: 120 }).map((amount): TermLength => ({ amount, unit: 'days' })),
  fc.integer({ min: 1, max: 20 }).map((amount): TermLength => ({ amount, unit: 'weeks' })),
  fc.integer({ min: 1, max: 6 }).map((amount): TermLength => ({ amount, unit: 'months' })),
);
const isShort = ({ amount, unit }: TermLength): boolean =>
  amount <= (unit === 'days' ? 90 : unit === 'weeks' ? 12 : unit === 'months' ? 3 : 0);

describe('the last day of a term', () => {
  it('of a statutory term is the first that the Algemene termijnenwet allows', () => {
    fc.assert(
      fc.property(firstDays, lengths, fc.constantFrom<TermNature>('statutory', 'derived'), (from, length, nature) => {
        const raw = rawEnd(from, length, nationalCalendar);
        const { lastDay } = extended(ruleOf(nature, length), from, raw, nationalCalendar);
        const allowed = (day: LocalDate): boolean =>
          isOrdinary(day) && (daysBetween(from, raw) < 3 || span(from, day).filter(isOrdinary).length >= 2);
        let expected = raw;
        while (isShort(length) && !allowed(expected)) expected = plusDays(expected, 1);
        expect(lastDay).toBe(expected);
      }),
      { numRuns: 300 },
    );
  });

  it('of a norm or an agreement stays where it falls', () => {
    fc.assert(
      fc.property(firstDays, lengths, fc.constantFrom<TermNature>('norm', 'agreement'), (from, length, nature) => {
        const { lastDay } = termDays({ rule: ruleOf(nature, length), from }, nationalCalendar);
        const { amount, unit } = length;
        expect(lastDay).toBe(
          unit === 'months' ? plusMonths(from, amount) : plusDays(from, unit === 'weeks' ? 7 * amount : amount),
        );
      }),
    );
  });

  it('comes later by the days of its suspensions, both ends counted, and is extended after that', () => {
    const suspensions = fc.array(fc.tuple(fc.integer({ min: 1, max: 5 }), fc.integer({ min: 0, max: 9 })), {
      maxLength: 3,
    });
    fc.assert(
      fc.property(firstDays, suspensions, (from, gaps) => {
        const rule = ruleOf('statutory', { amount: 8, unit: 'weeks' });
        let day = from;
        const taken = gaps.map(([gap, more]) => {
          const firstDay = plusDays(day, gap);
          day = plusDays(firstDay, more);
          return { firstDay, lastDay: day };
        });
        const days = gaps.reduce((sum, [, more]) => sum + more + 1, 0);
        const { raw, suspendedDays, lastDay } = termDays({ rule, from, suspensions: taken }, nationalCalendar);
        let expected = plusDays(from, 56 + days);
        while (!isOrdinary(expected)) expected = plusDays(expected, 1);
        expect([raw, suspendedDays, lastDay]).toEqual([plusDays(from, 56), days, expected]);
      }),
    );
  });

  it('warns at the later of two thirds of the way and the fifth working day before it', () => {
    fc.assert(
      fc.property(firstDays, fc.integer({ min: 0, max: 100 }), (from, length) => {
        const lastDay = plusDays(from, length);
        let fifth = lastDay;
        for (let n = 0; n < 5; n += isOrdinary(fifth) ? 1 : 0) fifth = plusDays(fifth, -1);
        const twoThirds = plusDays(from, Math.floor((2 * length + 2) / 3));
        expect(warnDay(from, lastDay, nationalCalendar)).toBe(fifth > twoThirds ? fifth : twoThirds);
      }),
    );
  });
});
