import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';

export type { LocalDate } from '#calendar/local-date';

/** When an offer that may be answered until a day has expired: 00:00 local time of the day after. */
export const breaksFrom = (expiresOn: LocalDate): Instant => startOfDay(dayAfter(expiresOn));
