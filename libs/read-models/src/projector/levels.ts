import type { Position } from '#event-sourcing/position';
import type { ReadDatabase } from '#read-models/read-database';
import type { ViewName } from '#read-models/view-name';

/** Lets a reader wait until views show what it wrote. */
export interface Levels {
  /**
   * Settles with true once all of these views have reached the position, with false when `signal` aborts first (or they
   * cannot be asked any longer).
   */
  waitUntil(names: readonly ViewName[], position: Position, signal: AbortSignal): Promise<boolean>;
  /** Settles when some view may have moved on, or when `signal` aborts. For feeds. */
  moved(signal: AbortSignal): Promise<void>;
  close(): Promise<void>;
}

/** How levels are watched: by notice, and by looking every `pollEveryMs` (default 250) while somebody waits. */
export interface LevelsOptions {
  readonly url: string;
  readonly db: ReadDatabase;
  readonly pollEveryMs?: number;
}
