import { setImmediate } from 'node:timers/promises';
import type { EventStore } from '#event-sourcing/event-store';
import { instant } from '#event-sourcing/instant';
import { BEGINNING, positionOf, type Position } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { logSource } from '#messaging/transport/log-source';
import type { Place, Places } from '#messaging/transport/place';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const at = instant('2026-11-20T11:00:00Z');

/** An event of the log, told as it is. */
function proposed(id: string) {
  const metadata = { actor: { partner: 'p' }, occurredAt: at, recordedAt: at, commandId: id, correlationId: id };
  return { id, type: 'Told', schemaVersion: 1, data: {}, metadata: { ...metadata, causationId: id } };
}

/** Appends events of a casus; one whose name begins with a dash is no part of the feed. */
async function append(store: EventStore, ids: readonly string[]): Promise<void> {
  for (const id of ids) {
    const stream = streamName(id.startsWith('-') ? 'inbox' : 'casus', 'eva');
    await store.append([{ stream, expected: 'any', events: [proposed(id)] }]);
  }
}

/** What a receiver keeps of how far it is. */
function keptPlace() {
  let place: Place = { position: BEGINNING, landmark: undefined };
  const places: Places = {
    load: () => Promise.resolve(place),
    advance(_, from, to) {
      if (from !== place.position) return Promise.resolve(false);
      place = to;
      return Promise.resolve(true);
    },
  };
  const putAt = (position: Position) => (place = { position, landmark: undefined });
  return { places, putAt, at: () => place.position };
}

let over = new AbortController();
beforeEach(() => {
  over = new AbortController();
});
// What a failed specification still waits for comes to nothing, and its receivers stop.
afterEach(() => {
  over.abort();
});

async function until(holds: () => boolean): Promise<void> {
  const { signal } = over;
  while (!holds() && !signal.aborted) await setImmediate();
}

/** A receiver of a log that runs until it is stopped. */
function receiving(
  store: EventStore,
  { places }: ReturnType<typeof keptPlace>,
  untellable?: string,
  categories = ['casus'],
) {
  const stop = new AbortController();
  const health: ReceivingHealth[] = [];
  const taken: string[] = [];
  const source = logSource({
    ...{ store, places, name: 'feed corporatie', audience: null },
    sender: { source: 'urn:nld:oin:00000001234567890000:systeem:aanzet', api: 'https://a.nl' },
    told: {
      categories,
      of: ({ id, position }) => {
        if (id === untellable) return Promise.reject(new Error('cannot be told'));
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
    AbortSignal.any([stop.signal, over.signal]),
    (said) => health.push(said),
  );
  return {
    taken,
    whys: () => new Set(health.map((one) => ('why' in one ? one.why : one.state))),
    async saidMore(times: number) {
      const before = health.length;
      await until(() => health.length >= before + times);
    },
    async untilAt(place: ReturnType<typeof keptPlace>, position: Position) {
      await until(() => place.at() === position);
    },
    async end() {
      stop.abort();
      await running;
    },
  };
}

/** A receiver that took a log whole, its first two events before the others, and was stopped. */
async function tookAll(events: readonly string[]) {
  const place = keptPlace();
  const log = memoryStore(sha256);
  const receiver = receiving(log, place);
  for (const part of [events.slice(0, 2), events.slice(2)]) {
    await append(log, part);
    const head = await log.head();
    await receiver.untilAt(place, head);
  }
  await receiver.end();
  return place;
}

describe('a receiver over a log that was restored from an older backup', () => {
  it.each([
    ['ends before its place', ['a', 'b', 'c'], ['a']],
    ['has grown past its place, while the receiver was away', ['a', 'b', 'c'], ['a', 'x', 'y', 'z']],
    ['holds something else where its last event was', ['a', 'b', 'c'], ['a', 'b', 'x', 'y']],
    [
      'holds an event between its last event and its place',
      ['a', 'b', '-', '--', '---'],
      ['a', 'b', 'x', 'y', 'z', 'zz'],
    ],
    ['ends before a place that has an event before it', ['a', 'b', '-', '--', '---'], ['a', 'b']],
  ])('takes nothing where that %s, until the place is put right', async (_, before, events) => {
    const place = await tookAll(before);
    const taken = place.at();
    const restored = memoryStore(sha256);
    await append(restored, events);
    const receiver = receiving(restored, place);
    await receiver.saidMore(3);
    await append(restored, ['later', 'latest', 'last']);
    await receiver.saidMore(3);
    expect(receiver.whys()).toEqual(new Set(['place-unknown']));
    expect([place.at(), receiver.taken]).toEqual([taken, []]);

    place.putAt(BEGINNING);
    const all = [...events, 'later', 'latest', 'last'];
    await receiver.untilAt(place, positionOf(all.length));
    expect(receiver.taken).toEqual(all);
    await receiver.end();
  });

  it.each([
    ['nothing of what it took is missing', ['a', 'b', 'c'], ['a', 'b', 'c', 'd']],
    ['what it took was followed by what is not told', ['a', '-', '--'], ['a', '-', '--', 'd']],
    ['nothing that is told was lost', ['a', '-', '--'], ['a', '-', '---', 'd']],
    ['nothing was told yet', ['-', '--'], ['-', '--', 'd']],
  ])('goes on where it was, where %s', async (_, before, events) => {
    const place = await tookAll(before);
    const restored = memoryStore(sha256);
    await append(restored, events);
    const receiver = receiving(restored, place);
    await receiver.untilAt(place, positionOf(events.length));
    await receiver.end();
    expect(receiver.taken).toEqual(['d']);
    expect(receiver.whys()).toEqual(new Set(['receiving']));
  });

  it('stays where it was without a landmark, while it runs, though the log grows past its place', async () => {
    const place = keptPlace();
    place.putAt(positionOf(3));
    const restored = memoryStore(sha256);
    await append(restored, ['a']);
    const receiver = receiving(restored, place);
    await receiver.saidMore(3);
    await append(restored, ['x', 'y', 'z']);
    await receiver.saidMore(3);
    expect([receiver.whys(), receiver.taken]).toEqual([new Set(['place-unknown']), []]);
    await receiver.end();
  });

  it('knows the log by what it took before an event that cannot be told', async () => {
    const place = keptPlace();
    const [old, restored] = [memoryStore(sha256), memoryStore(sha256)];
    await append(old, ['a', 'b', 'untold']);
    const first = receiving(old, place, 'untold');
    await first.untilAt(place, positionOf(2));
    await first.saidMore(3);
    await first.end();
    await append(restored, ['a', 'b', 'x']);
    const second = receiving(restored, place);
    await second.untilAt(place, positionOf(3));
    await second.end();
    expect([first.whys(), second.whys()]).toEqual([new Set(['receiving', 'source']), new Set(['receiving'])]);
    expect([first.taken, second.taken]).toEqual([['a', 'b'], ['x']]);
  });

  it('goes on where a newer program tells of more of the log than was read before', async () => {
    const place = await tookAll(['a', '-']);
    const log = memoryStore(sha256);
    await append(log, ['a', '-', 'd']);
    const newer = receiving(log, place, undefined, ['casus', 'inbox']);
    await newer.untilAt(place, positionOf(3));
    await newer.end();
    expect([newer.whys(), newer.taken]).toEqual([new Set(['receiving']), ['d']]);
  });
});
