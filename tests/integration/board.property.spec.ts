import { plusMs } from '#event-sourcing/instant';
import { casusSummaryView } from '#read-models/casus-summary/projection';
import { nextStepsView } from '#read-models/next-steps/projection';
import { catchUp } from '#read-models/projector/catch-up';
import { instantsOf, readBoard, toldBoard } from '#tests/integration/board';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { histories, readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';
import { sql } from 'kysely';

const DAY = 86_400_000;
const seed = Number(process.env['SEED'] ?? 31);

describe(`the board of random casus, seed ${seed}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await appendRandomCasus(session.store, seed, { casus: 8, commands: 150 });
    await catchUp({ ...session, batch: 13 });
  }, 60_000);
  afterAll(() => session.close());

  it('is what the domain says, at any moment and as known at any other', async () => {
    const chance = chanceOf(seed, 99);
    const told = [...(await histories(session.store)).values()];
    const instants = await instantsOf(session.store);
    for (let n = 0; n < 120; n++) {
      const at = plusMs(chance.pick(instants), chance.pick([-1, 0, 1, DAY, 20 * DAY]));
      const knownAt = chance.perhaps(0.6, () => chance.pick(instants));
      const board = await readBoard(session.db, at, knownAt);
      expect({ at, knownAt, board }).toEqual({ at, knownAt, board: toldBoard(told, at, knownAt) });
    }
  }, 120_000);

  it('had late facts among them, and keeps what was believed before', async () => {
    const late = await session.db
      .selectFrom('read.timeline_v1')
      .select(({ fn }) => fn.countAll<string>().as('count'))
      .whereRef('recorded_at', '>', 'occurred_at')
      .executeTakeFirstOrThrow();
    expect(Number(late.count)).toBeGreaterThan(20);
    const { rows } = await sql<{ past: number; overlaps: number }>`
      select (select count(*)::int from read.next_steps_v1 where known_until < 'infinity') as past,
        (select count(*)::int from read.next_steps_v1 a join read.next_steps_v1 b
          on a.casus = b.casus and a.step = b.step and a.ctid < b.ctid
          and tstzrange(a.valid_from, a.valid_until) && tstzrange(b.valid_from, b.valid_until)
          and tstzrange(a.known_from, a.known_until) && tstzrange(b.known_from, b.known_until)) as overlaps
      `.execute(session.db);
    expect(rows[0]?.past).toBeGreaterThan(100);
    expect(rows[0]?.overlaps).toBe(0);
  });

  it('comes out the same from batches of any size', async () => {
    const rows = async () =>
      (
        await sql<object>`select * from read.next_steps_v1 order by casus, step, valid_from, known_from`.execute(
          session.db,
        )
      ).rows;
    const summaries = async () =>
      (
        await sql<object>`select * from read.casus_summary_v1 order by casus, valid_from, known_from`.execute(
          session.db,
        )
      ).rows;
    const before = [await rows(), await summaries()];
    await sql`truncate read.next_steps_v1, read.casus_summary_v1, read.checkpoints`.execute(session.db);
    await catchUp({ ...session, views: [nextStepsView, casusSummaryView], batch: 1000 });
    // A row that came and went at one instant is kept when its end came with a later batch; nobody can see it.
    const seen = (all: object[]) =>
      all.filter((row) => 'known_from' in row && 'known_until' in row && row.known_from !== row.known_until);
    expect([await rows(), await summaries()].map(seen)).toEqual(before.map(seen));
  }, 60_000);
});
