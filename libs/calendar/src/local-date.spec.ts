import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import {
  dayAfter,
  isLocalDate,
  localDate,
  localDateOf,
  localTimeToInstant,
  plusDays,
  startOfDay,
} from '#calendar/local-date';
import { instant, plusMs } from '#event-sourcing/instant';

describe('a local date', () => {
  it.each(['2026-02-28', '2028-02-29', '1900-01-01', '9998-12-31'])('reads %s', (text) => {
    expect(localDate(text)).toBe(text);
  });

  it.each([
    '2026-02-29',
    '2026-02-30',
    '2026-13-01',
    '2026-00-10',
    '2026-1-1',
    '26-01-01',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '2026-01-01[u-ca=hebrew]',
    '1899-12-31',
    '9999-01-01',
    '',
  ])('refuses %j', (text) => {
    expect(isLocalDate(text)).toBe(false);
    expect(() => localDate(text)).toThrow(RangeError);
  });

  it('knows the days of a leap year', () => {
    expect(dayAfter(localDate('2028-02-28'))).toBe('2028-02-29');
    expect(dayAfter(localDate('2027-02-28'))).toBe('2027-03-01');
    expect(plusDays(localDate('2028-03-01'), -1)).toBe('2028-02-29');
    expect(plusDays(localDate('2024-02-29'), 366)).toBe('2025-03-01');
  });
});

describe('the start of a local day', () => {
  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', 'the clock goes forward in this night'],
    ['2026-03-30', '2026-03-29T22:00:00.000Z', 'the day before had 23 hours'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', 'the clock goes back in this night'],
    ['2026-10-26', '2026-10-25T23:00:00.000Z', 'the day before had 25 hours'],
    ['2027-01-01', '2026-12-31T23:00:00.000Z', 'winter'],
    ['2026-07-01', '2026-06-30T22:00:00.000Z', 'summer'],
  ])('%s is %s: %s', (date, at) => {
    expect(startOfDay(localDate(date))).toBe(at);
  });
});

describe('the local day of an instant', () => {
  it.each([
    ['2026-03-28T22:59:59.999Z', '2026-03-28'],
    ['2026-03-28T23:00:00.000Z', '2026-03-29'],
    ['2026-03-29T21:59:59.999Z', '2026-03-29'],
    ['2026-03-29T22:00:00.000Z', '2026-03-30'],
    ['2026-10-24T22:00:00.000Z', '2026-10-25'],
    ['2026-10-25T22:59:59.999Z', '2026-10-25'],
    ['2026-10-25T23:00:00.000Z', '2026-10-26'],
    ['2026-12-31T23:00:00.000Z', '2027-01-01'],
  ])('%s falls on %s', (at, date) => {
    expect(localDateOf(instant(at))).toBe(date);
  });

  it('agrees with Temporal for any instant, and lies within its day', () => {
    const from = Date.parse('1950-01-01T00:00Z');
    const to = Date.parse('2100-12-31T00:00Z');
    fc.assert(
      fc.property(fc.integer({ min: from, max: to }), (ms) => {
        const at = instant(ms);
        const date = localDateOf(at);
        const zoned = Temporal.Instant.fromEpochMilliseconds(ms).toZonedDateTimeISO('Europe/Amsterdam');
        expect(date).toBe(zoned.toPlainDate().toString());
        expect(startOfDay(date) <= at && at < startOfDay(dayAfter(date))).toBe(true);
        expect(localDateOf(plusMs(startOfDay(date), -1))).toBe(plusDays(date, -1));
      }),
      { numRuns: 2000 },
    );
  });
});

describe('a local time', () => {
  it.each([
    ['2026-11-20T12:00', '2026-11-20T11:00:00.000Z'],
    ['2026-08-31T09:30:15', '2026-08-31T07:30:15.000Z'],
    ['2026-03-29T02:30', '2026-03-29T01:30:00.000Z'],
    ['2026-10-25T02:30', '2026-10-25T00:30:00.000Z'],
    ['2026-10-25T03:00', '2026-10-25T02:00:00.000Z'],
  ])('%s is %s', (text, at) => {
    expect(localTimeToInstant(text)).toBe(at);
  });

  it.each(['2026-11-20', '2026-11-20T24:00', '2026-11-20T12:60', '2026-02-30T12:00', '2026-11-20T12:00Z', 'now'])(
    'refuses %s',
    (text) => {
      expect(() => localTimeToInstant(text)).toThrow(RangeError);
    },
  );
});
