import type { Instant } from '#event-sourcing/instant';
import { sql, type RawBuilder } from 'kysely';

/** The moment of a view: what was the case at `at`, as far as it was recorded by `knownAt` (default: all that is known). */
export interface AsOf {
  readonly at: Instant;
  readonly knownAt?: Instant | undefined;
}

/**
 * Whether the interval row `row` holds at a moment: one of these conditions, never both. In the words of the indexes, of
 * which some are of what is known now, others of what was believed before.
 */
export function heldEither({ at, knownAt }: AsOf, row = 's'): readonly [RawBuilder<boolean>, ...RawBuilder<boolean>[]] {
  const column = (name: string) => sql.ref(`${row}.${name}`);
  const [knownFrom, knownUntil] = [column('known_from'), column('known_until')];
  const held = sql`${column('valid_from')} <= ${at}::timestamptz and ${column('valid_until')} > ${at}::timestamptz`;
  const now = sql<boolean>`(${held} and ${knownUntil} = 'infinity')`;
  if (knownAt === undefined) return [now];
  const known = sql`${knownFrom} <= ${knownAt}::timestamptz`;
  return [
    sql`(${now} and ${known})`,
    sql`(${held} and ${known} and ${knownUntil} > ${knownAt}::timestamptz and ${knownUntil} < 'infinity')`,
  ];
}

/** Whether the interval row `row` holds at a moment. */
export const holds = (asOf: AsOf, row = 's'): RawBuilder<boolean> =>
  sql`(${sql.join(heldEither(asOf, row), sql` or `)})`;

/** Whether what happened at `occurred` and was recorded at `recorded` (columns) belongs to a view of this moment. */
export const belongs = ({ at, knownAt }: AsOf, occurred: string, recorded: string): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`(${sql.ref(occurred)} <= ${at}::timestamptz)`
    : sql`(${sql.ref(occurred)} <= ${at}::timestamptz and ${sql.ref(recorded)} <= ${knownAt}::timestamptz)`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the row `s` is of this casus, named by its id or by its reference. */
export const ofCasus = (casus: string): RawBuilder<boolean> =>
  UUID.test(casus) ? sql`s.casus = ${casus.toLowerCase()}` : sql`s.reference = ${casus}`;
