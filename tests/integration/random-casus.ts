import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { chanceOf, type Chance } from '#tests/properties/chance';
import { nextCommand } from '#tests/properties/commands/next-command';
import { FIRST_MOMENT } from '#tests/properties/commands/times';
import { casusplace } from '#tests/properties/workplace';

/** The events of one random casus, in the order of recording; some late. `part` also names it. */
async function randomCasus(seed: number, part: number, commands: number): Promise<readonly RecordedEvent[]> {
  const chance = chanceOf(seed, part);
  const place = casusplace();
  let now = FIRST_MOMENT;
  for (let n = 0; n < commands; n++) {
    const command = nextCommand(chance, await place.folded(), now, false);
    now = command.recordedAt;
    await place.give(command);
  }
  return place.stored();
}

const streamOf = (part: number): StreamName =>
  streamName('casus', `00000000-0000-4000-8000-${String(part).padStart(12, '0')}`);

const proposed = ({ id, type, schemaVersion, data, metadata }: RecordedEvent, part: number): ProposedEvent => ({
  id: `${part}-${id}`,
  type,
  schemaVersion,
  data: type === 'CasusOpened' ? { ...(data as object), reference: `c${part}` } : data,
  metadata,
});

/** Appends so many random casus, their events mixed; each stays in its own order. */
export async function appendRandomCasus(
  store: EventStore,
  seed: number,
  { casus, commands }: { casus: number; commands: number },
): Promise<void> {
  const chance: Chance = chanceOf(seed, casus);
  const waiting = await Promise.all(
    Array.from({ length: casus }, async (_, part) => ({
      part,
      events: [...(await randomCasus(seed, part, commands))],
    })),
  );
  for (;;) {
    const left = waiting.filter(({ events }) => events.length > 0);
    if (left.length === 0) return;
    const { part, events } = chance.pick(left);
    const some = events.splice(0, chance.between(1, 4));
    const request = { stream: streamOf(part), expected: 'any' as const };
    await store.append([{ ...request, events: some.map((event) => proposed(event, part)) }]);
  }
}
