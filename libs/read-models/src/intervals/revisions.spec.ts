import type { RecordedEvent } from '#event-sourcing/event';
import { streamName } from '#event-sourcing/stream-name';
import { readFact } from '#casus/fact';
import { inOrderOfHappening } from '#casus/history';
import { FACES } from '#read-models/casus-summary/course';
import { DEALINGS } from '#read-models/dealings/course';
import { allOf, difference, type Course, type Interval } from '#read-models/intervals/course';
import { revisions } from '#read-models/intervals/revisions';
import { STANDINGS } from '#read-models/next-steps/projection';
import type { ReadStream } from '#read-models/projector/view';
import { chanceOf } from '#tests/properties/chance';
import { nextCommand } from '#tests/properties/commands/next-command';
import { FIRST_MOMENT } from '#tests/properties/commands/times';
import { casusplace } from '#tests/properties/workplace';

const seed = Number(process.env['SEED'] ?? 7);

async function randomStream(part: number): Promise<readonly RecordedEvent[]> {
  const chance = chanceOf(seed, part);
  const place = casusplace();
  let now = FIRST_MOMENT;
  for (let n = 0; n < 120; n++) {
    const command = nextCommand(chance, await place.folded(), now, false);
    now = command.recordedAt;
    await place.give(command);
  }
  return (await place.stored()).map((event) => ({ ...event, stream: streamName('casus', String(part)) }));
}

const texts = (intervals: readonly Interval<unknown>[]) => intervals.map((one) => JSON.stringify(one)).sort();

/** Follows two streams at once, and compares what is believed after each event with all that follows from the facts. */
async function believedAllAlong<Walk, Value>(course: Course<Walk, Value>, most: number) {
  const streams = [await randomStream(1), await randomStream(2)];
  let reads = 0;
  const read: ReadStream = (stream, { limit } = {}) => {
    reads += 1;
    return Promise.resolve(streams.find(([first]) => first?.stream === stream)?.slice(0, limit) ?? []);
  };
  const contextOf = revisions(course, read, most);
  const believed = streams.map(() => new Set<string>());
  const longest = Math.max(...streams.map(({ length }) => length));
  let late = 0;
  for (let n = 0; n < longest; n++) {
    for (const [index, events] of streams.entries()) {
      const event = events[n];
      if (!event) continue;
      const { before, after } = await contextOf(event);
      const { gone, come } = difference(before, after);
      for (const one of gone) if (!believed[index]?.delete(JSON.stringify(one))) throw new Error('never believed');
      for (const one of come) believed[index]?.add(JSON.stringify(one));
      const facts = events.slice(0, n + 1).map(readFact);
      if (facts.toSorted(inOrderOfHappening).at(-1)?.revision !== n) late += 1;
      const { walk, ended } = allOf(course, facts.toSorted(inOrderOfHappening));
      const all = [...ended, ...(walk === undefined ? [] : course.ahead(walk))];
      expect([...(believed[index] ?? [])].sort()).toEqual(texts(all));
    }
  }
  return { reads, late };
}

describe(`following random casus, seed ${seed}`, () => {
  it.each([
    ['steps', STANDINGS],
    ['casus', FACES],
    ['dealings', DEALINGS],
  ] as const)(
    'believes of %s after each event what follows from all, reading streams only for late facts',
    async (_, course) => {
      // Each course with its own walk and values; what is checked is the same for both.
      const { reads, late } = await believedAllAlong(course as Course<unknown, unknown>, 10_000);
      expect(late).toBeGreaterThan(5);
      expect(reads).toBe(late);
    },
  );

  it('believes the same when it cannot keep both casus', async () => {
    const { reads, late } = await believedAllAlong(STANDINGS, 20);
    expect(reads).toBeGreaterThan(late);
  });

  it('refuses a stream that does not begin with an opening', async () => {
    const [, second] = await randomStream(1);
    if (!second) throw new Error('an empty stream');
    const contextOf = revisions(STANDINGS, () => Promise.resolve([]));
    await expect(contextOf(second)).rejects.toThrow('does not begin with the opening');
  });
});
