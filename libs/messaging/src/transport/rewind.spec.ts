import { rewind, type FeedPage, type Rewinding } from '#messaging/transport/rewind';

const LIMIT = 2;
const ENDLESS = 100;

describe('a rewind over a feed', () => {
  let log: string[];
  let taken: string[];
  let faults: number;
  let stop: AbortController;
  beforeEach(() => {
    log = ['1', '2', '3', '4', '5'];
    taken = [];
    faults = 0;
    stop = new AbortController();
  });

  function partOf(after: string | undefined): FeedPage {
    const from = Number(after ?? 0);
    const messages = log.slice(from, from + LIMIT).map((content) => ({ place: content, content }));
    const to = from + messages.length;
    return { messages, next: `${to}`, end: to === log.length };
  }
  const rewinding = (read: Rewinding['read']): Rewinding => ({
    read,
    take({ content }) {
      taken.push(content);
      return Promise.resolve();
    },
    pause: () => Promise.resolve(),
    onFault: () => (faults += 1),
  });

  it('takes everything from the beginning, in its order', async () => {
    await rewind(
      rewinding((after) => Promise.resolve(partOf(after))),
      stop.signal,
    );
    expect(taken).toEqual(log);
  });

  it('ends at what was the end of the log, though something happens during each question', async () => {
    await rewind(
      rewinding((after) => {
        const part = partOf(after);
        log.push(`${log.length + 1}`);
        if (log.length > ENDLESS) stop.abort();
        return Promise.resolve(part);
      }),
      stop.signal,
    );
    expect(stop.signal.aborted).toBe(false);
    expect(taken).toEqual(log.slice(0, taken.length));
    expect(taken.length).toBeGreaterThanOrEqual(5);
  });

  it('goes on where it failed, and ends with nothing left out', async () => {
    let questions = 0;
    await rewind(
      rewinding((after) => (++questions === 2 ? Promise.reject(new Error('away')) : Promise.resolve(partOf(after)))),
      stop.signal,
    );
    expect([taken, faults]).toEqual([log, 1]);
  });
});
