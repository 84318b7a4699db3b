import { once } from 'node:events';
import { jest } from '@jest/globals';
import { allOf, involveCorporation, openFeed, type FeedOptions, type OpenFeed } from '#tests/journeys/feed-town';
import { journeyClock, openCasus, openTown, settle, type Town } from '#tests/journeys/town';
import { openReceiver, type WebhookReceiver } from '#tests/journeys/webhook-receiver';

jest.setTimeout(60_000);

type Leadership = NonNullable<FeedOptions['leadership']>;

/** Longer than any spec lasts. */
const ENDLESS_MS = 600_000;
const never: Leadership = { tryLead: () => Promise.resolve(false) };

async function until(signal: AbortSignal): Promise<void> {
  if (!signal.aborted) await once(signal, 'abort');
}

describe('many webhooks', () => {
  let town: Town;
  let receiver: WebhookReceiver;
  let opened: OpenFeed[];
  beforeEach(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    await involveCorporation(town);
    receiver = await openReceiver();
    opened = [];
  });
  afterEach(async () => {
    await receiver.close();
    for (const feed of opened) await feed.close();
    await town.close();
  });

  async function open(more: Partial<FeedOptions> = {}): Promise<OpenFeed> {
    const options = { clock: journeyClock(), key: Buffer.alloc(32, 7), patienceMs: ENDLESS_MS, ...more };
    const feed = await openFeed(town.url, options);
    opened.push(feed);
    return feed;
  }
  async function add(feed: OpenFeed, by: string, path: string, count: number): Promise<void> {
    for (let index = 0; index < count; index += 1) {
      const url = `http://127.0.0.1:${receiver.port}${path}`;
      expect(await feed.post('/v1/webhooks', by, { url })).toMatchObject({ status: 201 });
    }
  }
  const at = (path: string) => receiver.came.filter((one) => one.path === path);

  it('of one partner hold up nobody else, however slow they are', async () => {
    receiver.answer = (response, { path }) => {
      if (path !== '/slow') response.writeHead(204).end();
    };
    const feed = await open();
    await add(feed, 'welzijn', '/slow', 20);
    await add(feed, 'corporatie', '/quick', 1);
    const whole = await allOf(feed, 'corporatie');
    await receiver.until(() => at('/quick').length === whole.length);
    await receiver.until(() => at('/slow').length === 4);
  });

  it('take turns, one after the other without a pause', async () => {
    const adding = await open({ leadership: never });
    await add(adding, 'sociaal-team', '/', 9);
    const whole = await allOf(adding, 'sociaal-team');
    await open({ pause: until });
    await receiver.until(({ length }) => length === 9 * whole.length);
  });

  it('are served on when the turn to deliver was lost and came again, and not in between', async () => {
    const turns: AbortController[] = [];
    const gate = Promise.withResolvers<undefined>();
    const leadership: Leadership = {
      async tryLead(signal, work) {
        if (turns.length === 1) await gate.promise;
        const lost = new AbortController();
        turns.push(lost);
        await work(AbortSignal.any([signal, lost.signal]));
        return true;
      },
    };
    const feed = await open({ leadership });
    await add(feed, 'corporatie', '/', 1);
    const before = await allOf(feed, 'corporatie');
    await receiver.until(({ length }) => length === before.length);
    turns[0]?.abort();
    expect((await town.post('/v1/casus/eva/steps/E1/complete', {}, { by: 'corporatie' })).status).toBe(200);
    const after = await allOf(feed, 'corporatie');
    expect(after.length).toBeGreaterThan(before.length);
    expect(receiver.came).toHaveLength(before.length);
    gate.resolve(undefined);
    await receiver.until(({ length }) => length === after.length);
    expect(receiver.came.map(({ id }) => id)).toEqual(after.map(({ id }) => id));
  });
});
