import { openInstallation } from '#installation/installation';
import { levelViews } from '#installation/level-views';
import { instant } from '#event-sourcing/instant';
import { nextSteps } from '#read-models/next-steps/query';
import { sql } from 'kysely';
import { playBoth } from '#tests/integration/read-session';
import { freshDatabase } from '#tests/engines/database';
import { ownFolder } from '#tests/journeys/processes';

/** As deploy/runbook.md has it done. */
describe('read models that were thrown away', () => {
  it('are made anew from the log, and show the same', async () => {
    const folder = ownFolder();
    const database = await freshDatabase();
    const open = () => openInstallation({ home: folder.path, database: database.url }, { use: 'command' });
    const board = async (throwAway: boolean) => {
      const installation = await open();
      const { store, db } = installation;
      expect(await levelViews({ store, db })).toBeUndefined();
      const shown = await nextSteps(db, { at: instant('2026-11-20T11:00:00Z'), limit: 100 });
      if (throwAway) await sql`drop schema read cascade`.execute(db);
      await installation.close();
      return shown;
    };

    const first = await open();
    await playBoth(first.store);
    await first.close();
    const before = await board(true);
    expect(before.rows.length).toBeGreaterThan(5);
    expect(await board(false)).toEqual(before);
    await database.drop();
    folder.remove();
  });
});
