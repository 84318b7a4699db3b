import type { Arrived } from '#messaging/inbox/inbox';
import type { Pause } from '#messaging/transport/event-source';

/** A part of what one audience may know, oldest first. */
export interface FeedPage {
  readonly messages: readonly Arrived[];
  /** Where to go on. */
  readonly next: string;
  /** Nothing lay behind it when it was read. Where something always happens, `next` never stays the same. */
  readonly end: boolean;
}

/** Reads what happened behind a place, or from the beginning. Rejects when that cannot be read now. */
export type ReadFeed = (after: string | undefined, signal: AbortSignal) => Promise<FeedPage>;

/** What is rewound, and what becomes of it. */
export interface Rewinding {
  readonly read: ReadFeed;
  readonly take: (arrived: Arrived) => Promise<void>;
  readonly pause: Pause;
  /** Hears why it does not go on now. */
  readonly onFault: (fault: unknown) => void;
}

/**
 * Takes everything from the beginning to what is the end of a feed when it comes there, in its order. The beginning is the
 * only place behind which surely nothing is missing: of a casus that was never heard of, no place is known. What was taken
 * before is known by its id, so taking it again does nothing. Goes on where it failed; settles early when the signal aborts.
 */
export async function rewind({ read, take, pause, onFault }: Rewinding, signal: AbortSignal): Promise<void> {
  const isOver = () => signal.aborted;
  let after: string | undefined;
  let tries = 0;
  while (!isOver()) {
    try {
      const { messages, next, end } = await read(after, signal);
      for (const message of messages) {
        if (isOver()) return;
        await take(message);
      }
      if (end) return;
      after = next;
      tries = 0;
    } catch (fault) {
      if (isOver()) return;
      onFault(fault);
      await pause(++tries, signal);
    }
  }
}
