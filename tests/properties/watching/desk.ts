import { watcher, type WatcherOptions } from '#apps/watch/src/watcher';
import type { Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import { recordedEvent } from '#casus/specification';
import type { Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { readWatchFact, type WatchFact } from '#casus/watch/watch-fact';
import { partnersKnown } from '#partners/partners-known';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { memoryAgenda, memoryCheckpoints } from '#tests/properties/watching/memory-agenda';

const CASUS = '00000000-0000-4000-8000-000000000001';

/** A log in memory, a clock that stands where it is put, and watches that share them. */
export function desk(start: Instant) {
  const store = memoryStore(sha256);
  const agenda = memoryAgenda();
  const checkpoints = memoryCheckpoints();
  const said: string[] = [];
  let time = start;
  let told = 0;
  const log = {
    error: (_: object, message: string) => void said.push(`error: ${message}`),
    warn: (_: object, message: string) => void said.push(`warn: ${message}`),
  };
  const clock = { now: () => time };

  const options = (more: Partial<WatcherOptions> = {}): WatcherOptions => {
    const base = { store, agenda, checkpoints, clock, log, partners: partnersKnown(store) };
    return { ...base, histories: new Map(), records: new Map(), outlooks: new Map(), ...more };
  };

  async function tell(fact: Fact, casus: string): Promise<void> {
    const { revision, type, schemaVersion, data, actor, occurredAt, recordedAt } = fact;
    const { metadata } = recordedEvent({ type, schemaVersion, data }, { revision, ...actor, occurredAt, recordedAt });
    const event = { id: `told-${told++}`, type, schemaVersion, data, metadata };
    await store.append([{ stream: streamName('casus', casus), expected: 'any', events: [event] }]);
  }

  return {
    store,
    agenda,
    said,
    clock,
    options,
    watch: (more?: Partial<WatcherOptions>) => watcher(options(more)),
    put: (at: Instant) => (time = at),
    /** Writes what the log does not hold yet of a history, in the order of recording. */
    async tell({ facts }: CasusHistory, casus = CASUS): Promise<void> {
      const { length } = await store.readStream(streamName('casus', casus));
      for (const fact of facts.toSorted((a, b) => a.revision - b.revision).slice(length)) await tell(fact, casus);
    },
    async written(): Promise<readonly WatchFact[]> {
      const { events } = await store.readAll({ after: BEGINNING, limit: 1000, categories: ['watch'] });
      return events.map(readWatchFact);
    },
  };
}

/** What shares a log. */
export type Desk = ReturnType<typeof desk>;

/** A port of which a call waits until it is let go; `reached` settles when it has come so far. */
export function held<Port extends object>(port: Port, call: keyof Port) {
  const reached = Promise.withResolvers<undefined>();
  const go = Promise.withResolvers<undefined>();
  const waiting = new Proxy(port, {
    get(target, name) {
      const method: unknown = Reflect.get(target, name);
      if (name !== call || typeof method !== 'function') return method;
      return async (...given: unknown[]): Promise<unknown> => {
        reached.resolve(undefined);
        await go.promise;
        return Reflect.apply(method, target, given);
      };
    },
  });
  return {
    port: waiting,
    reached: reached.promise,
    letGo: () => {
      go.resolve(undefined);
    },
  };
}
