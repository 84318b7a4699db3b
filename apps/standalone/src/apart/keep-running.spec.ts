import type { Child } from '#apps/standalone/src/apart/child';
import { keepRunning } from '#apps/standalone/src/apart/keep-running';

/** A child that serves or not, and ends when it is told to. */
function child(url: string | undefined) {
  const end = Promise.withResolvers<string>();
  const one: Child = {
    pid: 7,
    serves: Promise.resolve(url),
    ended: end.promise,
    stop: () => {
      end.resolve('exit code 0');
      return Promise.resolve();
    },
  };
  if (url === undefined) end.resolve('exit code 1');
  return { one, end: end.resolve };
}

/** Keeps these children running, one after the other. */
function keep(children: readonly ReturnType<typeof child>[]) {
  const said: string[] = [];
  const left = [...children];
  const gaveUp = Promise.withResolvers<string>();
  const kept = keepRunning({
    start: () => left.shift()?.one ?? child('late').one,
    say: (text) => said.push(text),
    pause: () => Promise.resolve(),
    giveUp: gaveUp.resolve,
  });
  return { kept, said, left, gaveUp: gaveUp.promise };
}

describe('a service that is kept running', () => {
  it('is named and started again when it ends by itself, until it is stopped', async () => {
    const [first, second] = [child('a'), child('b')];
    const { kept, said, left } = keep([first, second]);
    expect(await kept.serves).toBe('a (process 7)');
    first.end('signal SIGKILL');
    while (said.length < 2) await Promise.resolve();
    await kept.stop();

    expect(said).toEqual(['ended by itself (signal SIGKILL): it is started again', 'serves again: b (process 7)']);
    expect(left).toEqual([]);
  });

  it('is given up when it ends three times in a row without having served', async () => {
    const first = child('a');
    const { kept, gaveUp, left } = keep([first, child(undefined), child(undefined), child(undefined), child('b')]);
    await kept.serves;
    first.end('exit code 1');

    expect(await gaveUp).toBe('it ended 3 times in a row without serving, last with exit code 1');
    expect(left).toHaveLength(1);
  });

  it('that never served is not started again', async () => {
    const { kept, said, left } = keep([child(undefined), child('b')]);

    expect(await kept.serves).toBeUndefined();
    expect([said, left.length]).toEqual([[], 1]);
  });
});
