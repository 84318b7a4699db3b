import { wait } from '#platform/wait';

const LONGER_THAN_A_SPEC_MAY_TAKE = 600_000;

describe('waiting', () => {
  it('ends when its time is over', async () => {
    await expect(wait(0, new AbortController().signal)).resolves.toBeUndefined();
  });

  it('ends early when the signal aborts', async () => {
    const ending = new AbortController();
    const waiting = wait(LONGER_THAN_A_SPEC_MAY_TAKE, ending.signal);
    ending.abort();
    await expect(waiting).resolves.toBeUndefined();
  });

  it('does not begin when the signal has aborted', async () => {
    await expect(wait(LONGER_THAN_A_SPEC_MAY_TAKE, AbortSignal.abort())).resolves.toBeUndefined();
  });
});
