import { groupCommit } from '#stores/postgres/group-commit';

/** A writer whose batches are answered by hand. Requests are numbers; their outcomes are their texts. */
function slowWriter(mostRequests = 500, mostWeight = 1_000_000) {
  const batches: { requests: readonly number[]; done: (error?: Error) => void }[] = [];
  let arrived: () => void = () => undefined;
  const append = groupCommit<number, string>({
    write: (requests) =>
      new Promise((resolve, reject) => {
        const done = (error?: Error) => {
          if (error) reject(error);
          else resolve(requests.map(String));
        };
        batches.push({ requests, done });
        arrived();
      }),
    leftNothing: (error) => error instanceof RangeError,
    weightOf: (request) => request,
    mostRequests,
    mostWeight,
  });
  const next = async () => {
    if (batches.length === 0) await new Promise<void>((resolve) => (arrived = resolve));
    const batch = batches.shift();
    if (!batch) throw new Error('no batch');
    expect(batches).toEqual([]);
    return batch;
  };
  return { append, next };
}

describe('group commit', () => {
  it('gathers what comes while a batch is in flight into the next one', async () => {
    const { append, next } = slowWriter();
    const first = append([1]);
    const batch = await next();
    const others = [append([2, 3]), append([4])];
    batch.done();
    expect(await first).toEqual(['1']);
    const second = await next();
    expect(second.requests).toEqual([2, 3, 4]);
    second.done();
    expect(await Promise.all(others)).toEqual([['2', '3'], ['4']]);
  });

  it('lets a writer that was just answered join the next batch', async () => {
    const { append, next } = slowWriter();
    const again = append([1]).then(() => append([2]));
    const first = await next();
    const other = append([3]);
    first.done();
    const second = await next();
    expect(second.requests).toEqual([3, 2]);
    second.done();
    expect(await Promise.all([again, other])).toEqual([['2'], ['3']]);
  });

  it('keeps a batch within its bounds, and never splits a call', async () => {
    const { append, next } = slowWriter(3, 100);
    const calls = [append([1, 2]), append([3, 4]), append([5, 6, 7, 8]), append([90]), append([20]), append([200])];
    for (const expected of [[1, 2], [3, 4], [5, 6, 7, 8], [90], [20], [200]]) {
      const batch = await next();
      expect(batch.requests).toEqual(expected);
      batch.done();
    }
    expect(await Promise.all(calls)).toHaveLength(6);
  });

  it('fails only the call at fault when a batch is refused for what is in it', async () => {
    const { append, next } = slowWriter();
    const calls = Promise.allSettled([append([1]), append([2]), append([3])]);
    (await next()).done(new RangeError('two'));
    (await next()).done();
    (await next()).done(new RangeError('two'));
    (await next()).done();
    expect((await calls).map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  });

  it('fails every call of a batch whose fate is unknown, and goes on with the next', async () => {
    const { append, next } = slowWriter();
    const calls = Promise.allSettled([append([1]), append([2])]);
    (await next()).done(new Error('connection lost'));
    expect((await calls).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    const later = append([3]);
    (await next()).done();
    expect(await later).toEqual(['3']);
  });
});
