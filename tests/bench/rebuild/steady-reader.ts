import { setTimeout as after } from 'node:timers/promises';
import { leanClient } from '#tests/bench/http/lean-client';
import { spreadOf, type Spread } from '#tests/bench/samples';

/** What a reader was answered by one service. */
export interface Answers extends Spread {
  readonly times: number;
  readonly empty: number;
  /** Neither empty nor what the first answer was. */
  readonly others: number;
}

/** Somebody who asks for the same board all the time, of the service that is put forward. */
export interface SteadyReader {
  /** Has it ask another service from now on. */
  goTo(url: string): Promise<void>;
  /** Gives what it was answered, by each service that it asked. */
  stop(): Promise<readonly Answers[]>;
}

const EVERY_MS = 50;

/** Begins to ask a service for a page of which the answer never changes. */
export async function steadyReader(url: string, path: string, by: string): Promise<SteadyReader> {
  const opened = async (address: string) => ({
    service: await leanClient(address),
    took: [] as number[],
    empty: 0,
    others: 0,
  });
  const isEmpty = (text: string) => (JSON.parse(text) as { items?: unknown[] }).items?.length === 0;
  let now = await opened(url);
  const all = [now];
  const first = await now.service.send('GET', path, by);
  if (first.status !== 200 || isEmpty(first.text)) throw new Error(`there is nothing to read: ${first.text}`);
  let stopped = false;
  const isStopped = () => stopped;
  const asking = (async () => {
    while (!isStopped()) {
      const asked = now;
      const begun = performance.now();
      const { text } = await asked.service.send('GET', path, by);
      asked.took.push(performance.now() - begun);
      if (text !== first.text) asked[isEmpty(text) ? 'empty' : 'others'] += 1;
      await after(EVERY_MS);
    }
  })();
  return {
    async goTo(next) {
      now = await opened(next);
      all.push(now);
    },
    async stop() {
      stopped = true;
      await asking;
      return all.map(({ service, took, empty, others }) => {
        service.close();
        return { ...spreadOf(took), times: took.length, empty, others };
      });
    },
  };
}
