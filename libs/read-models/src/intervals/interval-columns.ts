import type { Instant } from '#event-sourcing/instant';
import type { ColumnType } from 'kysely';

/** An instant that an open end leaves out: null when read, infinity as it is stored. */
export type OpenEnd = ColumnType<Instant | null, Instant | 'infinity', Instant | 'infinity'>;

/** What every row says that holds for a while: when it held, and when that was what was known. Ends are exclusive. */
export interface IntervalColumns {
  readonly valid_from: Instant;
  readonly valid_until: OpenEnd;
  readonly known_from: Instant;
  readonly known_until: OpenEnd;
}
