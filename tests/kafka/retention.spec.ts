import { jest } from '@jest/globals';
import type { FeedMessage } from '#messaging/feed/feed';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { readFeedOverHttp } from '#messaging/transport/read-feed-over-http';
import { systemClock } from '#platform/system-clock';
import { HOST, ownPort } from '#tests/engines/kafka/ports';
import { openFeed } from '#tests/journeys/feed-town';
import { brokersOfRun } from '#tests/kafka/receiving';
import { PARTNER, townInParts, type TownInParts } from '#tests/kafka/town-in-parts';

// A group of receivers that forms anew takes a while.
jest.setTimeout(60_000);

const isMissing = (health: ReceivingHealth) => health.state === 'troubled' && health.why === 'offset-gone';
const isFaulty = (health: ReceivingHealth) => isMissing(health) && 'fault' in health;
const isWell = ({ state }: ReceivingHealth) => state === 'receiving';

/** The ids per casus, in their order. */
function byCasus(all: readonly { readonly subject: string; readonly event: string }[]) {
  const grouped = Map.groupBy(all, ({ subject }) => subject);
  return new Map([...grouped].map(([subject, own]) => [subject, own.map(({ event }) => event)]));
}

const told = (messages: readonly FeedMessage[]) =>
  byCasus(messages.map(({ key, value }) => ({ subject: key, event: (JSON.parse(value) as { id: string }).id })));

describe('a receiver of which Kafka no longer keeps what it has not taken', () => {
  let town: TownInParts;
  let cleanup: (() => Promise<unknown>)[];
  beforeEach(async () => {
    town = await townInParts(brokersOfRun());
    cleanup = [];
  });
  afterEach(async () => {
    await town.stop();
    for (const undo of cleanup) await undo();
    await town.close();
  });

  async function serveFeed(port = 0): Promise<string> {
    const feed = await openFeed(town.url, { clock: systemClock, port });
    cleanup.push(() => feed.close());
    return feed.url;
  }
  const pastAt = (url: string) => readFeedOverHttp(Promise.resolve(url), PARTNER);

  /** A group that took a part of the demo and was away while the next part was removed; a third part is kept. */
  async function awayTooLong(): Promise<number> {
    const taken = await town.send(40);
    const first = town.receive();
    await town.effects(taken);
    await first.close();
    expect(first.said.filter(isMissing)).toEqual([]);
    expect(await town.send(40)).toBeGreaterThan(5);
    await town.forget();
    expect(await town.send(40)).toBeGreaterThan(5);
    return taken;
  }

  /** Settles when everything that is told had its effect; expects that of each once and in order. */
  async function allThrough(): Promise<void> {
    const expected = await town.expected();
    const effects = await town.effects(expected.length);
    expect(byCasus(effects)).toEqual(told(expected));
    expect(effects).toHaveLength(expected.length);
    expect(await town.parked()).toBe(0);
  }

  it('says so, has it from the feed over HTTP before anything else, and goes on with Kafka', async () => {
    await awayTooLong();
    const receiver = town.receive({ past: pastAt(await serveFeed()) });
    await receiver.untilSaid(isMissing);
    await receiver.untilSaid(isWell);
    await allThrough();
    await town.send(40);
    await allThrough();
    expect(receiver.health()).toEqual({ state: 'receiving' });
    expect(receiver.said.filter(isMissing)).toHaveLength(1);
    await receiver.close();
    const next = town.receive();
    await town.send(town.left());
    await allThrough();
    expect(next.said.filter(isMissing)).toEqual([]);
  });

  it('takes nothing while that cannot be reached, and tries again', async () => {
    const taken = await awayTooLong();
    const port = await ownPort();
    const receiver = town.receive({ past: pastAt(`http://${HOST}:${port}`) });
    for (let tries = 0; tries < 3; tries++) await receiver.untilSaid(isFaulty);
    expect(receiver.health()).toMatchObject({ state: 'troubled', why: 'offset-gone' });
    expect(await town.effects(0)).toHaveLength(taken);
    await serveFeed(port);
    await receiver.untilSaid(isWell);
    await allThrough();
  });

  it('takes nothing more without such a feed, and whoever comes after it still knows what is missing', async () => {
    const taken = await awayTooLong();
    const one = town.receive();
    await one.untilSaid(isMissing);
    await one.close();
    expect(one.health()).toMatchObject({ state: 'troubled', why: 'offset-gone' });
    expect(await town.effects(0)).toHaveLength(taken);
    town.receive({ past: pastAt(await serveFeed()) });
    await allThrough();
  });

  it('of two side by side has each event once, where one partition lost some and the others go on', async () => {
    const taken = await town.send(40);
    const first = town.receive();
    await town.effects(taken);
    await first.close();
    await town.send(40);
    for (const partition of [0, 1]) await town.forget(partition);
    await town.send(40);
    const past = pastAt(await serveFeed());
    town.receive({ past });
    town.receive({ past });
    await allThrough();
    await town.send(town.left());
    await allThrough();
  });

  it('begins with the feed over HTTP when its group is new and the oldest messages are gone', async () => {
    await town.send(60);
    await town.forget();
    town.receive({ past: pastAt(await serveFeed()) });
    await allThrough();
    await town.send(town.left());
    await allThrough();
  });

  it('notices it while it runs, when its handler was held up for longer than messages are kept', async () => {
    const past = pastAt(await serveFeed());
    await town.send(40);
    const [begun, free] = [Promise.withResolvers<undefined>(), Promise.withResolvers<undefined>()];
    const receiver = town.receive({
      past,
      before() {
        begun.resolve(undefined);
        return free.promise.then(() => undefined);
      },
    });
    await begun.promise;
    await town.send(town.left());
    await town.forget();
    free.resolve(undefined);
    await receiver.untilSaid(isMissing);
    await receiver.untilSaid(isWell);
    await allThrough();
  });
});
