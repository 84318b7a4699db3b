import { setImmediate } from 'node:timers/promises';
import type { Checkpoints } from '#event-sourcing/checkpoint';
import { instant } from '#event-sourcing/instant';
import { BEGINNING, positionOf, type Position } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { logSource } from '#messaging/transport/log-source';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const at = instant('2026-11-20T11:00:00Z');

/** An event of the log, told as it is. */
function proposed(n: number) {
  const id = `event-${n}`;
  const metadata = { actor: { partner: 'p' }, occurredAt: at, recordedAt: at, commandId: id, correlationId: id };
  return { id, type: 'Told', schemaVersion: 1, data: {}, metadata: { ...metadata, causationId: id } };
}

describe('a receiver over a log that was restored from an older backup', () => {
  it('takes nothing, though the log grows past its place, until the place is put right', async () => {
    const store = memoryStore(sha256);
    const append = (n: number) =>
      store.append([{ stream: streamName('casus', 'eva'), expected: 'any', events: [proposed(n)] }]);
    let place: Position = positionOf(3);
    const checkpoints: Checkpoints = {
      load: () => Promise.resolve(place),
      advance(_, from, to) {
        if (from !== place) return Promise.resolve(false);
        place = to;
        return Promise.resolve(true);
      },
    };
    await append(1);
    const stop = new AbortController();
    const health: ReceivingHealth[] = [];
    const taken: string[] = [];
    const source = logSource({
      ...{ store, checkpoints, name: 'feed corporatie', audience: null },
      sender: { source: 'urn:nld:oin:00000001234567890000:systeem:aanzet', api: 'https://a.nl' },
      told: {
        categories: ['casus'],
        of: ({ id, position }) => {
          const about = { id, subject: 'eva', time: at, sequence: `${position}-000`, dataref: '/v1/casus/eva' };
          const event = { ...about, name: 'casus.closed', data: { occurredAt: at } } as unknown as PublicEvent;
          return Promise.resolve([{ partner: null, event }]);
        },
      },
      pause: () => setImmediate(),
    });
    const running = source.run(
      ({ content }) => {
        taken.push((JSON.parse(content) as { id: string }).id);
        return Promise.resolve();
      },
      stop.signal,
      (said) => health.push(said),
    );
    const said = async (count: number) => {
      while (health.length < count) await setImmediate();
    };

    await said(1);
    for (const n of [2, 3, 4, 5]) await append(n);
    await said(health.length + 3);
    expect(new Set(health.map((one) => ('why' in one ? one.why : one.state)))).toEqual(new Set(['place-unknown']));
    expect([place, taken]).toEqual([positionOf(3), []]);

    place = BEGINNING;
    while (taken.length < 5) await setImmediate();
    expect(taken).toEqual([1, 2, 3, 4, 5].map((n) => `event-${n}`));
    expect(health.at(-1)).toEqual({ state: 'receiving' });
    stop.abort();
    await running;
  });
});
