import type { EventStore, LogPage } from '#event-sourcing/event-store';
import { BEGINNING, positionOf } from '#event-sourcing/position';
import { readTogether } from '#read-models/projector/read-together';
import { events, request, stream } from '#stores/contract/given';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const CASUS = { categories: ['casus'] };
const BOTH = { categories: ['casus', 'partner'] };

/** A log of five events of a casus with one of a partner amid them, and how often it was read. */
async function given() {
  const store = memoryStore(sha256);
  await store.append([
    request('a', { events: events(3) }),
    request('welzijn', { stream: stream('welzijn', 'partner') }),
    request('a', { events: events(2) }),
  ]);
  const reads: unknown[] = [];
  const counted: EventStore = {
    ...store,
    readAll: (options) => {
      reads.push(options);
      return store.readAll(options);
    },
  };
  return { store, counted, together: readTogether(counted), reads };
}

const streams = ({ events: of }: LogPage) => of.map((event) => event.stream);

describe('views that read together', () => {
  it('read a page once, each what it is about', async () => {
    const { together, reads } = await given();
    const [one, other] = await Promise.all([
      together.readAll({ after: BEGINNING, limit: 4, ...CASUS }),
      together.readAll({ after: BEGINNING, limit: 4, ...BOTH }),
    ]);
    expect(streams(one)).toEqual(['casus-a', 'casus-a', 'casus-a']);
    expect(streams(other)).toEqual(['casus-a', 'casus-a', 'casus-a', 'partner-welzijn']);
    expect([one.position, other.position, one.end]).toEqual([positionOf(4), positionOf(4), false]);
    expect(one.events[0]).toBe(other.events[0]);
    expect(reads).toHaveLength(1);
  });

  it('read the end of the log anew', async () => {
    const { store, together } = await given();
    const all = { after: BEGINNING, limit: 100, ...CASUS };
    expect(streams(await together.readAll(all))).toHaveLength(5);
    await store.append([request('a')]);
    expect(streams(await together.readAll(all))).toHaveLength(6);
  });

  it('read again what could not be read', async () => {
    const { counted } = await given();
    let broken = true;
    const together = readTogether({
      ...counted,
      readAll: (options) => (broken ? Promise.reject(new Error('gone')) : counted.readAll(options)),
    });
    await expect(together.readAll({ after: BEGINNING, limit: 4, ...CASUS })).rejects.toThrow('gone');
    broken = false;
    expect(streams(await together.readAll({ after: BEGINNING, limit: 4, ...CASUS }))).toHaveLength(3);
  });

  it('leave those of few types, or of other streams, to read by themselves', async () => {
    const { together, reads } = await given();
    const options = { after: BEGINNING, limit: 4 };
    const few = { ...options, ...CASUS, types: ['other-thing'] };
    const others = { ...options, categories: ['casus', 'watch'] };
    expect((await together.readAll(few)).events).toEqual([]);
    expect(streams(await together.readAll(others))).toHaveLength(4);
    expect(reads).toEqual([few, others]);
  });

  it('follow the log: what is there, then what comes', async () => {
    const { store, together } = await given();
    const done = new AbortController();
    const seen: string[] = [];
    for await (const page of together.subscribe({ after: BEGINNING, signal: done.signal, limit: 2, ...CASUS })) {
      seen.push(...page.events.map(({ position }) => position));
      if (page.end && seen.length === 5) await store.append([request('a')]);
      if (seen.length === 6) done.abort();
    }
    expect(seen).toEqual([1, 2, 3, 5, 6, 7].map(positionOf));
  });
});
