import { instant } from '#event-sourcing/instant';
import { futureFault } from '#read-models/moment-fault';

const [before, now, after] = ['2026-11-20T10:59Z', '2026-11-20T11:00Z', '2026-11-20T11:01Z'].map(instant);

describe('a moment that lies ahead', () => {
  it('is refused, whichever of the two it is', () => {
    if (!before || !now || !after) throw new Error('no moments');
    expect(futureFault({ at: now, knownAt: before }, now)).toBeUndefined();
    expect(futureFault({ at: before, knownAt: now }, now)).toBeUndefined();
    expect(futureFault({ at: after }, now)).toEqual({
      code: 'as-of-in-the-future',
      details: { asOf: after, now },
    });
    expect(futureFault({ at: before, knownAt: after }, now)).toEqual({
      code: 'known-at-in-the-future',
      details: { knownAt: after, now },
    });
  });
});
