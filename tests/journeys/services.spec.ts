import { jest } from '@jest/globals';
import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { instant } from '#event-sourcing/instant';
import type { Position } from '#event-sourcing/position';
import { systemClock } from '#platform/system-clock';
import { checkpoints } from '#read-models/projector/checkpoints';
import { checkpointName } from '#read-models/view-name';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { handClock, silent, thenEachOnce, written } from '#tests/integration/watching';
import { asExpected, expectedSteps } from '#tests/journeys/demo';
import { ask, closed, command, halfSent, served, type Served } from '#tests/journeys/services';
import { opening } from '#tests/journeys/town';

jest.setTimeout(180_000);

const NOON = instant('2026-11-20T11:00:00.000Z');
const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };
const STEPS = 20;

describe('services apart on one PostgreSQL', () => {
  let session: ReadSession;
  const all: Served[] = [];
  let [casus, otherCasus, insight, projector, watch]: Served[] = [];

  beforeAll(async () => {
    session = await readSession();
    const env = { DATABASE_URL: session.url, AANZET_NOW: NOON, AANZET_NOW_SINCE: systemClock.now() };
    const programs = ['casus', 'casus', 'insight', 'projector', 'projector', 'watch', 'watch'] as const;
    all.push(...(await Promise.all(programs.map((program) => served(program, env)))));
    [casus, otherCasus, insight, projector, , watch] = all;
    await playBoth(session.store);
  });
  afterAll(async () => {
    for (const one of all) one.kill('SIGKILL');
    await Promise.all(all.map(({ ended }) => ended));
    await session.close();
  });

  const write = (of: Served | undefined, path: string, body: object) => command(`${of?.url ?? ''}/v1/${path}`, body);

  /** The steps of a casus on the board, once that shows a position of the log. */
  async function board(reference: string, token: string): Promise<readonly Record<string, unknown>[]> {
    const { status, body } = await ask(
      `${insight?.url ?? ''}/v1/next-steps?casus=${reference}&limit=200&atLeast=${token}`,
    );
    expect([status, body]).toMatchObject([200, {}]);
    return body['items'] as readonly Record<string, unknown>[];
  }

  /** Settles once the watch has gone past a position of the log. */
  async function watchedUpTo(position: Position): Promise<void> {
    while ((await checkpoints(session.db).load(checkpointName('watch', 1))) < position);
  }

  it('show on one what was written on another, by one clock', async () => {
    const note = await write(casus, 'casus/eva/notes', { text: 'Gebeld', audience: 'all' });

    expect(note.status).toBe(200);
    expect(asExpected(await board('eva', note.token), 'eva')).toEqual(expectedSteps('eva'));
  });

  it('lose nothing when one projector, one watch and one casus are killed', async () => {
    await write(casus, 'casus', opening('noor'));
    const answers = Array.from({ length: STEPS }, (_, n) =>
      write(n % 2 === 0 ? casus : otherCasus, 'casus/noor/steps', { ...PLAN, step: `N${n}` }).catch(() => undefined),
    );
    await Promise.race(answers);
    for (const one of [casus, projector, watch]) one?.kill('SIGKILL');
    const acknowledged = (await Promise.all(answers)).filter((answer) => answer?.status === 201);
    const last = await write(otherCasus, 'casus/noor/steps', { ...PLAN, step: 'LAST' });
    const shown = (await board('noor', last.token)).map(({ step }) => step);

    expect(shown).toEqual(expect.arrayContaining([...acknowledged.map((answer) => answer?.body['step']), 'LAST']));
    await watchedUpTo(await session.store.head());
    const onRecord = await written(session.store);
    thenEachOnce(onRecord);
    const clock = handClock(NOON);
    const late = watcher(watcherOptions({ ...session, clock, log: silent }));
    await late.wake();
    expect(await written(session.store)).toEqual(onRecord);
  });

  it('tell on the read side how far the views are behind the log', async () => {
    const { token } = await write(otherCasus, 'casus/noor/notes', { text: 'Gebeld', audience: 'all' });
    await board('noor', token);
    const { body } = await ask(`${insight?.url ?? ''}/health/ready`);

    expect(body).toMatchObject({ status: 'up', works: ['views'], views: { behind: expect.any(Number) as number } });
  });

  it('answer what they were asked before they stop, and end feeds', async () => {
    const url = otherCasus?.url ?? '';
    const sending = await halfSent(`${url}/v1/casus/noor/steps`, { ...PLAN, step: 'HALF' });
    otherCasus?.kill('SIGTERM');
    await closed(`${url}/health/live`);
    expect(await sending.finish()).toBe(201);
    expect(await otherCasus?.ended).toMatchObject({ code: 0, err: '' });

    const feed = await fetch(`${insight?.url ?? ''}/v1/changes`);
    insight?.kill('SIGTERM');
    expect(await feed.text()).toContain('retry:');
    expect(await insight?.ended).toMatchObject({ code: 0, err: '' });
  });
});
