import { setImmediate } from 'node:timers/promises';
import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { EventStore } from '#event-sourcing/event-store';
import { instant } from '#event-sourcing/instant';
import { BEGINNING, positionOf, type Position } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import type { Landmark, Landmarks } from '#messaging/transport/landmark';
import { logSource } from '#messaging/transport/log-source';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const at = instant('2026-11-20T11:00:00Z');

/** An event of the log, told as it is. */
function proposed(id: string) {
  const metadata = { actor: { partner: 'p' }, occurredAt: at, recordedAt: at, commandId: id, correlationId: id };
  return { id, type: 'Told', schemaVersion: 1, data: {}, metadata: { ...metadata, causationId: id } };
}

async function append(store: EventStore, ids: readonly string[]): Promise<void> {
  const stream = streamName('casus', 'eva');
  for (const id of ids) await store.append([{ stream, expected: 'any', events: [proposed(id)] }]);
}

/** What a receiver keeps of how far it is. */
function keptPlace() {
  let place: Position = BEGINNING;
  let known: Landmark | undefined;
  const checkpoints: Checkpoints = {
    load: () => Promise.resolve(place),
    advance(_, from, to) {
      if (from !== place) return Promise.resolve(false);
      place = to;
      return Promise.resolve(true);
    },
  };
  const landmarks: Landmarks = {
    load: () => Promise.resolve(known),
    keep(_, landmark) {
      known = landmark;
      return Promise.resolve();
    },
  };
  return { checkpoints, landmarks, at: () => place, putAt: (position: Position) => (place = position) };
}

/** A receiver of a log that runs until it is stopped. */
function receiving(store: EventStore, { checkpoints, landmarks }: ReturnType<typeof keptPlace>) {
  const stop = new AbortController();
  const health: ReceivingHealth[] = [];
  const taken: string[] = [];
  const source = logSource({
    ...{ store, checkpoints, landmarks, name: 'feed corporatie', audience: null },
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
  return {
    taken,
    whys: () => new Set(health.map((one) => ('why' in one ? one.why : one.state))),
    async saidMore(times: number) {
      const before = health.length;
      while (health.length < before + times) await setImmediate();
    },
    async untilAt(place: ReturnType<typeof keptPlace>, position: Position) {
      while (place.at() !== position) await setImmediate();
    },
    async end() {
      stop.abort();
      await running;
    },
  };
}

const BEFORE = ['a', 'b', 'c'];

describe('a receiver over a log that was restored from an older backup', () => {
  it.each([
    ['ends before its place', ['a']],
    ['has grown past its place, while the receiver was away', ['a', 'x', 'y', 'z']],
    ['has the last event that it took at another place', ['a', 'c', 'x', 'z']],
  ])('takes nothing where that %s, until the place is put right', async (_, events) => {
    const place = keptPlace();
    const [old, restored] = [memoryStore(sha256), memoryStore(sha256)];
    await append(old, BEFORE);
    const first = receiving(old, place);
    await first.untilAt(place, positionOf(3));
    await first.end();
    expect(first.taken).toEqual(BEFORE);

    await append(restored, events);
    const second = receiving(restored, place);
    await second.saidMore(3);
    await append(restored, ['later', 'latest']);
    await second.saidMore(3);
    expect(second.whys()).toEqual(new Set(['place-unknown']));
    expect([place.at(), second.taken]).toEqual([positionOf(3), []]);

    place.putAt(BEGINNING);
    const all = [...events, 'later', 'latest'];
    await second.untilAt(place, positionOf(all.length));
    expect(second.taken).toEqual(all);
    await second.end();
  });

  it('goes on where it was, where nothing of what it took is missing', async () => {
    const place = keptPlace();
    const [old, restored] = [memoryStore(sha256), memoryStore(sha256)];
    await append(old, BEFORE);
    const first = receiving(old, place);
    await first.untilAt(place, positionOf(3));
    await first.end();

    await append(restored, [...BEFORE, 'd']);
    const second = receiving(restored, place);
    await second.untilAt(place, positionOf(4));
    await second.end();
    expect(second.taken).toEqual(['d']);
    expect(second.whys()).toEqual(new Set(['receiving']));
  });
});
