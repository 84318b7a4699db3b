import { nationalCalendar } from '#calendar/working-days';
import type { WorkingTime } from '#calendar/working-time';
import { DEFAULT_OPENING_HOURS, WEEKDAYS, type OpeningHours } from '#partners/opening-hours';
import type { Partner } from '#partners/partner';

const hoursOf = (hours: OpeningHours) => (weekday: number) => {
  const day = WEEKDAYS[weekday - 1];
  return day && hours[day];
};

/** Office hours on the working days of the national calendar: of whoever is no partner, or set nothing. */
export const nationalWorkingTime: WorkingTime = {
  calendar: nationalCalendar,
  hoursOn: hoursOf(DEFAULT_OPENING_HOURS),
};

const byPartner = new WeakMap<Partner, WorkingTime>();

/** When a partner works: its calendar and opening hours. */
export function workingTimeOf(partner: Partner | undefined): WorkingTime {
  if (!partner) return nationalWorkingTime;
  const known = byPartner.get(partner);
  if (known) return known;
  const usual = partner.calendar === nationalCalendar && partner.openingHours === DEFAULT_OPENING_HOURS;
  const time = usual ? nationalWorkingTime : { calendar: partner.calendar, hoursOn: hoursOf(partner.openingHours) };
  byPartner.set(partner, time);
  return time;
}
