import { canonicalJson } from '#event-sourcing/canonical-json';
import type { Json, RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { firstBrokenLink } from '#event-sourcing/hash-chain';
import { appended, events, happened, request, stream, upTo, wholeLog } from '#stores/contract/given';
import { sha256 } from '#stores/sha256';

const VALUES: Record<string, Json> = {
  text: 'tekst',
  'text of every kind': 'é €ñ 漢字 😀 \u202e ‘ " \' \\ / \n\r\t\u0001 \u0000 \ud83d',
  'keys of every kind': { '': 1, 'b c': 2, a: 3, __proto__x: 4, 'é"\n': 5, '10': 6, '9': 7 },
  numbers: [0, -0, 1.5, 1e21, 1e-7, 123456789012345680000, Number.MAX_SAFE_INTEGER, 5e-324],
  'nothing much': [null, true, false, {}, [], ''],
  nested: upTo(200).reduce<Json>((inner) => ({ inner }), 'core'),
  large: { text: 'é😀x'.repeat(200_000), list: upTo(20_000) },
};

/** What comes back is what went in, and the chain of hashes proves it. */
export function roundTripContract(store: () => EventStore): void {
  describe('round trip', () => {
    it.each(Object.keys(VALUES))('keeps %s', async (name) => {
      const data = VALUES[name] ?? null;
      await appended(store(), 'a', { events: [happened(data)] });
      const [read] = await store().readStream(stream('a'));
      expect(canonicalJson(read?.data)).toBe(canonicalJson(data));
      expect(firstBrokenLink(read ? [read] : [], sha256)).toBeUndefined();
    });

    it('leaves out what is undefined', async () => {
      const data = { a: undefined, b: [undefined, 1] };
      await store().append([request('a', { events: [{ ...happened(), data }] })]);
      const [read] = await store().readStream(stream('a'));
      expect(Object.keys(read?.data as object)).toEqual(['b']);
      expect(read?.data).toEqual({ b: [null, 1] });
    });

    it('chains the events of a stream, over batches and within', async () => {
      await store().append([
        request('a', { events: events(3) }),
        request('b', { events: events(2) }),
        request('a', { events: events(2) }),
      ]);
      await Promise.all(upTo(10).map((n) => store().append([request('a', { events: [happened({ n })] })])));
      const chain = await store().readStream(stream('a'));
      expect(chain).toHaveLength(15);
      expect(firstBrokenLink(chain, sha256)).toBeUndefined();
      expect(firstBrokenLink(await store().readStream(stream('b')), sha256)).toBeUndefined();
      expect(new Set((await wholeLog(store())).map(({ hash }) => hash)).size).toBe(17);
    });

    it.each<[string, (event: RecordedEvent) => RecordedEvent]>([
      ['data', (event) => ({ ...event, data: { n: 99 } })],
      ['an actor', (event) => ({ ...event, metadata: { ...event.metadata, actor: { partner: 'corporatie' } } })],
      ['a type', (event) => ({ ...event, type: 'other-happened' })],
    ])('shows where %s was changed afterwards', async (_, changed) => {
      await appended(store(), 'a', { events: events(5) });
      const chain = await store().readStream(stream('a'));
      const tampered = chain.map((event) => (event.revision === 3 ? changed(event) : event));
      expect(firstBrokenLink(tampered, sha256)).toBe(3);
      expect(firstBrokenLink(chain.toSpliced(2, 1), sha256)).toBe(2);
    });
  });
}
