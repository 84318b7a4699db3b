import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { freshDatabase } from '#tests/engines/database';
import { ownFolder, serving, start } from '#tests/journeys/processes';

jest.setTimeout(120_000);

const NOW = instant('2026-11-20T12:00:00Z');
const STRAY = {
  id: '00000000-0000-4000-8000-000000000001',
  type: 'StepCompleted',
  schemaVersion: 1,
  data: { step: 'nowhere' },
  metadata: {
    commandId: 'stray',
    actor: { partner: 'sociaal-team' },
    occurredAt: NOW,
    recordedAt: NOW,
    correlationId: 'stray',
    causationId: 'stray',
  },
};

/** What is told of the event, and no more. */
const AT = { type: STRAY.type, position: expect.stringMatching(/^\d{20}$/) as string };

/** The first answer that is not 200. */
async function notReady(url: string): Promise<{ status: number; body: unknown }> {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`);
    const body: unknown = await answer.json();
    if (answer.status !== 200) return { status: answer.status, body };
  }
}

describe('a start whose projections met an event that they cannot take', () => {
  const folder = ownFolder();
  let own: Awaited<ReturnType<typeof freshDatabase>>;
  const begin = () => start('standalone', ['--home', folder.path, '--port', '0'], { DATABASE_URL: own.url });

  beforeAll(async () => {
    own = await freshDatabase();
  });
  afterAll(async () => {
    await own.drop();
    folder.remove();
  });

  it('is no longer ready, and says which stopped at what, and nothing of what that holds', async () => {
    const store = openPostgresStore({ url: own.url });
    const running = begin();
    try {
      const api = await serving(running);
      const ready = await fetch(`${api}/health/ready`);
      expect(await ready.json()).toMatchObject({
        status: 'up',
        works: expect.arrayContaining(['projections', 'watch', 'views', 'log']) as string[],
      });

      await store.append([{ stream: streamName('casus', 'eva'), expected: 'any', events: [STRAY] }]);
      const { status, body } = await notReady(api);
      expect(status).toBe(503);
      const stopped = expect.objectContaining({ state: 'stopped', ...AT }) as object;
      expect(body).toMatchObject({ reasons: { projections: expect.arrayContaining([stopped]) as object[] } });
      expect(JSON.stringify(body)).not.toContain('nowhere');
    } finally {
      running.kill('SIGINT');
      await running.ended;
      await store.close();
    }
  });

  it('starts all the same: says which view stopped, serves what can be served, and is not ready', async () => {
    const running = begin();
    try {
      const api = await serving(running);
      const [line] = await running.untilSaid(/^The view .*$/m);
      expect(line).toMatch(/^The view [a-z-]+ has stopped before an event that it cannot take \(StepCompleted, /);
      const board = await fetch(`${api}/v1/next-steps?casus=eva`);
      expect(((await board.json()) as { items: unknown[] }).items).toHaveLength(7);
      const { status, body } = await notReady(api);
      expect([status, body]).toMatchObject([503, { down: expect.arrayContaining(['projections']) as string[] }]);
    } finally {
      running.kill('SIGINT');
      expect(await running.ended).toMatchObject({ code: 0 });
    }
  });
});
