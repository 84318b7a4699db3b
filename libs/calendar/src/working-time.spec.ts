import { localDate, localTimeToInstant } from '#calendar/local-date';
import { nationalCalendar, withClosedDays } from '#calendar/working-days';
import { minutesBetween, workingMinutes, type WorkingTime } from '#calendar/working-time';
import { instant } from '#event-sourcing/instant';

const at = localTimeToInstant;
const every = (from: string, to: string) => () => ({ from, to });
const office: WorkingTime = { calendar: nationalCalendar, hoursOn: every('09:00', '17:00') };
const wholeDays: WorkingTime = { calendar: nationalCalendar, hoursOn: every('00:00', '24:00') };
const closed: WorkingTime = {
  calendar: withClosedDays(nationalCalendar, [localDate('2026-09-16')], 'example'),
  hoursOn: (weekday) =>
    weekday === 1 ? undefined : weekday === 5 ? { from: '08:30', to: '12:15' } : every('09:00', '17:00')(),
};

describe('working minutes', () => {
  it.each<[string, string, string, WorkingTime, number]>([
    ['within a day', '2026-09-15T10:00', '2026-09-15T10:25', office, 25],
    ['before opening', '2026-09-15T08:00', '2026-09-15T09:00', office, 0],
    ['after closing', '2026-09-15T17:00', '2026-09-15T23:59', office, 0],
    ['over the ends of a day', '2026-09-15T08:00', '2026-09-15T18:00', office, 480],
    ['over a night', '2026-09-15T16:30', '2026-09-16T09:15', office, 45],
    ['over a weekend', '2026-09-18T16:00', '2026-09-21T10:00', office, 120],
    ['over a holiday', '2026-12-24T16:00', '2026-12-28T10:00', office, 120],
    ['over New Year', '2026-12-31T16:00', '2027-01-04T10:00', office, 120],
    ['of nothing', '2026-09-15T10:00', '2026-09-15T10:00', office, 0],
    ['backwards', '2026-09-15T11:00', '2026-09-15T10:00', office, 0],
    ['from the last minute of a year', '2026-12-31T23:59', '2027-01-01T00:00', wholeDays, 1],
    ['of a whole year', '2026-01-01T00:00', '2027-01-01T00:00', office, 253 * 480],
    ['to 24:00', '2026-09-15T23:00', '2026-09-16T01:00', wholeDays, 120],
    ['to 24:00 on Friday', '2026-09-18T23:00', '2026-09-21T01:00', wholeDays, 120],
    ['in the night that is an hour longer, a Sunday', '2026-10-23T23:00', '2026-10-26T01:00', wholeDays, 120],
    ['in the night that is an hour shorter, a Sunday', '2026-03-27T23:00', '2026-03-30T01:00', wholeDays, 120],
    ['before and after the clock goes back', '2026-10-23T16:00', '2026-10-26T10:00', office, 120],
    ['before and after the clock goes forward', '2026-03-27T16:00', '2026-03-30T10:00', office, 120],
    ['of a partner on its short Friday', '2026-09-18T00:00', '2026-09-19T00:00', closed, 225],
    ['of a partner on its closed day', '2026-09-16T00:00', '2026-09-17T00:00', closed, 0],
    ['of a partner on a day without hours', '2026-09-14T00:00', '2026-09-15T00:00', closed, 0],
    ['of a partner in a week', '2026-09-14T00:00', '2026-09-21T00:00', closed, 2 * 480 + 225],
  ])('%s', (_what, from, to, time, expected) => {
    expect(workingMinutes(at(from), at(to), time)).toBe(expected);
  });

  it('go by instants cut to the minute', () => {
    const from = instant('2026-09-15T08:00:59.999Z');
    const to = instant('2026-09-15T08:02:00.000Z');
    expect(workingMinutes(from, to, office)).toBe(2);
    expect(minutesBetween(from, to)).toBe(2);
  });
});

describe('minutes', () => {
  it.each([
    ['2026-10-25T00:00', '2026-10-26T00:00', 25 * 60],
    ['2026-03-29T00:00', '2026-03-30T00:00', 23 * 60],
    ['2026-10-25T02:00', '2026-10-25T03:00', 120],
    ['2026-03-29T01:00', '2026-03-29T03:00', 60],
    ['2026-09-15T11:00', '2026-09-15T10:00', 0],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(minutesBetween(at(from), at(to))).toBe(expected);
  });
});
