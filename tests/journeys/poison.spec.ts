import { fileURLToPath } from 'node:url';
import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { openPostgresStore } from '#stores/postgres/postgres-store';
import { freshDatabase } from '#tests/engines/database';
import { aanzet, ownFolder, serving, start } from '#tests/journeys/processes';

jest.setTimeout(120_000);

const EVA = fileURLToPath(new URL('../../demo/eva.yaml', import.meta.url));
const OTHER = '00000000-0000-4000-8000-000000000009';
const AT = instant('2026-11-19T12:00Z');

const folder = ownFolder();
afterAll(() => {
  folder.remove();
});

describe('a log that holds an event which nobody here can read', () => {
  it('is served all the same, the watch goes on, and what has stopped is said', async () => {
    const own = await freshDatabase();
    const home = ['--home', folder.path];
    const env = { DATABASE_URL: own.url, AANZET_NOW: '2026-11-20T12:00:00+01:00' };
    await aanzet(['play', EVA, ...home], env);
    const store = openPostgresStore({ url: own.url });
    const metadata = { actor: { partner: 'welzijn' }, occurredAt: AT, recordedAt: AT };
    const ids = { commandId: OTHER, correlationId: OTHER, causationId: OTHER };
    const event = { id: OTHER, type: 'CasusDreamed', schemaVersion: 1, data: {}, metadata: { ...metadata, ...ids } };
    await store.append([{ stream: streamName('casus', OTHER), expected: 'no-stream', events: [event] }]);

    const running = start('standalone', [...home, '--port', '0'], env);
    try {
      const url = await serving(running);
      expect(await running.untilSaid(/has stopped before an event that it cannot take \(CasusDreamed/)).toBeDefined();
      const board = await (await fetch(`${url}/v1/next-steps?casus=eva`)).json();
      expect(JSON.stringify(board)).toContain('E15');
      const headers = { 'content-type': 'application/json', 'aanzet-partner': 'sociaal-team' };
      const body = JSON.stringify({ text: 'Gebeld' });
      const noted = await fetch(`${url}/v1/casus/eva/steps/E15/progress`, { method: 'POST', headers, body });
      expect(noted.status).toBe(200);

      const stopping = new AbortController();
      const log = store.subscribe({ after: BEGINNING, signal: stopping.signal, categories: ['watch'] });
      for await (const { events } of log) if (events.some(({ type }) => type === 'Escalated')) stopping.abort();
      const ready = await fetch(`${url}/health/ready`);
      expect(ready.status).toBe(503);
      const told = JSON.stringify(await ready.json());
      expect(told).toContain(`the watch cannot read CasusDreamed at revision 0 of casus-${OTHER}`);
      expect(told).toContain('projections');
    } finally {
      running.kill('SIGINT');
      await running.ended;
      await store.close();
      await own.drop();
    }
  });
});
