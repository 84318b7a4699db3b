import { openReceiving, type Desk, type OpenReceiving } from '#tests/contract/receiving-desk';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { EventSource } from '#messaging/transport/event-source';
import { CannotTake } from '#messaging/inbox/inbox';

/** A transport as the suite uses it: one way from senders to the receivers of one group. */
export interface Line {
  /** Puts events on their way, in this order; resolves when they cannot get lost any more. */
  send(events: readonly PublicEvent[]): Promise<void>;
  /** One more receiver of the group. */
  source(): EventSource;
  close(): Promise<void>;
}

const opened = (n: number, subject = 'eva'): PublicEvent<'casus.opened'> => ({
  id: `event-${n}`,
  name: 'casus.opened',
  subject,
  time: '2026-11-20T11:00:00.000Z' as PublicEvent['time'],
  sequence: String(n).padStart(20, '0'),
  dataref: `/v1/casus/${subject}`,
  data: { occurredAt: '2026-11-20T11:00:00.000Z', director: 'sociaal-team' },
});
const range = (from: number, to: number): readonly number[] => Array.from({ length: to - from }, (_, n) => from + n);
const interleaved = (count: number, subjects: number) => range(0, count).map((n) => opened(n, `casus-${n % subjects}`));

function inOrder(effects: readonly { readonly subject: string; readonly event: string }[]): boolean {
  const last = new Map<string, number>();
  return effects.every(({ subject, event }) => {
    const n = Number(event.replace('event-', ''));
    const follows = n > (last.get(subject) ?? -1);
    last.set(subject, n);
    return follows;
  });
}

/** What handlers of public events may rely on, whatever brings the events. */
export function transportContract(openLine: () => Promise<Line>): void {
  let line: Line;
  let desk: Desk;
  let receiving: OpenReceiving;
  beforeEach(async () => {
    line = await openLine();
    receiving = await openReceiving();
    desk = receiving.desk;
  });
  afterEach(async () => {
    await receiving.close();
    await line.close();
  });
  const receiver = () => receiving.start(line.source());

  it('brings every event to its handler, those of one casus in their order', async () => {
    await line.send(interleaved(25, 5));
    await receiver();
    await line.send(range(25, 60).map((n) => opened(n, `casus-${n % 5}`)));
    const effects = await desk.effects(60);
    expect(effects).toHaveLength(60);
    expect(inOrder(effects)).toBe(true);
  });

  it('lets an event that is sent again have its effect once', async () => {
    const events = interleaved(12, 3);
    await line.send(events);
    await receiver();
    await desk.effects(12);
    await line.send(events);
    await line.send([opened(99, 'last')]);
    expect((await desk.effects(13)).map(({ event }) => event).sort()).toEqual(
      [...events.map(({ id }) => id), 'event-99'].sort(),
    );
    expect(await desk.parked()).toEqual([]);
  });

  it('passes over what nobody handles', async () => {
    const closed: PublicEvent = { ...opened(1), name: 'casus.closed' };
    await line.send([closed, opened(2)]);
    await receiver();
    expect((await desk.effects(1)).map(({ event }) => event)).toEqual(['event-2']);
    expect(await desk.parked()).toEqual([]);
  });

  it.each([
    ['with an error', new Error('the other side is away')],
    ['by a bug', new TypeError('cannot read what is not there')],
  ])('brings an event again whose handler failed %s, and none behind it before that', async (_, fault) => {
    desk.onceFor('event-2', 3, () => Promise.reject(fault));
    await line.send([opened(1), opened(2), opened(3), opened(4)]);
    await receiver();
    expect((await desk.effects(4)).map(({ event }) => event)).toEqual(['event-1', 'event-2', 'event-3', 'event-4']);
    expect([...new Set(desk.offered())]).toEqual(['event-1', 'event-2', 'event-3', 'event-4']);
    expect(desk.offered().filter((id) => id === 'event-2')).toHaveLength(4);
  });

  it('parks what cannot be read or taken, and goes on', async () => {
    const nonsense = { ...opened(2), data: { occurredAt: 'some day' } } as unknown as PublicEvent;
    desk.onceFor('event-3', 9, () => Promise.reject(new CannotTake('there is no such casus')));
    await line.send([opened(1), nonsense, opened(3), opened(5), opened(4)]);
    await receiver();
    await line.send([opened(6)]);
    expect((await desk.effects(3)).map(({ event }) => event)).toEqual(['event-1', 'event-5', 'event-6']);
    expect([...(await desk.parked())].sort()).toEqual(['malformed', 'out-of-order', 'refused']);
  });

  it('goes on where it stopped, without losing or repeating an effect', async () => {
    await line.send(interleaved(20, 4));
    const first = await receiver();
    await desk.effects(5);
    await first.close();
    await line.send(range(20, 30).map((n) => opened(n, `casus-${n % 4}`)));
    await receiver();
    const effects = await desk.effects(30);
    expect(new Set(effects.map(({ event }) => event)).size).toBe(30);
    expect(effects).toHaveLength(30);
    expect(inOrder(effects)).toBe(true);
  });

  it('waits for a slow handler, also when it stops, and offers nothing of the same casus meanwhile', async () => {
    const release = Promise.withResolvers<undefined>();
    const began = Promise.withResolvers<undefined>();
    desk.onceFor('event-1', 1, () => {
      began.resolve(undefined);
      return release.promise;
    });
    await line.send([opened(1), opened(2)]);
    const first = await receiver();
    await began.promise;
    await line.send([opened(3)]);
    expect(desk.offered()).toEqual(['event-1']);
    const closing = first.close();
    release.resolve(undefined);
    await closing;
    expect((await desk.effects(1))[0]?.event).toBe('event-1');
    await receiver();
    expect((await desk.effects(3)).map(({ event }) => event)).toEqual(['event-1', 'event-2', 'event-3']);
  });

  it('has each effect once with two receivers side by side, in order, also when one of them leaves', async () => {
    const one = await receiver();
    await receiver();
    await line.send(interleaved(24, 6));
    await desk.effects(12);
    await one.close();
    await line.send(range(24, 48).map((n) => opened(n, `casus-${n % 6}`)));
    const effects = await desk.effects(48);
    expect(effects).toHaveLength(48);
    expect(inOrder(effects)).toBe(true);
    expect(await desk.parked()).toEqual([]);
  });
}
