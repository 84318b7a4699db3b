import type { HomeDeps } from '#apps/allocation/src/carry-out-command';
import { candidateOf, isSame } from '#apps/allocation/src/candidates';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import type { Shelf } from '#apps/allocation/src/shelf';
import { statusAt } from '#homes/home';
import type { Clock } from '#platform/clock';
import { sql } from 'kysely';

/**
 * Lets reservations for one candidate come one after the other, in however many instances: by a lock of the database for
 * as long as its transaction, which writes nothing itself.
 */
export const reserving =
  (db: AllocationDatabase, shelf: Shelf, clock: Clock): HomeDeps['reserving'] =>
  (candidate, work) =>
    db.transaction().execute(async (trx) => {
      const key = `reserving ${candidate.casus} ${candidate.step}`;
      await sql`select pg_advisory_xact_lock(hashtextextended(${key}, 0))`.execute(trx);
      const { homes } = await shelf.readOn();
      const kept = [...homes.values()].flatMap(({ home }) => {
        const its = candidateOf(statusAt(home, clock.now()));
        return its && isSame(its, candidate) ? [home.id] : [];
      });
      return work(kept);
    });
