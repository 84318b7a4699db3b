import type { RecordedEvent } from '#event-sourcing/event';
import { LogUnreadable } from '#event-sourcing/log-unreadable';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { timelineView } from '#read-models/timeline/projection';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { casusplace } from '#tests/properties/workplace';
import { chanceOf } from '#tests/properties/chance';
import { nextCommand } from '#tests/properties/commands/next-command';
import { FIRST_MOMENT } from '#tests/properties/commands/times';

async function someEvents() {
  const store = memoryStore(sha256);
  const place = casusplace(store);
  const chance = chanceOf(3);
  let now = FIRST_MOMENT;
  for (let n = 0; n < 40; n++) {
    const command = nextCommand(chance, await place.folded(), now, false);
    now = command.recordedAt;
    await place.give(command);
  }
  const { events } = await store.readAll({ after: BEGINNING, limit: 1000 });
  return { store, events };
}

const nowhere = () => Promise.resolve([]);

const strange = (event: RecordedEvent | undefined): RecordedEvent => {
  if (!event) throw new Error('too few events');
  return { ...event, type: 'SomethingNew' };
};

describe('a view', () => {
  it('digests all events that it can take', async () => {
    const { store, events } = await someEvents();
    const digest = await timelineView(store, nowhere).digest(events);
    expect(digest.count).toBe(events.length);
    expect(digest.poison).toBeUndefined();
  });

  it('stops at a type that it does not know, and says where', async () => {
    const { store, events } = await someEvents();
    const digest = await timelineView(store, nowhere).digest([
      ...events.slice(0, 5),
      strange(events[5]),
      ...events.slice(6),
    ]);
    expect(digest.count).toBe(5);
    expect(digest.poison).toMatchObject({ by: 'timeline', type: 'SomethingNew', stream: 'casus-0', revision: 5 });
  });

  it('does not take a log that cannot be read for an event that cannot be taken', async () => {
    const { store, events } = await someEvents();
    const down = { ...store, readStream: () => Promise.reject(new Error('connection refused')) };
    await expect(timelineView(down, nowhere).digest(events.slice(3))).rejects.toThrow(LogUnreadable);
  });

  it('stops at an event of a stream that has no opening', async () => {
    const { store, events } = await someEvents();
    const lost = events.slice(1, 2).map((event) => ({ ...event, stream: streamName('casus', 'lost') }));
    expect((await timelineView(store, nowhere).digest(lost)).poison).toMatchObject({ stream: 'casus-lost' });
  });
});
