import type { Instant } from '#event-sourcing/instant';

/** What time it is. Everything that needs to know asks this port; nothing else reads a clock. */
export interface Clock {
  now(): Instant;
}
