import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { AppendRequest, EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { categoryOf, idOf, streamName, type StreamName } from '#event-sourcing/stream-name';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { playBoth } from '#tests/integration/read-session';

/**
 * How large a town is: so many casus, so many of them with the same partners, and so many that run at the same time.
 * `there`: how many the log holds already, in whole districts.
 */
export interface TownSize {
  readonly casus: number;
  readonly perDistrict: number;
  readonly atOnce: number;
  readonly there?: number;
}

/** The events of one stream of the demo, and whose stream it is. */
interface Shape {
  readonly id: string;
  readonly events: readonly RecordedEvent[];
}

const shapesOf = (events: readonly RecordedEvent[], category: string): Shape[] => {
  const streams = Map.groupBy(
    events.filter(({ stream }) => categoryOf(stream) === category),
    ({ stream }) => stream,
  );
  return [...streams].map(([stream, all]) => ({ id: idOf(stream), events: all }));
};

const PER_APPEND = 400;

/** The casus of the demo, and its partners. */
async function demo() {
  const store = memoryStore(sha256);
  await playBoth(store);
  const { events } = await store.readAll({ after: BEGINNING, limit: 100_000 });
  return { casus: shapesOf(events, 'casus'), partners: shapesOf(events, 'partner') };
}

const streamOf = (n: number): StreamName =>
  streamName('casus', `00000000-0000-4000-8000-${n.toString(16).padStart(12, '0')}`);

/** In which partners carry the number of their district. */
function moved(event: RecordedEvent, n: number, partners: RegExp, district: number): ProposedEvent {
  const { id, type, schemaVersion, data, metadata } = event;
  const own = type === 'CasusOpened' ? { ...(data as object), reference: `c${n}` } : data;
  const text = JSON.stringify({ id: `${id}-${n}`, type, schemaVersion, data: own, metadata });
  return JSON.parse(text.replaceAll(partners, `"$1-${district}"`)) as ProposedEvent;
}

async function appendAll(store: EventStore, requests: readonly AppendRequest[]): Promise<void> {
  for (let from = 0; from < requests.length; from += PER_APPEND) {
    const outcomes = await store.append(requests.slice(from, from + PER_APPEND));
    if (outcomes.some(({ outcome }) => outcome !== 'appended')) throw new Error('an append was refused');
  }
}

/** Fills a log with casus of the shapes of the demo: their events mixed, as so many ran at once. Gives their number. */
export async function fillTown(
  store: EventStore,
  { casus, perDistrict, atOnce, there = 0 }: TownSize,
): Promise<number> {
  const shapes = await demo();
  const slugs = new RegExp(`"(${shapes.partners.map(({ id }) => id).join('|')})"`, 'g');
  const districts = Math.ceil((there + casus) / perDistrict);
  let count = 0;
  const add = async (requests: readonly AppendRequest[]) => {
    await appendAll(store, requests);
    count += requests.reduce((sum, { events }) => sum + events.length, 0);
  };
  for (let district = there / perDistrict; district < districts; district++) {
    await add(
      shapes.partners.map(({ id, events }) => ({
        stream: streamName('partner', `${id}-${district}`),
        expected: 'no-stream',
        events: events.map((event) => moved(event, district, slugs, district)),
      })),
    );
  }
  const end = there + casus;
  for (let first = there; first < end; first += atOnce) {
    const running = Array.from({ length: Math.min(atOnce, end - first) }, (_, index) => {
      const n = first + index;
      return { n, events: shapes.casus[n % shapes.casus.length]?.events ?? [] };
    });
    const longest = Math.max(...running.map(({ events }) => events.length));
    const requests: AppendRequest[] = [];
    for (let revision = 0; revision < longest; revision++) {
      for (const { n, events } of running) {
        const event = events[revision];
        if (!event) continue;
        requests.push({
          stream: streamOf(n),
          expected: revision === 0 ? 'no-stream' : revision - 1,
          events: [moved(event, n, slugs, Math.floor(n / perDistrict))],
        });
      }
    }
    await add(requests);
  }
  return count;
}
