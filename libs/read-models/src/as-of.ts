import type { Instant } from '#event-sourcing/instant';
import { sql, type RawBuilder } from 'kysely';

/** The moment of a view: what was the case at `at`, as far as it was recorded by `knownAt` (default: all that is known). */
export interface AsOf {
  readonly at: Instant;
  readonly knownAt?: Instant | undefined;
}

/** Whether the interval row `s` holds at a moment; in the words of the indexes, of which those of present knowledge are partial. */
export const holds = ({ at, knownAt }: AsOf): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`(s.valid_from <= ${at}::timestamptz and s.valid_until > ${at}::timestamptz and s.known_until = 'infinity')`
    : sql`((s.known_until = 'infinity' and s.known_from <= ${knownAt}::timestamptz
            and s.valid_from <= ${at}::timestamptz and s.valid_until > ${at}::timestamptz)
           or (s.known_until < 'infinity' and tstzrange(s.valid_from, s.valid_until) @> ${at}::timestamptz
            and tstzrange(s.known_from, s.known_until) @> ${knownAt}::timestamptz))`;

/** Whether what happened at `occurred` and was recorded at `recorded` (columns) belongs to a view of this moment. */
export const belongs = ({ at, knownAt }: AsOf, occurred: string, recorded: string): RawBuilder<boolean> =>
  knownAt === undefined
    ? sql`(${sql.ref(occurred)} <= ${at}::timestamptz)`
    : sql`(${sql.ref(occurred)} <= ${at}::timestamptz and ${sql.ref(recorded)} <= ${knownAt}::timestamptz)`;

const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Whether the row `s` is of this casus, named by its id or by its reference. */
export const ofCasus = (casus: string): RawBuilder<boolean> =>
  UUID.test(casus) ? sql`s.casus = ${casus.toLowerCase()}` : sql`s.reference = ${casus}`;
