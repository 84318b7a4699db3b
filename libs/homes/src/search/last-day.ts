import type { LocalDate } from '#calendar/local-date';
import { lastOfWorkingDays, nationalCalendar } from '#calendar/working-days';
import type { Instant } from '#event-sourcing/instant';

/** Working days for which supply is waited for when no day is given. */
const USUAL_WAITING = 10;

/** The last day on which supply is waited for, once no home was found to fit: as it was said, or the usual one. */
export const lastDayOfWaiting = (said: LocalDate | undefined, since: Instant): LocalDate =>
  said ?? lastOfWorkingDays(since, USUAL_WAITING, nationalCalendar);
