import type { EventStore, LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import type { Delivery } from '#messaging/audience/delivery';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import { casusTold } from '#messaging/told/casus-told';
import { remembered, type Untellable } from '#messaging/told/remembered';
import type { Told } from '#messaging/told/told';
import type { Arrived } from '#messaging/inbox/inbox';
import type { Audience, EventSource, Pause } from '#messaging/transport/event-source';
import { growingPause } from '#messaging/transport/pause';
import { isKnown, placeAfter, type Place, type Places } from '#messaging/transport/place';

export interface LogSourceOptions {
  readonly store: Pick<EventStore, 'subscribe' | 'readStream' | 'readAll' | 'head'>;
  readonly places: Places;
  /** The name of its place: another name begins at the beginning. */
  readonly name: string;
  readonly audience: Audience;
  readonly sender: Sender;
  readonly told?: Told;
  readonly pause?: Pause;
}

/** A message, and what it is about: messages of one subject keep their order. */
interface Lined extends Arrived {
  readonly subject: string;
}

const PAGE = 100;
/** So many subjects are served at a time: each holds a connection to the database while it is. */
const LANES = 4;

function lanesOf(messages: readonly Lined[]): readonly (readonly Lined[])[] {
  const bySubject = Map.groupBy(messages, ({ subject }) => subject);
  const lanes = Array.from({ length: Math.min(LANES, bySubject.size) }, (): Lined[] => []);
  for (const [index, own] of [...bySubject.values()].entries()) lanes[index % LANES]?.push(...own);
  return lanes;
}

/** The log is not the one of which all was taken up to a place: it ends before that, or holds something else there. */
class PlaceUnknown extends Error {
  constructor(readonly position: Position) {
    super('the log is another than the one that was taken');
    this.name = 'PlaceUnknown';
  }
}

/**
 * Messages from the log itself, for installations without a broker. Its place moves when all of a page had its
 * effect, and only from where it was; of several that run side by side each takes what the other has not. When it begins,
 * and after each trouble, it looks whether the log is the one that it knows.
 */
export function logSource(options: LogSourceOptions): EventSource {
  const { store, places, name, audience, sender, pause = growingPause } = options;
  const told = options.told ?? remembered(casusTold(store));

  const messageOf = ({ event }: Delivery, trace?: string): Lined => ({
    place: `${name} ${event.sequence}`,
    subject: event.subject,
    content: JSON.stringify(toCloudEvent(event, sender)),
    ...(trace !== undefined && { trace }),
  });

  /** The messages of a page, up to an event that cannot be told; `to` is how far that is. */
  async function messagesOf(page: LogPage, from: Position) {
    const messages: Lined[] = [];
    let to = from;
    for (const event of page.events) {
      try {
        const own = (await told.of(event)).filter(({ partner }) => partner === audience);
        messages.push(...own.map((delivery) => messageOf(delivery, event.metadata.trace)));
        to = event.position;
      } catch (fault) {
        return { messages, to, fault: fault as Untellable };
      }
    }
    return { messages, to: page.position, fault: undefined };
  }

  return {
    async run(take, signal, report) {
      let troubles = 0;

      /** A place once unknown stays so until it is another, though a log without a landmark grows past it. */
      let unknown: Position | undefined;

      /** Where to go on. Throws PlaceUnknown. */
      async function whereToGoOn(): Promise<Place> {
        const place = await places.load(name);
        const { position } = place;
        if (position === unknown || !(await isKnown(store, place, told.categories))) throw new PlaceUnknown(position);
        unknown = undefined;
        return place;
      }

      async function untilTaken(message: Lined): Promise<void> {
        for (let tries = 1; !signal.aborted; tries++) {
          try {
            await take(message);
            return;
          } catch (fault) {
            report({ state: 'troubled', why: 'handler', fault });
            await pause(tries, signal);
          }
        }
      }

      async function takeAll(lane: readonly Lined[]): Promise<void> {
        for (const message of lane) if (!signal.aborted) await untilTaken(message);
      }

      /** Ends when the signal aborts, or when another was first and the place must be read again. */
      async function follow(): Promise<void> {
        let place = await whereToGoOn();
        report({ state: 'receiving' });
        for await (const page of store.subscribe({
          after: place.position,
          signal,
          limit: PAGE,
          categories: told.categories,
        })) {
          const { messages, to, fault } = await messagesOf(page, place.position);
          await Promise.all(lanesOf(messages).map(takeAll));
          // The page in hand counts as taken only when all of it was.
          if (signal.aborted) return;
          const next = placeAfter(place, page, to, told.categories);
          if (to > place.position && !(await places.advance(name, place.position, next))) return;
          place = next;
          if (fault) throw fault;
          troubles = 0;
          report({ state: 'receiving' });
        }
      }

      while (!signal.aborted) {
        try {
          await follow();
        } catch (fault) {
          troubles += 1;
          if (fault instanceof PlaceUnknown) unknown = fault.position;
          report({ state: 'troubled', why: fault instanceof PlaceUnknown ? 'place-unknown' : 'source', fault });
          await pause(troubles, signal);
        }
      }
    },
  };
}
