import { BEGINNING } from '#event-sourcing/position';
import {
  appended,
  events,
  expectInOrder,
  followed,
  happened,
  request,
  stream,
  upTo,
  wholeLog,
  type OpenedStore,
} from '#stores/contract/given';

const WRITERS = 16;
const EACH = 25;

/** Subscriptions, and the order of the log under many writers. */
export function followingContract(given: () => OpenedStore): void {
  const store = () => given().store;
  describe('following', () => {
    /** Sixteen writers, each at its own stream and at one they all share. */
    const everyoneWrites = () =>
      Promise.all(
        upTo(WRITERS).map(async (writer) => {
          for (const n of upTo(EACH)) {
            const said = { events: [happened({ writer, n })] };
            await store().append([request(n % 2 ? 'shared' : `w${writer}`, said)]);
          }
        }),
      );

    it('shows what was there, and what comes, each once and in order', async () => {
      await appended(store(), 'before', { events: events(30) });
      const writing = everyoneWrites();
      const seen = await followed(store(), 30 + WRITERS * EACH, { limit: 7 });
      await writing;
      expect(seen).toHaveLength(30 + WRITERS * EACH);
      expectInOrder(
        seen.map(({ position }) => position),
        given().positions,
      );
      expect(seen).toEqual(await wholeLog(store()));
    });

    it('goes on from any position', async () => {
      await appended(store(), 'a', { events: events(10) });
      const after = (await wholeLog(store()))[5]?.position ?? BEGINNING;
      const seen = await followed(store(), 4, { after, limit: 3 });
      expect(seen.map(({ revision }) => revision)).toEqual([6, 7, 8, 9]);
    });

    it('shows an event that comes while it waits', async () => {
      const stop = new AbortController();
      const pages = store().subscribe({ after: BEGINNING, signal: stop.signal })[Symbol.asyncIterator]();
      for (const n of upTo(3)) {
        const next = pages.next();
        const { position } = await appended(store(), 'a', { events: [happened({ n })] });
        expect(await next).toMatchObject({ value: { position, events: [{ data: { n } }] } });
      }
      const last = pages.next();
      stop.abort();
      expect((await last).done).toBe(true);
    });

    it('filters, and tells of progress past what does not match', async () => {
      await appended(store(), 'a', { events: [happened(0, 'a-done'), happened(1, 'b-done'), happened(2, 'a-done')] });
      await appended(store(), 'x', { stream: stream('x', 'partner'), events: [happened(3, 'a-done')] });
      const seen = await followed(store(), 2, { types: ['a-done'], categories: ['casus'] });
      expect(seen.map(({ data }) => data)).toEqual([0, 2]);
      const stop = new AbortController();
      for await (const page of store().subscribe({ after: BEGINNING, signal: stop.signal, types: ['never'] })) {
        expect(page).toMatchObject({ events: [], position: await store().head() });
        stop.abort();
      }
    });

    it('ends at once when it is stopped before it starts', async () => {
      await appended(store(), 'a');
      const pages = store().subscribe({ after: BEGINNING, signal: AbortSignal.abort() });
      expect((await pages[Symbol.asyncIterator]().next()).done).toBe(true);
    });

    it('keeps the order of every writer, and shows each reader the same', async () => {
      const all = WRITERS * EACH;
      const [one, other] = await Promise.all([
        followed(store(), all),
        followed(store(), all, { limit: 3 }),
        everyoneWrites(),
      ]);
      expect(other).toEqual(one);
      for (const writer of upTo(WRITERS)) {
        const said = one.map(({ data }) => data as { writer: number; n: number }).filter((d) => d.writer === writer);
        expect(said.map(({ n }) => n)).toEqual(upTo(EACH));
      }
      const shared = one.filter((event) => event.stream === stream('shared'));
      expect(shared.map(({ revision }) => revision)).toEqual(upTo(shared.length));
    });
  });
}
