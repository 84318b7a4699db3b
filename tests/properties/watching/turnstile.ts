import type { Chance } from '#tests/properties/chance';

/** The end of a program in the middle of its work: what comes after it does not happen any more. */
export class Killed extends Error {}

/** Lets works that run at once take their steps one at a time, in an order that chance sets. */
export interface Turnstile {
  /** An object of which every call waits for its turn; in a share `deadly` of the steps whoever calls is killed there. */
  guard<Port extends object>(port: Port, life: Life): Port;
  /** Lets all of these works run to their ends. Those that were killed are forgiven; other errors are thrown. */
  run(works: readonly (() => Promise<unknown>)[]): Promise<void>;
}

/** One program from its start to its end. */
export interface Life {
  deadly: number;
  dead: boolean;
}

export function turnstile(chance: Chance): Turnstile {
  const waiting: (() => void)[] = [];
  const turn = () => new Promise<void>((resolve) => waiting.push(resolve));

  function survive(life: Life): void {
    life.dead ||= chance.happens(life.deadly);
    if (life.dead) throw new Killed();
  }

  return {
    guard: (port, life) =>
      new Proxy(port, {
        get(target, name) {
          const method: unknown = Reflect.get(target, name);
          if (typeof method !== 'function') return method;
          return async (...given: unknown[]): Promise<unknown> => {
            await turn();
            survive(life);
            const found: unknown = await Reflect.apply(method, target, given);
            await turn();
            survive(life);
            return found;
          };
        },
      }),
    async run(works) {
      let left = works.length;
      const errors: unknown[] = [];
      for (const work of works) {
        void work()
          .catch((error: unknown) => {
            if (!(error instanceof Killed)) errors.push(error);
          })
          .finally(() => (left -= 1));
      }
      while (left > 0) {
        // What was let through runs on until it waits again.
        await new Promise((resolve) => setImmediate(resolve));
        waiting.splice(chance.below(waiting.length), 1)[0]?.();
      }
      if (errors.length > 0) throw new AggregateError(errors, 'works that ran at once failed');
    },
  };
}
