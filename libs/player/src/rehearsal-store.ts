import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import type { StreamName } from '#event-sourcing/stream-name';

/** A log in memory that begins as the real one stands, as far as it was told, and keeps what it was asked to append. */
export interface RehearsalStore extends EventStore {
  /** Copies a stream of the real log. Again is nothing. */
  copyStream(stream: StreamName): Promise<void>;
  /** Copies all streams of a category of the real log. */
  copyCategory(category: string): Promise<void>;
  /** What was appended here and not in the real log, in order. */
  readonly appended: readonly AppendRequest[];
}

const PAGE = 1000;

/** Rehearses on `scratch`, an empty log in memory, what is then to be done to `real`, which is only read. */
export function rehearsalStore(real: EventStore, scratch: EventStore): RehearsalStore {
  const appended: AppendRequest[] = [];
  const copied = new Map<StreamName, boolean>();

  return {
    ...scratch,
    appended,
    async append(requests) {
      const outcomes = await scratch.append(requests);
      appended.push(...requests.filter((_, index) => outcomes[index]?.outcome === 'appended'));
      return outcomes;
    },
    async findAppend(key) {
      const here = await scratch.findAppend(key);
      // Nothing can be known under a key where nothing was copied.
      return here ?? ([...copied.values()].includes(true) ? real.findAppend(key) : undefined);
    },
    async copyStream(stream) {
      if (copied.has(stream)) return;
      const events = await real.readStream(stream);
      copied.set(stream, events.length > 0);
      if (events.length > 0) await scratch.append([{ stream, expected: 'no-stream', events }]);
    },
    async copyCategory(category) {
      for (let after = BEGINNING, end = false; !end;) {
        const page = await real.readAll({ after, limit: PAGE, categories: [category] });
        for (const event of page.events) {
          copied.set(event.stream, true);
          await scratch.append([{ stream: event.stream, expected: 'any', events: [event] }]);
        }
        ({ position: after, end } = page);
      }
    },
  };
}
