import { BEGINNING, positionOf } from '#event-sourcing/position';
import { wakeUp } from '#stores/wake-up';

describe('waking up', () => {
  const never = new AbortController().signal;

  it('goes on at once where the log is known to reach further', async () => {
    const wake = wakeUp();
    wake.reached(positionOf(3));
    wake.reached(positionOf(2));
    await wake.beyond(positionOf(2), never);
  });

  it('waits until the log reaches further', async () => {
    const wake = wakeUp();
    const went: string[] = [];
    wake.reached(positionOf(3));
    const waiting = wake.beyond(positionOf(3), never).then(() => went.push('on'));
    wake.reached(positionOf(3));
    await Promise.resolve();
    expect(went).toEqual([]);
    wake.reached(positionOf(4));
    await waiting;
  });

  it('lets everyone go when something may have been missed', async () => {
    const wake = wakeUp();
    const waiting = [wake.beyond(BEGINNING, never), wake.beyond(positionOf(9), never)];
    wake.everyone();
    await Promise.all(waiting);
  });

  it('waits no longer than told, and not at all once aborted', async () => {
    const wake = wakeUp();
    await wake.beyond(BEGINNING, never, 0);
    await wake.beyond(BEGINNING, AbortSignal.abort());
    const stop = new AbortController();
    const waiting = wake.beyond(BEGINNING, stop.signal, 3_600_000);
    stop.abort();
    await waiting;
  });
});
