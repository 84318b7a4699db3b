import { positionOf } from '#event-sourcing/position';
import { happened, request } from '#stores/contract/given';
import { batchArguments, batchOutcomes, prepared } from '#stores/postgres/batch';
import { line, unline } from '#stores/postgres/line';

describe('a batch on its way to PostgreSQL', () => {
  it('names each stream and key once, and says per request what it asks', () => {
    const idempotency = { key: 'k', fingerprint: 'f' };
    const requests = [
      request('a', { expected: 'no-stream', idempotency }),
      request('b', { expected: 4, events: [happened(1), happened(2)] }),
      request('a', { expected: 'stream-exists', idempotency }),
      request('b'),
      request('b', { expected: -7 }),
    ];
    const [streams, expected, counts, keys, fingerprints, types, contents, names, keyLines] = batchArguments(
      requests.map(prepared),
    );
    expect([streams, expected, counts, keys]).toEqual(['{1,2,1,2,2}', '{-1,4,-2,-3,-4}', '{1,2,1,1,1}', '{1,0,1,0,0}']);
    expect(fingerprints).toBe('f\n\nf\n\n');
    expect(types?.split('\n')).toHaveLength(6);
    expect(contents?.split('\n').map((text) => (JSON.parse(text) as { data: unknown }).data)).toEqual([
      {},
      1,
      2,
      {},
      {},
      {},
    ]);
    expect([names, keyLines]).toEqual(['casus-a\ncasus-b', 'k']);
  });

  it('reads the answer', () => {
    const answer =
      '[["appended","casus-a",0,1,7],["repeated","casus-b",3,3,5],["key-reused"],["wrong-revision",-1],["wrong-revision",2]]';
    expect(batchOutcomes(answer)).toEqual([
      { outcome: 'appended', stream: 'casus-a', firstRevision: 0, revision: 1, position: positionOf(7) },
      { outcome: 'repeated', stream: 'casus-b', firstRevision: 3, revision: 3, position: positionOf(5) },
      { outcome: 'key-reused' },
      { outcome: 'wrong-revision', current: 'no-stream' },
      { outcome: 'wrong-revision', current: 2 },
    ]);
  });

  it.each(['plain', '', 'two\nlines', '"quoted"', '\0', '\ud83d'])('makes one line of %j, and back', (text) => {
    expect(line(text)).not.toMatch(/[\n\0]/);
    expect(unline(line(text))).toBe(text);
  });
});
