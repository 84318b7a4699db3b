import { openInstallation } from '#installation/installation';
import { BEGINNING, positionOf } from '#event-sourcing/position';
import { openReadDatabase } from '#read-models/read-database';
import { freePort } from '#home/free-port';
import { freshDatabase } from '#tests/engines/database';
import { ownFolder } from '#tests/journeys/processes';

/** A KurrentDB cannot be had here: what is seen is that it is asked, and what a mixture of two logs leads to. */
describe('where the log is', () => {
  const folder = ownFolder();
  afterAll(() => {
    folder.remove();
  });

  async function opening(kurrentdb: string | undefined, position?: string) {
    const database = await freshDatabase();
    const where = { home: folder.path, database: database.url };
    await (await openInstallation(where, { use: 'command' })).close();
    if (position !== undefined) {
      const db = openReadDatabase({ url: database.url });
      await db
        .insertInto('read.checkpoints')
        .values({ name: 'a.v1', position: position as typeof BEGINNING })
        .execute();
      await db.destroy();
    }
    try {
      const opened = await openInstallation({ ...where, kurrentdb }, { use: 'command' });
      const head = await opened.store.head();
      await opened.close();
      return head;
    } finally {
      await database.drop();
    }
  }

  const nobody = async () => `kurrentdb://admin:geheim@127.0.0.1:${await freePort()}?tls=false`;

  it('is the database as long as no KurrentDB is named', async () => {
    expect(await opening(undefined)).toBe(BEGINNING);
  });

  it('is the KurrentDB that is named; one that does not answer is named without its account', async () => {
    const refused = opening(await nobody());
    await expect(refused).rejects.toThrow(/^the KurrentDB 127\.0\.0\.1:\d+ does not answer/);
    await expect(opening(await nobody())).rejects.not.toThrow('geheim');
  });

  it('cannot change under views that were made from the other one', async () => {
    const counted = positionOf(7);
    expect(await opening(undefined, counted)).toBe(BEGINNING);
    await expect(opening(await nobody(), counted)).rejects.toThrow('made from a log in PostgreSQL');
    await expect(opening(undefined, `${counted}${counted}`)).rejects.toThrow('made from a log in KurrentDB');
  });
});
