import type { Leadership } from '#platform/database/leadership';
import type { MessageMaker } from '#messaging/relay/messages';
import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { EventStore, LogPage } from '#event-sourcing/event-store';
import { PoisonEvent } from '#event-sourcing/poison-event';
import { BEGINNING, type Position } from '#event-sourcing/position';
import type { Feed, FeedProducer } from '#messaging/feed/feed';
import { whatFailed } from '#platform/what-failed';

/** Where the relay says what it cannot help. A pino logger fits. */
export interface RelayLog {
  warn(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

export interface RelayOptions {
  /** The name of its checkpoint. Another name sends everything again. */
  readonly checkpoint: string;
  readonly store: EventStore;
  readonly checkpoints: Checkpoints;
  readonly feed: Feed;
  readonly leadership: Leadership;
  readonly messages: MessageMaker;
  readonly log: RelayLog;
  /** Waits before the next try, the longer the more tries were in vain; settles early when the signal aborts. */
  readonly pause: (tries: number, signal: AbortSignal) => Promise<void>;
}

/**
 * How the relay is doing. `waiting`: another one sends. `troubled`: it cannot reach log, tables or feed and tries again.
 * `stopped`: at an event that it cannot take. `position`: up to there all is sent, as far as this relay knows.
 */
export interface RelayHealth {
  readonly state: 'waiting' | 'sending' | 'troubled' | 'stopped';
  readonly position: Position;
  readonly fault?: Error;
}

const PAGE = 100;

/**
 * Sends what happened as public events: log → feed, in the order of the log, at least once. The checkpoint moves when all
 * is acknowledged, and only from where it was: whoever sends an event has everything before it acknowledged, so that the
 * first time a receiver sees events they are in order, with several relays too.
 */
export async function runRelay(
  { checkpoint, store, checkpoints, feed, leadership, messages, log, pause }: RelayOptions,
  signal: AbortSignal,
  report: (health: RelayHealth) => void,
): Promise<void> {
  let position = BEGINNING;
  let tries = 0;

  /** Sends a page and moves the checkpoint; false when another relay moved it first. Throws PoisonEvent. */
  async function take(producer: FeedProducer, page: LogPage): Promise<boolean> {
    const made = await messages.of(page.events);
    const to = made.poison ? (page.events[made.count - 1]?.position ?? position) : page.position;
    await feed.ensureTopics(made.messages.map(({ topic }) => topic));
    await producer.send(made.messages);
    if (to > position && !(await checkpoints.advance(checkpoint, position, to))) return false;
    position = to;
    tries = 0;
    report({ state: 'sending', position });
    if (made.poison) throw made.poison;
    return true;
  }

  /** Ends when the signal aborts, or when another relay was first and the checkpoint must be read again. */
  async function send(leading: AbortSignal): Promise<void> {
    const producer = await feed.producer();
    try {
      position = await checkpoints.load(checkpoint);
      report({ state: 'sending', position });
      const reading = { after: position, signal: leading, limit: PAGE, categories: messages.categories };
      for await (const page of store.subscribe(reading)) if (!(await take(producer, page))) return;
    } finally {
      await producer.close().catch(() => undefined);
    }
  }

  while (!signal.aborted) {
    try {
      report({ state: 'waiting', position });
      await leadership.lead(signal, send);
    } catch (error) {
      const fault = error instanceof Error ? error : new Error(typeof error);
      const state = fault instanceof PoisonEvent ? 'stopped' : 'troubled';
      report({ state, position, fault });
      if (fault instanceof PoisonEvent) {
        log.error({ type: fault.type, position: fault.position, cause: whatFailed(fault.cause) }, 'the relay stopped');
        return;
      }
      log.warn({ cause: whatFailed(fault), position }, 'the relay tries again');
      tries += 1;
      await pause(tries, signal);
    }
  }
}
