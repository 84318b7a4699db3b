import { registered } from '#homes/home-specification';
import { instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { START } from '#messaging/log-feed/cursor';
import { logFeed, type LogFeed } from '#messaging/log-feed/log-feed';
import { homesTold } from '#messaging/told/homes-told';
import { remembered, Untellable } from '#messaging/told/remembered';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const AT = instant('2026-11-20T09:00Z');
/** As many as are read at a time. */
const PAGE = 200;

describe('the feed over a log with an event that cannot be told', () => {
  /** A feed over a log of that many homes, then what cannot be told, then one more home. */
  async function feedOf(before: number): Promise<LogFeed> {
    const store = memoryStore(sha256);
    const metadata = {
      ...{ commandId: 'c', correlationId: 'c', causationId: 'c', actor: { partner: 'corporatie' } },
      ...{ occurredAt: AT, recordedAt: AT },
    };
    for (let index = 0; index < before + 2; index += 1) {
      const readable = index === before ? { ...registered, type: 'HomePainted' } : registered;
      const events = [{ id: `event-${index}`, ...readable, metadata }];
      await store.append([{ stream: streamName('home', `linde-${index}`), expected: 'any', events }]);
    }
    return logFeed(store, remembered(homesTold(store)));
  }
  const query = { partner: 'corporatie', after: START, limit: 500 };

  it.each([1, PAGE - 1, PAGE, PAGE + 1, 2 * PAGE])(
    'gives the %i before it, and refuses what follows',
    async (before) => {
      const feed = await feedOf(before);
      const { events, next, end } = await feed.read(query);
      expect([events.length, end]).toEqual([before, false]);
      await expect(feed.read({ ...query, after: next })).rejects.toThrow(Untellable);
    },
  );

  it('refuses when nothing before it is for the partner', async () => {
    const feed = await feedOf(PAGE);
    await expect(feed.read({ ...query, partner: 'welzijn' })).rejects.toThrow(Untellable);
  });
});
