import { plusMs, type Instant } from '#event-sourcing/instant';
import type { HousingNeed, HousingNeedView } from '#read-models/housing-need/query';
import type { HousingProfile } from '#homes/matching/housing-profile';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import type { CasusApi } from '#apps/allocation/src/casus-api';

const AT_ONCE = 50;
const DAY_MS = 24 * 60 * 60 * 1000;

/** What asking needs: where it is kept, whom it asks, for which corporation. */
export interface LookUpDeps {
  readonly db: AllocationDatabase;
  readonly api: Pick<CasusApi, 'housingNeed'>;
  readonly partner: string;
}

const profileOf = ({ support, ...need }: HousingNeed): HousingProfile => ({
  ...need,
  ...(support && { support: { arranged: support.arranged, ...(support.from !== null && { from: support.from }) } }),
});

/** The first of these instants. */
const firstOf = (moments: readonly (Instant | null)[]): Instant | null =>
  moments.filter((moment) => moment !== null).sort()[0] ?? null;

/** Casus that are to be asked, those behind this one. */
const stale = (db: AllocationDatabase, now: Instant, behind: string) =>
  db
    .selectFrom('searching')
    .select(['casus', 'wanted'])
    .where((where) => where.or([where('wanted', '>', where.ref('looked')), where('look_again_at', '<=', now)]))
    .where('casus', '>', behind)
    .orderBy('casus')
    .limit(AT_ONCE)
    .execute();

/**
 * Asks the casus that changed since they were asked, or that the calendar changed, for their housing need; gives whether
 * there were any. What came in meanwhile is asked for the next time. One that cannot be asked holds up no other; rejects
 * at the end with why that was, so that it is asked again.
 */
export async function lookUp({ db, api, partner }: LookUpDeps, now: Instant, signal: AbortSignal): Promise<boolean> {
  const faults: unknown[] = [];
  let asked = 0;
  for (let part = await stale(db, now, ''); part.length > 0; part = await stale(db, now, part.at(-1)?.casus ?? '')) {
    for (const { casus, wanted } of part) {
      if (signal.aborted) return false;
      try {
        await keep({ db, partner, now }, casus, wanted, await api.housingNeed(casus));
      } catch (fault) {
        faults.push(fault);
      }
    }
    asked += part.length;
  }
  if (faults.length > 0) throw faults[0];
  return asked > 0;
}

async function keep(
  { db, partner, now }: Omit<LookUpDeps, 'api'> & { readonly now: Instant },
  casus: string,
  looked: number,
  view: HousingNeedView | undefined,
): Promise<void> {
  const own = view?.steps.filter(({ owner }) => owner === partner) ?? [];
  // That a basis was withdrawn is told to nobody: what is sought is not kept for longer than a day without asking again.
  const daily = view?.need ? plusMs(now, DAY_MS) : null;
  await db.transaction().execute(async (all) => {
    const trx = all.withSchema(SCHEMA);
    const { numUpdatedRows } = await trx
      .updateTable('searching')
      .set({
        looked,
        reference: view?.reference ?? null,
        profile: view?.need ? JSON.stringify(profileOf(view.need)) : null,
        priority: view?.priority ?? false,
        look_again_at: firstOf([...own.map(({ changesAt }) => changesAt), daily]),
      })
      .where('casus', '=', casus)
      .where('looked', '<=', looked)
      .executeTakeFirst();
    // Another instance asked later and knows better.
    if (numUpdatedRows === 0n) return;
    await trx.deleteFrom('candidates').where('casus', '=', casus).execute();
    if (own.length === 0) return;
    const rows = own.map(({ step, state, waitingSince }) => ({ casus, step, state, waiting_since: waitingSince }));
    await trx.insertInto('candidates').values(rows).execute();
  });
}
