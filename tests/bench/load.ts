import type { ProposedEvent } from '#event-sourcing/event';
import { sampleEvent } from '#tests/bench/sample-event';
import { randomUUID } from 'node:crypto';

/** So many writers, each waiting for its answer before it goes on. */
export interface Load {
  readonly writers: number;
  readonly seconds: number;
  /** How many events one append holds, and how many appends a stream gets. */
  readonly batch: number;
  readonly appendsPerStream: number;
}

/** How much was answered in how long, and how long an answer took. Milliseconds. */
export interface Measured {
  readonly eventsPerSecond: number;
  readonly p50: number;
  readonly p99: number;
  /** Events acknowledged from first to last, warm-up included. */
  readonly acknowledged: number;
}

/** Appends for `seconds`, after a warm-up of a quarter of that. */
export async function underLoad(
  { writers, seconds, batch, appendsPerStream }: Load,
  append: (events: ProposedEvent[], stream: string, revision: number) => Promise<unknown>,
): Promise<Measured> {
  const from = performance.now() + seconds * 250;
  const until = from + seconds * 1000;
  const took: number[] = [];
  let acknowledged = 0;
  let made = 0;
  const write = async () => {
    for (;;) {
      const stream = randomUUID();
      for (let revision = 0; revision < appendsPerStream * batch; revision += batch) {
        const begun = performance.now();
        if (begun >= until) return;
        const events = Array.from({ length: batch }, () => sampleEvent(made++));
        await append(events, stream, revision);
        const ended = performance.now();
        acknowledged += batch;
        if (begun >= from && ended <= until) took.push(ended - begun);
      }
    }
  };
  await Promise.all(Array.from({ length: writers }, write));
  took.sort((a, b) => a - b);
  const at = (share: number) => took[Math.floor(took.length * share)] ?? NaN;
  return { eventsPerSecond: (took.length * batch) / seconds, p50: at(0.5), p99: at(0.99), acknowledged };
}
