import type { EventStore, LogPage } from '#event-sourcing/event-store';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { PublicName } from '#messaging/contract/public-events';
import { furtherOf, isBehind, readFrom, type Cursor } from '#messaging/log-feed/cursor';
import { casusTold } from '#messaging/told/casus-told';
import { remembered } from '#messaging/told/remembered';
import type { Told } from '#messaging/told/told';

/** What a partner asks of its feed: what lies behind a place, of some types or of all. */
export interface FeedQuery {
  readonly partner: string;
  readonly after: Cursor;
  readonly limit: number;
  readonly types?: ReadonlySet<PublicName>;
}

/** A part of a feed. `next` is where to go on, also when it holds no event; `end`: nothing lay beyond it then. */
export interface FeedPart {
  readonly events: readonly PublicEvent[];
  readonly next: Cursor;
  readonly end: boolean;
}

/** What each partner may know, in the order of the log, from any place on. */
export interface LogFeed {
  /** The place is none of this log: it lies beyond its end. */
  isBeyond(place: Cursor): Promise<boolean>;
  /** Looks through a bounded stretch of the log. Rejects with Untellable when nothing before such an event can be given. */
  read(query: FeedQuery): Promise<FeedPart>;
  /** The same, and where the log ends with nothing found it waits for more until the signal aborts. */
  wait(query: FeedQuery, signal: AbortSignal): Promise<FeedPart>;
}

const PAGE = 200;
/** So many events of the log one question may cost; what lies behind is for the next question. */
const LOOKED_AT = 4000;

/** The feed of every partner over the log. It keeps no more than what was asked lately. */
export function logFeed(
  store: Pick<EventStore, 'readAll' | 'readStream' | 'subscribe' | 'head'>,
  told: Told = remembered(casusTold(store)),
): LogFeed {
  /** What of a page is for this partner, up to the limit or to an event that cannot be told. */
  async function partOf(page: LogPage, { partner, after, limit, types }: FeedQuery): Promise<FeedPart> {
    const events: PublicEvent[] = [];
    let reached = after;
    for (const recorded of page.events) {
      let deliveries;
      try {
        deliveries = await told.of(recorded);
      } catch (error) {
        if (events.length === 0) throw error;
        return { events, next: reached, end: false };
      }
      for (const { partner: receiver, event } of deliveries) {
        if (receiver !== partner || !isBehind(event.sequence, after) || types?.has(event.name) === false) continue;
        events.push(event);
        reached = { position: recorded.position, sequence: event.sequence };
        if (events.length === limit) return { events, next: reached, end: false };
      }
      reached = { position: recorded.position };
    }
    return { events, next: { position: page.position }, end: page.end };
  }

  async function read(query: FeedQuery): Promise<FeedPart> {
    const events: PublicEvent[] = [];
    let next = query.after;
    for (let looked = 0; looked < LOOKED_AT; looked += PAGE) {
      const page = await store.readAll({ after: readFrom(next), limit: PAGE, categories: told.categories });
      if (page.events.length === 0 && page.end)
        return { events, next: furtherOf({ position: page.position }, next), end: true };
      let part;
      try {
        part = await partOf(page, { ...query, after: next, limit: query.limit - events.length });
      } catch (error) {
        if (events.length === 0) throw error;
        return { events, next, end: false };
      }
      events.push(...part.events);
      next = part.next;
      if (part.end || events.length === query.limit) return { events, next, end: part.end };
    }
    return { events, next, end: false };
  }

  return {
    read,
    isBeyond: async ({ position }) => position > (await store.head()),
    async wait(query, signal) {
      const part = await read(query);
      if (part.events.length > 0 || !part.end || signal.aborted) return part;
      let { next } = part;
      const following = { after: next.position, signal, limit: PAGE, categories: told.categories };
      for await (const page of store.subscribe(following)) {
        const more = await partOf(page, { ...query, after: next });
        if (more.events.length > 0) return more;
        next = more.next;
      }
      return { events: [], next, end: true };
    },
  };
}
