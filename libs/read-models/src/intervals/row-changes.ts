import type { Instant } from '#event-sourcing/instant';
import { difference, type Interval } from '#read-models/intervals/course';
import type { Revision } from '#read-models/intervals/revisions';

/** The four instants of a row as they are stored. */
export interface StoredInterval {
  readonly valid_from: Instant;
  readonly valid_until: Instant | 'infinity';
  readonly known_from: Instant;
  readonly known_until: Instant | 'infinity';
}

/** Which row of a casus is meant, of those that are believed. */
export interface RowPlace {
  readonly casus: string;
  readonly key: string;
  readonly valid_from: Instant;
}

/** A row is no longer believed from `known` on, or is believed from now on. */
export type RowChange<Row extends StoredInterval> =
  { readonly closes: RowPlace; readonly known: Instant } | { readonly opens: RowPlace; readonly row: Row };

/** The changes of rows that a revision of the intervals of a casus comes to. */
export function rowChanges<Value, Row>(
  casus: string,
  { reference, known, before, after }: Revision<Value>,
  rowOf: (names: { casus: string; reference: string }, value: Value) => Row,
): RowChange<Row & StoredInterval>[] {
  const placeOf = ({ key, from }: Interval<Value>): RowPlace => ({ casus, key, valid_from: from });
  const { gone, come } = difference(before, after);
  return [
    ...gone.map((interval) => ({ closes: placeOf(interval), known })),
    ...come.map((interval) => ({
      opens: placeOf(interval),
      row: {
        ...rowOf({ casus, reference }, interval.value),
        valid_from: interval.from,
        valid_until: interval.to ?? ('infinity' as const),
        known_from: known,
        known_until: 'infinity' as const,
      },
    })),
  ];
}
