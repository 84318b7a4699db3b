import { BEGINNING, type Position } from '#event-sourcing/position';
import {
  appended,
  events,
  expectInOrder,
  happened,
  request,
  stream,
  upTo,
  wholeLog,
  type OpenedStore,
} from '#stores/contract/given';

/** Streams and the log, by page, by type, by category, from anywhere. */
export function readingContract(given: () => OpenedStore): void {
  const store = () => given().store;
  describe('reading', () => {
    it('reads nothing of an empty log', async () => {
      expect(await store().head()).toBe(BEGINNING);
      expect(await store().readStream(stream('a'))).toEqual([]);
      expect(await store().readAll({ after: BEGINNING, limit: 5 })).toEqual({
        events: [],
        position: BEGINNING,
        end: true,
      });
    });

    it('gives back what was appended, with its place', async () => {
      const event = happened({ n: 1 }, 'step-done', 'e-1');
      const { position } = await appended(store(), 'a', { events: [event] });
      const [read] = await store().readStream(stream('a'));
      expect(read).toEqual({ ...event, stream: 'casus-a', revision: 0, position, hash: expect.any(String) as string });
      expect(await wholeLog(store())).toEqual([read]);
    });

    it('reads a stream from a revision, up to a limit', async () => {
      await appended(store(), 'a', { events: events(7) });
      await appended(store(), 'b');
      const revisions = async (options: { from?: number; limit?: number }) =>
        (await store().readStream(stream('a'), options)).map(({ revision }) => revision);
      expect(await revisions({})).toEqual(upTo(7));
      expect(await revisions({ from: 5 })).toEqual([5, 6]);
      expect(await revisions({ from: 2, limit: 3 })).toEqual([2, 3, 4]);
      expect(await revisions({ limit: 2 })).toEqual([0, 1]);
      expect(await revisions({ from: 7 })).toEqual([]);
    });

    it('reads the log by page from any position', async () => {
      await store().append(upTo(10).map((n) => request(`s${n % 3}`, { events: [happened({ n })] })));
      const log = await wholeLog(store());
      expect(log.map(({ data }) => data)).toEqual(upTo(10).map((n) => ({ n })));
      for (const [index, { position }] of log.entries()) {
        const page = await store().readAll({ after: position, limit: 4 });
        expect(page.events).toEqual(log.slice(index + 1, index + 5));
        expect(page.position).toBe(log[Math.min(index + 4, 9)]?.position);
        expect(page.end).toBe(index >= 5);
      }
    });

    it('stays where it is beyond the end', async () => {
      const { position } = await appended(store(), 'a');
      // What a reader of a log may hold that was put back to an earlier state.
      const beyond = `${position.slice(0, -6)}999999` as Position;
      expect(await store().readAll({ after: beyond, limit: 4 })).toEqual({ events: [], position: beyond, end: true });
    });

    it('reads by type and by category, and says how far it read', async () => {
      const types = ['a-done', 'b-done', 'line\nbreak'];
      await store().append(
        upTo(12).map((n) =>
          request('x', { stream: stream('x', n % 2 ? 'casus' : 'casusx'), events: [happened({ n }, types[n % 3])] }),
        ),
      );
      const read = async (filter: object, limit = 2) =>
        (await wholeLog(store(), filter, limit)).map(({ data }) => (data as { n: number }).n);
      expect(await read({ types: ['a-done'] })).toEqual([0, 3, 6, 9]);
      expect(await read({ types: ['a-done', 'line\nbreak'] })).toEqual([0, 2, 3, 5, 6, 8, 9, 11]);
      expect(await read({ categories: ['casus'] })).toEqual([1, 3, 5, 7, 9, 11]);
      expect(await read({ categories: ['casus'], types: ['b-done'] })).toEqual([1, 7]);
      expect(await read({ types: [] })).toEqual([]);
      expect(await read({ categories: ['casus', 'casusx'], types: ['a-done'] })).toEqual([0, 3, 6, 9]);
      expect(await read({ categories: ['partner'] })).toEqual([]);
      expect(await read({ categories: [] })).toEqual([]);
      const page = await store().readAll({ after: BEGINNING, limit: 5, types: ['a-done'] });
      expect(page).toMatchObject({ position: await store().head(), end: true });
    });

    it('gives positions in order, as texts of one width, and none to what was refused', async () => {
      await store().append([request('a', { events: events(2) }), request('b', { expected: 5 }), request('c')]);
      await expect(store().append([request('a', { events: [{ ...happened(), data: 1n }] })])).rejects.toThrow();
      await appended(store(), 'a');
      const positions = (await wholeLog(store())).map(({ position }) => position);
      expect(positions).toHaveLength(4);
      expectInOrder(positions, given().positions);
      expect(await store().head()).toBe(positions[3]);
    });

    it('lets a writer read its own write at once', async () => {
      await Promise.all(
        upTo(20).map(async (n) => {
          const { position } = await appended(store(), `s${n}`);
          expect(await store().readStream(stream(`s${n}`))).toMatchObject([{ position }]);
          expect((await store().head()) >= position).toBe(true);
        }),
      );
    });
  });
}
