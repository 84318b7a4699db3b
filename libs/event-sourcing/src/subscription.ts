import type { LogPage } from '#event-sourcing/event-store';
import type { Position } from '#event-sourcing/position';

/** What a store offers to be followed: pages from a position, and a promise that settles once there may be more. */
export interface Followable {
  read(after: Position): Promise<LogPage>;
  /** Settles when something may have been appended after `after`, or when `signal` aborts; it may settle for nothing. */
  moreAfter(after: Position, signal: AbortSignal): Promise<void>;
}

/** Catch-up, then live. An error in reading ends the iteration with that error: its consumer owns the failure. */
export async function* follow(log: Followable, after: Position, signal: AbortSignal): AsyncGenerator<LogPage> {
  let position = after;
  while (!signal.aborted) {
    const page = await log.read(position);
    if (page.position > position) yield page;
    position = page.position;
    if (page.end) await log.moreAfter(position, signal);
  }
}
