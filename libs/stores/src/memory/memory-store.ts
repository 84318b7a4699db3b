import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { AppendOutcome, AppendRequest, EventStore, KeptAppend, LogFilter } from '#event-sourcing/event-store';
import { meets } from '#event-sourcing/expected-revision';
import { chainLink, hashedContent, NO_HASH, type Sha256 } from '#event-sourcing/hash-chain';
import { positionOf } from '#event-sourcing/position';
import { categoryOf, type StreamName } from '#event-sourcing/stream-name';
import { follow } from '#event-sourcing/subscription';
import { refuseEmpty } from '#stores/refused-request';
import { wakeUp } from '#stores/wake-up';

const PAGE = 500;

const matches = (event: RecordedEvent, { types, categories }: LogFilter): boolean =>
  (types === undefined || types.includes(event.type)) &&
  (categories === undefined || categories.includes(categoryOf(event.stream)));

/** A log in memory, for specs: as durable as the process. */
export function memoryStore(sha256: Sha256): EventStore {
  const log: RecordedEvent[] = [];
  const streams = new Map<StreamName, RecordedEvent[]>();
  const kept = new Map<string, KeptAppend>();
  const wake = wakeUp();
  const head = () => positionOf(log.length);

  function record(stream: StreamName, contents: readonly string[]): void {
    const events = streams.get(stream) ?? [];
    streams.set(stream, events);
    for (const content of contents) {
      const revision = events.length;
      const hash = sha256(chainLink(events.at(-1)?.hash ?? NO_HASH, stream, revision, content));
      const proposed = JSON.parse(content) as ProposedEvent;
      const event: RecordedEvent = { ...proposed, stream, revision, position: positionOf(log.length + 1), hash };
      events.push(event);
      log.push(event);
    }
  }

  function take({ stream, expected, idempotency }: AppendRequest, contents: readonly string[]): AppendOutcome {
    const before = idempotency && kept.get(idempotency.key);
    if (before) {
      const { fingerprint, ...placed } = before;
      return fingerprint === idempotency.fingerprint ? { outcome: 'repeated', ...placed } : { outcome: 'key-reused' };
    }
    const firstRevision = streams.get(stream)?.length ?? 0;
    const current = firstRevision === 0 ? 'no-stream' : firstRevision - 1;
    if (!meets(expected, current)) return { outcome: 'wrong-revision', current };
    record(stream, contents);
    const placed = { stream, firstRevision, revision: firstRevision + contents.length - 1, position: head() };
    if (idempotency) kept.set(idempotency.key, { ...placed, fingerprint: idempotency.fingerprint });
    return { outcome: 'appended', ...placed };
  }

  const readAll: EventStore['readAll'] = ({ after, limit, ...filter }) => {
    const events: RecordedEvent[] = [];
    let index = Number(after);
    for (; index < log.length && events.length < limit; index++) {
      const event = log[index];
      if (event && matches(event, filter)) events.push(event);
    }
    return Promise.resolve({ events, position: positionOf(index), end: index >= log.length });
  };

  return {
    // eslint-disable-next-line @typescript-eslint/require-await -- what is thrown here must come out as a rejection
    append: async (requests) => {
      refuseEmpty(requests);
      const contents = requests.map(({ events }) => events.map(hashedContent));
      const outcomes = requests.map((request, index) => take(request, contents[index] ?? []));
      wake.reached(head());
      return outcomes;
    },
    readStream: (stream, { from = 0, limit } = {}) =>
      Promise.resolve((streams.get(stream) ?? []).slice(from, limit === undefined ? undefined : from + limit)),
    readAll,
    subscribe: ({ after, signal, limit = PAGE, ...filter }) =>
      follow(
        {
          read: (position) => readAll({ after: position, limit, ...filter }),
          moreAfter: (position, aborted) => wake.beyond(position, aborted),
        },
        after,
        signal,
      ),
    findAppend: (key) => Promise.resolve(kept.get(key)),
    head: () => Promise.resolve(head()),
  };
}
