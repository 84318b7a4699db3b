import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { EventStore, LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';
import type { Delivery } from '#messaging/audience/delivery';
import { toCloudEvent, type Sender } from '#messaging/contract/cloud-event';
import { casusTold } from '#messaging/told/casus-told';
import { remembered, type Untellable } from '#messaging/told/remembered';
import type { Told } from '#messaging/told/told';
import type { Arrived } from '#messaging/inbox/inbox';
import type { Audience, EventSource, Pause } from '#messaging/transport/event-source';
import { isThere, landmarkOf, type Landmarks } from '#messaging/transport/landmark';
import { growingPause } from '#messaging/transport/pause';

export interface LogSourceOptions {
  readonly store: Pick<EventStore, 'subscribe' | 'readStream' | 'readAll' | 'head'>;
  readonly checkpoints: Checkpoints;
  readonly landmarks: Landmarks;
  /** The name of its checkpoint and its landmark: another name begins at the beginning. */
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
  constructor() {
    super('the log is another than the one that was taken');
    this.name = 'PlaceUnknown';
  }
}

/**
 * Messages from the log itself, for installations without a broker. The checkpoint moves when all of a page had its
 * effect, and only from where it was; of several that run side by side each takes what the other has not. When it begins,
 * and after each trouble, it looks whether the log is the one that it knows.
 */
export function logSource(options: LogSourceOptions): EventSource {
  const { store, checkpoints, landmarks, name, audience, sender, pause = growingPause } = options;
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

      /** Where to go on. Throws PlaceUnknown. */
      async function place(): Promise<Position> {
        const position = await checkpoints.load(name);
        const landmark = await landmarks.load(name);
        if (position > (await store.head())) throw new PlaceUnknown();
        // A place before it was put there by hand, to take all behind it again.
        const counts = landmark !== undefined && landmark.after < position;
        if (counts && !(await isThere(store, landmark, { categories: told.categories }))) throw new PlaceUnknown();
        return position;
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

      /** Ends when the signal aborts, or when another was first and the checkpoint must be read again. */
      async function follow(): Promise<void> {
        let position = await place();
        report({ state: 'receiving' });
        for await (const page of store.subscribe({
          after: position,
          signal,
          limit: PAGE,
          categories: told.categories,
        })) {
          const { messages, to, fault } = await messagesOf(page, position);
          await Promise.all(lanesOf(messages).map(takeAll));
          // The page in hand counts as taken only when all of it was.
          if (signal.aborted) return;
          if (to > position && !(await checkpoints.advance(name, position, to))) return;
          const landmark = fault ? undefined : landmarkOf(page, position);
          if (landmark) await landmarks.keep(name, landmark);
          position = to;
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
          report({ state: 'troubled', why: fault instanceof PlaceUnknown ? 'place-unknown' : 'source', fault });
          await pause(troubles, signal);
        }
      }
    },
  };
}
