import { verifyLog } from '#event-sourcing/verify-log';
import { sha256 } from '#stores/sha256';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { sql } from 'kysely';

describe('the history of a log', () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
  });
  afterAll(() => session.close());

  it('holds as it was written', async () => {
    const { events, streams, broken } = await verifyLog(session.store, sha256);
    expect(events).toBeGreaterThan(100);
    expect(streams).toBeGreaterThan(2);
    expect(broken).toEqual([]);
  });

  it('does not hold once somebody changed, behind our back, what an event says', async () => {
    const { rows } = await sql<{ stream: string; revision: number }>`
      update log.events set content = replace(content, 'TE_DRUK', 'ONBEKEND')
      where position = (select min(position) from log.events where content like '%TE_DRUK%')
      returning stream, revision`.execute(session.db);
    const { broken } = await verifyLog(session.store, sha256);
    expect(broken).toEqual([expect.objectContaining(rows[0])]);
  });
});
