import { later, type Instant } from '#event-sourcing/instant';
import type { Clock } from '#platform/clock';
import { demoClock, systemClock } from '#platform/system-clock';
import type { ClockSetting } from '#home/home-settings';
import type { RunningClock } from '#home/running-server';

/** What may say where the clock of a home stands. */
export interface ClockSources {
  /** Asked for this once. */
  readonly now: Instant | undefined;
  /** When, by the clock of the machine, it stood there; now when left out. */
  readonly since?: Instant | undefined;
  /** The clock of a start that is running. */
  readonly running: RunningClock | undefined;
  readonly setting: ClockSetting | undefined;
  /** The latest moment at which anything was recorded. */
  readonly lastRecorded: () => Promise<Instant | undefined>;
}

/** The clock of a home; `runs` says how, so that others can go by it, unless it is that of the machine. */
export interface HomeClock extends Clock {
  readonly runs?: RunningClock;
}

const from = ({ stoodAt, startedAt }: RunningClock): HomeClock => ({
  ...demoClock(stoodAt, startedAt),
  runs: { stoodAt, startedAt },
});

/**
 * The clock of a home: where it was asked to stand, else that of a start that is running, else that of the home's own
 * setting, which in a demo home begins no earlier than the last thing recorded.
 */
export async function homeClock({ now, since, running, setting, lastRecorded }: ClockSources): Promise<HomeClock> {
  const startedAt = systemClock.now();
  if (now !== undefined) return from({ stoodAt: now, startedAt: since ?? startedAt });
  if (running) return from(running);
  if (setting?.kind !== 'demo') return systemClock;
  const { standsAt } = setting;
  return from({ stoodAt: later(standsAt, (await lastRecorded()) ?? standsAt), startedAt });
}
