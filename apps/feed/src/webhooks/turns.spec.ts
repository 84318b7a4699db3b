import { Turns } from '#apps/feed/src/webhooks/turns';

const of = (partner: string, ...ids: readonly string[]) => ids.map((id) => ({ id, partner }));

describe('the turns of webhooks', () => {
  let began: string[];
  let ends: Map<string, () => void>;
  let turns: Turns;
  beforeEach(() => {
    began = [];
    ends = new Map();
    turns = new Turns({ atOnce: 3, ofOne: 2 });
  });

  const give = (waiting: readonly { id: string; partner: string }[]): boolean =>
    turns.give(waiting, ({ id }) => {
      began.push(id);
      return new Promise((resolve) => ends.set(id, resolve));
    });
  async function end(...ids: readonly string[]): Promise<void> {
    for (const id of ids) ends.get(id)?.();
    await new Promise(setImmediate);
  }

  it('are few for one partner, so that others have theirs', () => {
    expect(give([...of('welzijn', 'a', 'b', 'c'), ...of('corporatie', 'd')])).toBe(true);
    expect(began).toEqual(['a', 'b', 'd']);
  });

  it('are no more than there may be in all', () => {
    expect(give([...of('welzijn', 'a', 'b'), ...of('corporatie', 'c', 'd')])).toBe(true);
    expect(began).toEqual(['a', 'b', 'c']);
  });

  it('go to whoever waited longest, however the others stand', async () => {
    const all = of('welzijn', 'a', 'b', 'c', 'd');
    give(all);
    await end('a', 'b');
    give(all);
    await end('c', 'd');
    give(all);
    expect(began).toEqual(['a', 'b', 'c', 'd', 'a', 'b']);
  });

  it('are one at a time for each', () => {
    expect(give(of('welzijn', 'a'))).toBe(false);
    expect(give(of('welzijn', 'a'))).toBe(false);
    expect(began).toEqual(['a']);
  });

  it('are over when all have ended', async () => {
    give(of('welzijn', 'a', 'b'));
    let over = false;
    const ended = turns.over().then(() => (over = true));
    await end('a');
    expect(over).toBe(false);
    await end('b');
    await ended;
    expect(over).toBe(true);
  });
});
