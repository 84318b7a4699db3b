import type { AppendOutcome, EventStore } from '#event-sourcing/event-store';
import { hashedContent } from '#event-sourcing/hash-chain';
import { follow } from '#event-sourcing/subscription';
import { kurrentBell, type KurrentBell } from '#stores/kurrent/kurrent-bell';
import { appendToKurrent } from '#stores/kurrent/kurrent-append';
import type { KurrentLog } from '#stores/kurrent/kurrent-log';
import { kurrentNames } from '#stores/kurrent/kurrent-names';
import { findKurrentAppend, readKurrentHead, readKurrentPage, readKurrentStream } from '#stores/kurrent/kurrent-read';
import { refuseEmpty } from '#stores/refused-request';
import { wakeUp } from '#stores/wake-up';
import { KurrentDBClient } from '@kurrent/kurrentdb-client';

/** How a log in KurrentDB (25.1 and newer) is opened. */
export interface KurrentStoreOptions {
  /** Such as `kurrentdb://127.0.0.1:2113?tls=false`. */
  readonly url: string;
  /** Under which this log keeps its streams apart from others of the same KurrentDB: lower-case letters and digits. */
  readonly namespace?: string;
  /** How long a reader at the end waits at most before it looks again. Milliseconds; default 1000. */
  readonly pollEveryMs?: number;
  /** How long the server may take for one answer. Milliseconds; default 10,000. */
  readonly answerWithinMs?: number;
}

/** A log with a connection of its own. */
export interface KurrentStore extends EventStore {
  /** Lets go of its connection. Abort subscriptions first. */
  close(): Promise<void>;
}

const PAGE = 500;

/** Opens a log in KurrentDB. Connects when first used. Throws a RangeError on a namespace that is none. */
export function openKurrentStore({
  url,
  namespace = 'aanzet',
  pollEveryMs = 1000,
  answerWithinMs = 10_000,
}: KurrentStoreOptions): KurrentStore {
  const names = kurrentNames(namespace);
  const client = KurrentDBClient.connectionString(url);
  const log: KurrentLog = { client, names, answerWithinMs };
  const wake = wakeUp();
  let bell: KurrentBell | undefined;

  return {
    async append(requests) {
      refuseEmpty(requests);
      const prepared = requests.map((request) => ({ ...request, contents: request.events.map(hashedContent) }));
      const outcomes: AppendOutcome[] = [];
      // One after another: a request sees what those before it wrote.
      for (const request of prepared) {
        const outcome = await appendToKurrent(log, request);
        outcomes.push(outcome);
        if (outcome.outcome === 'appended') wake.reached(outcome.position);
      }
      return outcomes;
    },
    readStream: (stream, options) => readKurrentStream(log, stream, options),
    readAll: (options) => readKurrentPage(log, options),
    subscribe({ after, signal, limit = PAGE, ...filter }) {
      bell ??= kurrentBell(log, wake, pollEveryMs);
      return follow(
        {
          read: (position) => readKurrentPage(log, { after: position, limit, ...filter }),
          moreAfter: (position, aborted) => wake.beyond(position, aborted, pollEveryMs),
        },
        after,
        signal,
      );
    },
    findAppend: (key) => findKurrentAppend(log, key),
    head: () => readKurrentHead(log),
    async close() {
      await bell?.close();
      await client.dispose();
    },
  };
}
