import { ProjectorService } from '#apps/projector/src/projector.service';
import { DatabaseNotNamed, runProjector } from '#apps/projector/src/run';
import { watchLevels } from '#read-models/projector/levels';
import { VIEW_NAMES } from '#read-models/view-name';
import { playBoth, readSession } from '#tests/integration/read-session';

const NEVER = new AbortController().signal;

describe('the projector as a service', () => {
  it('projects from its start to its close, and is well meanwhile', async () => {
    const session = await readSession();
    const levels = watchLevels(session);
    const service = await runProjector({ DATABASE_URL: session.url, AANZET_LOG_LEVEL: 'silent' });
    await playBoth(session.store);
    expect(await levels.waitUntil(VIEW_NAMES, await session.store.head(), NEVER)).toBe(true);
    const projector = service.context.get(ProjectorService);
    await projector.probe();
    expect(projector.health()).toHaveLength(VIEW_NAMES.length);
    await service.close();
    await levels.close();
    await session.close();
  });

  it('says what is missing when it has no database', async () => {
    await expect(runProjector({})).rejects.toThrow(DatabaseNotNamed);
  });
});
