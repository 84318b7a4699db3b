import type { EventStore } from '#event-sourcing/event-store';
import { appended, appendOne, events, request, stream, upTo, wholeLog } from '#stores/contract/given';

const under = (key: string, fingerprint = 'same') => ({ idempotency: { key, fingerprint } });

/** One key, one append. */
export function idempotencyContract(store: () => EventStore): void {
  describe('idempotent append', () => {
    it('answers a repetition with where the first one stands, whatever has happened since', async () => {
      const asked = { expected: 'no-stream', events: events(3), ...under('k') } as const;
      const first = await appended(store(), 'a', asked);
      await appended(store(), 'a');
      expect(await appendOne(store(), 'a', asked)).toEqual({ ...first, outcome: 'repeated' });
      expect(await wholeLog(store())).toHaveLength(4);
    });

    it('refuses the key for something else', async () => {
      await appended(store(), 'a', under('k'));
      expect(await appendOne(store(), 'a', under('k', 'other'))).toEqual({ outcome: 'key-reused' });
      expect(await wholeLog(store())).toHaveLength(1);
    });

    it('finds what was appended under a key', async () => {
      expect(await store().findAppend('k')).toBeUndefined();
      await appended(store(), 'b');
      const { stream: of, firstRevision, revision, position } = await appended(store(), 'a', under('k'));
      expect(await store().findAppend('k')).toEqual({
        stream: of,
        firstRevision,
        revision,
        position,
        fingerprint: 'same',
      });
    });

    it('keeps no key of a refused append', async () => {
      const refused = await appendOne(store(), 'a', { expected: 7, ...under('k') });
      expect(refused.outcome).toBe('wrong-revision');
      expect(await store().findAppend('k')).toBeUndefined();
      expect((await appendOne(store(), 'a', under('k', 'other'))).outcome).toBe('appended');
    });

    it('holds within one batch', async () => {
      const outcomes = await store().append([
        request('a', { expected: 'no-stream', ...under('k') }),
        request('a', { expected: 'no-stream', ...under('k') }),
        request('b', under('k', 'other')),
        request('b', under('l')),
        request('c'),
      ]);
      expect(outcomes.map(({ outcome }) => outcome)).toEqual([
        'appended',
        'repeated',
        'key-reused',
        'appended',
        'appended',
      ]);
      expect(outcomes[1]).toEqual({ ...outcomes[0], outcome: 'repeated' });
      expect(await wholeLog(store())).toHaveLength(3);
    });

    it('takes one of sixteen at once under the same key', async () => {
      const outcomes = await Promise.all(upTo(16).map(() => appendOne(store(), 'a', under('k'))));
      expect(outcomes.filter(({ outcome }) => outcome === 'appended')).toHaveLength(1);
      expect(outcomes.filter(({ outcome }) => outcome === 'repeated')).toHaveLength(15);
      expect(new Set(outcomes.map((told) => 'position' in told && told.position)).size).toBe(1);
      expect(await store().readStream(stream('a'))).toHaveLength(1);
    });

    it.each(['', 'ë "quoted" \\ back', 'line\nbreak', 'nul\0', '\ud83d\ude00', '\ud83d'])(
      'takes any text as key and fingerprint: %j',
      async (text) => {
        await appended(store(), 'a', under(text, text));
        expect((await store().findAppend(text))?.fingerprint).toBe(text);
        expect((await appendOne(store(), 'a', under(text, text))).outcome).toBe('repeated');
        expect((await appendOne(store(), 'a', under(text, `${text}!`))).outcome).toBe('key-reused');
      },
    );
  });
}
