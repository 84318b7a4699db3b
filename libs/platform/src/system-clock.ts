import { epochMs, instant, plusMs, type Instant } from '#event-sourcing/instant';
import type { Clock } from '#platform/clock';

/** The clock of the machine: the one place that reads it. */
export const systemClock: Clock = { now: () => instant(Date.now()) };

/** A clock that stood at `setting` when the machine's stood at `startedAt` (default: now), and runs on from there. */
export function demoClock(
  setting: Instant,
  startedAt: Instant = systemClock.now(),
  machine: Clock = systemClock,
): Clock {
  return { now: () => plusMs(setting, epochMs(machine.now()) - epochMs(startedAt)) };
}

/** Begins to count; what it gives tells how many milliseconds ago that was, whatever becomes of the clock meanwhile. */
export function stopwatch(): () => number {
  const began = performance.now();
  return () => performance.now() - began;
}
