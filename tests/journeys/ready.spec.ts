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

/** The first answer that is not 200. */
async function notReady(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(`${url}/health/ready`);
    if (answer.status !== 200) return answer;
  }
}

describe('a start whose projections met an event that they cannot take', () => {
  it('is no longer ready, and says what is down', async () => {
    const folder = ownFolder();
    const own = await freshDatabase();
    const { url } = own;
    const store = openPostgresStore({ url });
    const running = start('standalone', ['--home', folder.path, '--port', '0'], { DATABASE_URL: url });
    try {
      const api = await serving(running);
      const ready = await fetch(`${api}/health/ready`);
      expect(await ready.json()).toMatchObject({ status: 'up', works: ['log', 'views', 'projections'] });

      await store.append([{ stream: streamName('casus', 'eva'), expected: 'any', events: [STRAY] }]);
      const answer = await notReady(api);
      expect([answer.status, await answer.json()]).toMatchObject([503, { down: ['projections'] }]);
    } finally {
      running.kill('SIGINT');
      await running.ended;
      await store.close();
      await own.drop();
      folder.remove();
    }
  });
});
