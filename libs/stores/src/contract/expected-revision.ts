import type { ExpectedRevision } from '#event-sourcing/expected-revision';
import { appended, appendOne, events, happened, request, stream, upTo, wholeLog } from '#stores/contract/given';
import type { EventStore } from '#event-sourcing/event-store';

const EXPECTATIONS: ExpectedRevision[] = ['any', 'no-stream', 'stream-exists', 0, 1, 2, 3, -1, 1.5, 2 ** 40, NaN];

/** Which expectations a stream of so many events meets. */
const MET: Record<number, ExpectedRevision[]> = {
  0: ['any', 'no-stream'],
  1: ['any', 'stream-exists', 0],
  3: ['any', 'stream-exists', 2],
};

const matrix = Object.entries(MET).flatMap(([length, met]) =>
  EXPECTATIONS.map((expected) => ({ length: Number(length), expected, taken: met.includes(expected) })),
);

/** Expected revision × state of the stream × alone, in one batch, or at the same time. */
export function expectedRevisionContract(store: () => EventStore): void {
  describe('expected revision', () => {
    const grown = async (id: string, length: number) => {
      if (length > 0) await appended(store(), id, { events: events(length) });
      return length === 0 ? ('no-stream' as const) : length - 1;
    };

    it.each(matrix)('$expected on a stream of $length events: taken $taken', async ({ length, expected, taken }) => {
      const current = await grown('a', length);
      const outcome = await appendOne(store(), 'a', { expected, events: events(2) });
      expect(outcome).toEqual(
        taken
          ? {
              outcome: 'appended',
              stream: stream('a'),
              firstRevision: length,
              revision: length + 1,
              position: await store().head(),
            }
          : { outcome: 'wrong-revision', current },
      );
      expect(await store().readStream(stream('a'))).toHaveLength(taken ? length + 2 : length);
    });

    const once = matrix.filter(({ taken, expected }) => taken && expected !== 'any' && expected !== 'stream-exists');
    const racers = upTo(8);
    it.each(once)('$expected on $length events, eight at once: one is taken', async ({ length, expected }) => {
      await grown('a', length);
      const outcomes = await Promise.all(
        racers.map((n) => appendOne(store(), 'a', { expected, events: [happened({ n })] })),
      );
      expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter((told) => told.outcome === 'wrong-revision' && told.current === length)).toHaveLength(7);
      expect(await store().readStream(stream('a'))).toHaveLength(length + 1);
    });

    const always = matrix.filter(
      ({ taken, expected }) => taken && (expected === 'any' || expected === 'stream-exists'),
    );
    it.each(always)('$expected on $length events, eight at once: all are taken', async ({ length, expected }) => {
      await grown('a', length);
      const outcomes = await Promise.all(racers.map(() => appendOne(store(), 'a', { expected })));
      expect(new Set(outcomes.map((told) => told.outcome === 'appended' && told.revision))).toEqual(
        new Set(racers.map((n) => length + n)),
      );
    });

    it('takes the neighbours of a refused request, in one batch', async () => {
      await appended(store(), 'b', { events: events(2) });
      const outcomes = await store().append([
        request('a', { expected: 'no-stream', events: events(2) }),
        request('b', { expected: 0 }),
        request('c', { expected: 'no-stream', events: [happened('c')] }),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual(['appended', 'wrong-revision', 'appended']);
      expect(outcomes[1]).toEqual({ outcome: 'wrong-revision', current: 1 });
      const log = await wholeLog(store());
      expect(log.map((event) => `${event.stream}/${event.revision}`)).toEqual([
        'casus-b/0',
        'casus-b/1',
        'casus-a/0',
        'casus-a/1',
        'casus-c/0',
      ]);
      expect(log[4]?.data).toBe('c');
    });

    it('lets a request see what those before it in the batch wrote', async () => {
      const outcomes = await store().append([
        request('a', { expected: 'stream-exists' }),
        request('a', { expected: 'no-stream', events: events(2) }),
        request('a', { expected: 'no-stream' }),
        request('b', { expected: 'no-stream' }),
        request('a', { expected: 1 }),
        request('a', { expected: 'stream-exists' }),
      ]);
      expect(outcomes).toMatchObject([
        { outcome: 'wrong-revision', current: 'no-stream' },
        { outcome: 'appended', firstRevision: 0, revision: 1 },
        { outcome: 'wrong-revision', current: 1 },
        { outcome: 'appended', firstRevision: 0, revision: 0 },
        { outcome: 'appended', firstRevision: 2, revision: 2 },
        { outcome: 'appended', firstRevision: 3, revision: 3 },
      ]);
    });

    it('refuses a request without events, and writes nothing of the call', async () => {
      await expect(store().append([request('a'), request('b', { events: [] })])).rejects.toThrow(RangeError);
      expect(await store().append([])).toEqual([]);
      expect(await wholeLog(store())).toEqual([]);
    });

    it('takes nothing of a call that JSON cannot hold, and goes on', async () => {
      const cyclic = request('a', { events: [{ ...happened(), data: 1n }] });
      const [bad, good] = await Promise.allSettled([store().append([cyclic]), store().append([request('b')])]);
      expect(bad.status).toBe('rejected');
      expect(good.status).toBe('fulfilled');
      expect((await wholeLog(store())).map((event) => event.stream)).toEqual(['casus-b']);
    });
  });
}
