import { jest } from '@jest/globals';
import { projectorService } from '#apps/projector/src/service';
import { startService } from '#installation/start-service';
import { undoing } from '#platform/undoing';
import { watchLevels } from '#read-models/projector/levels';
import { VIEW_NAMES } from '#read-models/view-name';
import { playBoth, readSession } from '#tests/integration/read-session';

jest.setTimeout(60_000);

const NEVER = new AbortController().signal;

describe('the projector as a service', () => {
  it('projects from its start to its stop, and is well meanwhile', async () => {
    const session = await readSession();
    const levels = watchLevels(session);
    const started = undoing();
    const environment = { DATABASE_URL: session.url, AANZET_PORT: '0', AANZET_LOG_LEVEL: 'silent' };
    const url = await startService(projectorService, environment, started);
    await playBoth(session.store);
    expect(await levels.waitUntil(VIEW_NAMES, await session.store.head(), NEVER)).toBe(true);
    expect(await (await fetch(`${url}/health/ready`)).json()).toEqual({ status: 'up', works: ['projections'] });
    expect((await fetch(`${url}/health/live`)).status).toBe(200);
    expect((await fetch(`${url}/v1/openapi.json`)).status).toBe(404);
    await started.all();
    await levels.close();
    await session.close();
  });
});
