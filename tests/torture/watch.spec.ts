import { randomInt } from 'node:crypto';
import { plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { checkpoints } from '#read-models/projector/checkpoints';
import { checkpointName } from '#read-models/view-name';
import { agendaIn } from '#read-models/watch/agenda';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';
import { FIRST_MOMENT } from '#tests/properties/commands/times';
import { heldAgainst } from '#tests/properties/watching/on-record';
import { toBeTold, type ToTell } from '#tests/properties/watching/world';
import { mortalWatch, type MortalWatch } from '#tests/torture/mortal-watch';

const numberFrom = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const SEED = numberFrom(process.env['TORTURE_SEED']) ?? randomInt(2 ** 31);
const YEARS = numberFrom(process.env['TORTURE_YEARS']) ?? 1;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;
const NO_FAULTS = { unfounded: [], twice: [], outOfOrder: [], expiriesMissing: [], notTold: [] };

const years = Array.from({ length: YEARS }, (_, year) => year);

/** A year in which two watches are killed again and again; how many died, and what time it is when it is over. */
async function aYear({ url, store, db }: ReadSession, part: number) {
  const chance = chanceOf(SEED, part);
  const { casus, partners } = await toBeTold(chance, SEED + part, { casus: 2, commands: 50 });
  const waiting = [...casus, ...partners].sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
  const agenda = agendaIn(db);
  const end = plusMs(FIRST_MOMENT, 365 * DAY);
  const dying: Promise<unknown>[] = [];
  const alive = new Set<MortalWatch>();
  let time = FIRST_MOMENT;
  let died = 0;
  let wanted = 2;
  let steps = 0;
  let stepped = Promise.withResolvers<undefined>();
  const step = () => {
    steps += 1;
    stepped.resolve(undefined);
    stepped = Promise.withResolvers();
  };

  function begin(lastStep: number): void {
    const watch = mortalWatch(url, time, lastStep, step);
    alive.add(watch);
    const gone = watch.ended.then(() => {
      alive.delete(watch);
      died += 1;
      if (alive.size < wanted) begin(chance.between(15, 200));
    });
    dying.push(gone);
  }

  async function tell(until: Instant): Promise<void> {
    const told: ToTell[] = waiting.splice(
      0,
      Math.max(
        0,
        waiting.findIndex(({ at }) => at > until),
      ),
    );
    if (waiting[0] && waiting[0].at <= until) told.push(...waiting.splice(0));
    for (const { stream, event } of told) {
      await store.append([{ stream, expected: 'any', events: [event] }]);
    }
  }

  /** Settles when everything that the log holds was looked at, and nothing more is due. */
  async function level(): Promise<void> {
    for (;;) {
      const before = steps;
      const [head, next] = [await store.head(), await agenda.next()];
      const seen = await checkpoints(db).load(checkpointName('watch', 1));
      if (seen >= head && (next === undefined || next > time)) return;
      if (steps === before) await stepped.promise;
    }
  }

  begin(chance.between(15, 200));
  begin(chance.between(15, 200));
  while (time < end) {
    const busy = waiting.length > 0 ? chance.between(6, 10 * 24) * HOUR : chance.between(5, 35) * DAY;
    time = plusMs(time, busy);
    if (chance.happens(0.1)) {
      // Down for a week and more.
      wanted = 0;
      for (const watch of alive) watch.kill();
      await Promise.all(dying.splice(0));
      await tell(time);
      time = plusMs(time, chance.between(7, 20) * DAY);
      wanted = 2;
      begin(chance.between(15, 200));
      begin(chance.between(15, 200));
    }
    for (const watch of alive) watch.put(time);
    await tell(time);
    if (chance.happens(0.6)) await level();
  }
  await level();
  wanted = 0;
  for (const watch of alive) watch.kill();
  await Promise.all(dying);
  return { died, time, left: waiting.length };
}

describe(`watches that are killed, TORTURE_SEED=${SEED}`, () => {
  beforeAll(() => {
    process.stdout.write(`TORTURE_SEED=${SEED} TORTURE_YEARS=${YEARS}\n`);
  });

  it.each(years)(
    'year %i: every stall, expiry and escalation is on record once, in order, with its true instant',
    async (year) => {
      const session = await readSession();
      const { died, time, left } = await aYear(session, year);
      const { events } = await session.store.readAll({ after: BEGINNING, limit: 100_000 });
      await session.close();
      expect(left).toBe(0);
      expect(died).toBeGreaterThan(4);
      const streams = new Set(events.map(({ stream }) => stream).filter((stream) => categoryOf(stream) === 'casus'));
      for (const stream of streams) {
        const { stallsRecorded, stallsThatWere, ...faults } = heldAgainst(events, idOf(stream), time, false);
        expect(stallsRecorded).toEqual(stallsThatWere);
        expect(faults).toEqual(NO_FAULTS);
      }
      const written = new Map<string, number>();
      for (const { type, stream } of events) {
        if (categoryOf(stream) === 'watch') written.set(type, (written.get(type) ?? 0) + 1);
      }
      process.stdout.write(`${died} watches died; ${JSON.stringify(Object.fromEntries(written))}\n`);
    },
    300_000,
  );
});
