import { epochMs, instant } from '#event-sourcing/instant';
import { homeClock, type ClockSources } from '#home/home-clock';
import { clockAfterPlaying } from '#home/home-settings';
import { systemClock } from '#platform/system-clock';

const NOON = instant('2026-11-20T11:00:00Z');
const EVENING = instant('2026-11-20T19:00:00Z');
const DEMO = { kind: 'demo', standsAt: NOON } as const;

const nothing: ClockSources = {
  now: undefined,
  running: undefined,
  setting: undefined,
  lastRecorded: () => Promise.resolve(undefined),
};

const standsAt = async (sources: Partial<ClockSources>) => (await homeClock({ ...nothing, ...sources })).runs?.stoodAt;

describe('the clock of a home', () => {
  it('is that of the machine, unless something says otherwise', async () => {
    expect(await homeClock(nothing)).toBe(systemClock);
    expect(await homeClock({ ...nothing, setting: { kind: 'real' } })).toBe(systemClock);
  });

  it('stands in a demo home at its setting, or at the last thing recorded if that is later', async () => {
    expect(await standsAt({ setting: DEMO })).toBe(NOON);
    expect(await standsAt({ setting: DEMO, lastRecorded: () => Promise.resolve(EVENING) })).toBe(EVENING);
    expect(
      await standsAt({ setting: { kind: 'demo', standsAt: EVENING }, lastRecorded: () => Promise.resolve(NOON) }),
    ).toBe(EVENING);
  });

  it('stands where it is asked to, whatever the home says', async () => {
    expect(await standsAt({ now: EVENING, setting: DEMO, running: { stoodAt: NOON, startedAt: NOON } })).toBe(EVENING);
  });

  it('stood there when it is said to have stood there, so that several processes agree', async () => {
    const since = instant(epochMs(systemClock.now()) - 3_600_000);
    const clock = await homeClock({ ...nothing, now: NOON, since });

    expect(clock.runs).toEqual({ stoodAt: NOON, startedAt: since });
    expect(epochMs(clock.now())).toBeGreaterThanOrEqual(epochMs(NOON) + 3_600_000);
  });

  it('is that of the start that runs', async () => {
    const startedAt = instant(epochMs(systemClock.now()) - 3_600_000);
    const clock = await homeClock({ ...nothing, setting: DEMO, running: { stoodAt: NOON, startedAt } });

    expect(epochMs(clock.now())).toBeGreaterThanOrEqual(epochMs(NOON) + 3_600_000);
  });
});

describe('the clock setting after playing a script', () => {
  it('makes a demo home of a home without a clock, moves it on and never back, and leaves a real clock', () => {
    expect(clockAfterPlaying(undefined, NOON)).toEqual(DEMO);
    expect(clockAfterPlaying(DEMO, EVENING)).toEqual({ kind: 'demo', standsAt: EVENING });
    expect(clockAfterPlaying({ kind: 'demo', standsAt: EVENING }, NOON)).toEqual({ kind: 'demo', standsAt: EVENING });
    expect(clockAfterPlaying({ kind: 'real' }, NOON)).toEqual({ kind: 'real' });
    expect(clockAfterPlaying(undefined, undefined)).toBeUndefined();
  });
});
