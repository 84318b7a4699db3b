import type { Instant } from '#event-sourcing/instant';
import { ofCasus, type AsOf } from '#read-models/as-of';
import type { ReadDatabase } from '#read-models/read-database';
import { sql } from 'kysely';

/** Why a moment cannot be asked for: what is wrong, and the instants that say so. */
export interface MomentFault {
  readonly code: keyof typeof MOMENT_FAULTS;
  readonly details: Readonly<Record<string, string>>;
}

/** Every code, with what it says in one English sentence. */
export const MOMENT_FAULTS = {
  'as-of-in-the-future': '`asOf` lies ahead of now: what will be the case is not known.',
  'known-at-in-the-future': '`knownAt` lies ahead of now: what will be recorded is not known.',
  'as-of-before-casus': '`asOf` lies before the opening of the casus.',
  'known-at-before-casus': 'At `knownAt` the opening of the casus was not yet recorded.',
  'day-in-the-future': 'The day has not begun: what it brings is not known.',
  'period-backwards': '`from` lies after `to`.',
  'period-not-begun': '`from` lies after `asOf`: then the period had not begun.',
} as const;

/** What is wrong with a moment, by the clock alone; undefined when nothing is. */
export function futureFault({ at, knownAt }: AsOf, now: Instant): MomentFault | undefined {
  if (at > now) return { code: 'as-of-in-the-future', details: { asOf: at, now } };
  if (knownAt !== undefined && knownAt > now) return { code: 'known-at-in-the-future', details: { knownAt, now } };
  return undefined;
}

/** Why there was no such casus at a moment, for a casus that there is; undefined when there is none at all, or there was. */
export async function beforeCasusFault(
  db: ReadDatabase,
  casus: string,
  { at, knownAt }: AsOf,
): Promise<MomentFault | undefined> {
  const { rows } = await sql<{ readonly opened: Instant | null; readonly recorded: Instant | null }>`
    select min(s.opened_at) as opened, min(s.known_from) as recorded
    from read.casus_summary_v1 s where ${ofCasus(casus)}`.execute(db);
  const { opened, recorded } = rows[0] ?? { opened: null, recorded: null };
  if (opened === null || recorded === null) return undefined;
  if (at < opened) return { code: 'as-of-before-casus', details: { asOf: at, opened } };
  if (knownAt !== undefined && knownAt < recorded) {
    return { code: 'known-at-before-casus', details: { knownAt, recorded } };
  }
  return undefined;
}
