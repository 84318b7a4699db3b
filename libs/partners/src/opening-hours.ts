export const WEEKDAYS = ['monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday', 'sunday'] as const;
export type Weekday = (typeof WEEKDAYS)[number];

/** Local times as `HH:mm`; `to` may be 24:00. Text order is time order. */
export interface OpenFrom {
  readonly from: string;
  readonly to: string;
}

/** When a partner works, per day of the week; a day that is missing has no hours. Closed days are closed all the same. */
export type OpeningHours = Readonly<Partial<Record<Weekday, OpenFrom | undefined>>>;

const officeHours: OpenFrom = { from: '09:00', to: '17:00' };

/** The hours of whoever set none. */
export const DEFAULT_OPENING_HOURS: OpeningHours = {
  monday: officeHours,
  tuesday: officeHours,
  wednesday: officeHours,
  thursday: officeHours,
  friday: officeHours,
};

const TIME = /^(([01]\d|2[0-3]):[0-5]\d|24:00)$/;

/** Whether a text is a local time, `00:00` to `24:00`. */
export const isTimeOfDay = (text: string): boolean => TIME.test(text);

/** The first day of the week whose hours do not end after they begin, or are no times; undefined when all are right. */
export const firstWrongDay = (hours: OpeningHours): Weekday | undefined =>
  WEEKDAYS.find((day) => {
    const open = hours[day];
    return open && !(isTimeOfDay(open.from) && isTimeOfDay(open.to) && open.from < open.to);
  });
