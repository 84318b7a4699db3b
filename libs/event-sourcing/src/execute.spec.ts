import { accepted, type Decider } from '#event-sourcing/decider';
import type { DomainEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { execute, type FoldedStream, type Order, type Workplace } from '#event-sourcing/execute';
import { instant } from '#event-sourcing/instant';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const stream = streamName('casus', 'eva');
const at = instant('2026-11-20T11:00:00Z');
type Added = DomainEvent<'Added', { readonly of: string | undefined }>;
type Names = readonly (string | undefined)[];

/** Takes three names, none twice. */
const names: Decider<string, Names, string | undefined, Added, 'full' | 'there'> = {
  initialState: [],
  evolve: (state, name) => [...state, name],
  decide(name, state) {
    if (state.includes(name)) return { accepted: false, rejection: 'there' };
    if (state.length === 3) return { accepted: false, rejection: 'full' };
    return accepted({ type: 'Added', schemaVersion: 1, data: { of: name === '' ? undefined : name } });
  },
};

let made = 0;

/** A place of its own on a log, with its own memory of it, that counts how often it looks at the log. */
function place(log: EventStore) {
  const kept = new Map<StreamName, FoldedStream<Names>>();
  let looks = 0;
  const store: EventStore = {
    ...log,
    readStream: (...about) => {
      looks += 1;
      return log.readStream(...about);
    },
  };
  const workplace: Workplace<string, Names, string | undefined, Added> = {
    store,
    cache: kept,
    read: ({ data }) => (data as Added['data']).of,
    propose: (event) => {
      const id = `e${(made += 1)}`;
      const metadata = { actor: { partner: 'a' }, occurredAt: at, recordedAt: at, correlationId: id, causationId: id };
      return { ...event, id, metadata: { commandId: id, ...metadata } };
    },
  };
  const add = (name: string, more: Partial<Order<string, Names>> = {}) =>
    execute(names, workplace, { stream, command: () => name, ...more });
  return { add, looks: () => looks, kept: () => kept.get(stream) };
}

describe('a stream whose state was kept', () => {
  it('is not looked at again for a command that is taken, and stands as the log gives it back', async () => {
    const { add, looks, kept } = place(memoryStore(sha256));
    for (const name of ['a', '', 'b']) expect(await add(name)).toMatchObject({ result: 'accepted' });

    expect(looks()).toBe(1);
    expect(kept()).toEqual({ revision: 2, state: ['a', undefined, 'b'] });
  });

  it('is looked at before anything is refused', async () => {
    const log = memoryStore(sha256);
    const [here, there] = [place(log), place(log)];
    await here.add('a');
    await there.add('b');

    expect(await here.add('b')).toEqual({ result: 'rejected', rejection: 'there' });
    expect(await here.add('c', { ifRevision: 0 })).toEqual({ result: 'stale', current: 1 });
    expect(await there.add('c', { ifRevision: 1 })).toMatchObject({ result: 'accepted', revision: 2 });
    expect(await here.add('d')).toEqual({ result: 'rejected', rejection: 'full' });
  });

  it('is decided on anew where others wrote meanwhile, and never moves on by what was not taken', async () => {
    const log = memoryStore(sha256);
    const [here, there] = [place(log), place(log)];
    await here.add('a');
    await there.add('b');

    expect(await here.add('c')).toMatchObject({ result: 'accepted', revision: 2 });
    expect(here.kept()).toEqual({ revision: 2, state: ['a', 'b', 'c'] });
    expect(await there.add('c', { ifRevision: 1 })).toEqual({ result: 'stale', current: 2 });
  });
});
