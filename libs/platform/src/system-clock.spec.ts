import { instant, plusMs } from '#event-sourcing/instant';
import { demoClock } from '#platform/system-clock';

describe('demo clock', () => {
  it('stands at its setting at the start and runs on with the machine', () => {
    const setting = instant('2026-11-20T11:00:00Z');
    const started = instant('2031-01-01T00:00:00Z');
    let machine = started;
    const clock = demoClock(setting, started, { now: () => machine });
    expect(clock.now()).toBe(setting);
    machine = plusMs(started, 90_000);
    expect(clock.now()).toBe('2026-11-20T11:01:30.000Z');
  });
});
