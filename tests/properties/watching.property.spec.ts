import { randomInt } from 'node:crypto';
import { watcher } from '#apps/watch/src/watcher';
import { later, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { categoryOf, idOf } from '#event-sourcing/stream-name';
import { partnersKnown } from '#partners/partners-known';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { chanceOf } from '#tests/properties/chance';
import { FIRST_MOMENT } from '#tests/properties/commands/times';
import { memoryAgenda, memoryCheckpoints } from '#tests/properties/watching/memory-agenda';
import { heldAgainst } from '#tests/properties/watching/on-record';
import { turnstile, type Life } from '#tests/properties/watching/turnstile';
import { toBeTold, type ToTell } from '#tests/properties/watching/world';

const numberFrom = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const SEED = numberFrom(process.env['WATCH_SEED']) ?? randomInt(2 ** 31);
const WORLDS = numberFrom(process.env['WATCH_WORLDS']) ?? 8;
/** One world of the seed, to look at a failure again. */
const ONLY = numberFrom(process.env['WATCH_ONLY']);
const MINUTE = 60_000;
const DAY = 1440 * MINUTE;
/** The share of the steps of a watch at which it is killed. */
const DEADLY = 0.006;
const NO_FAULTS = { unfounded: [], twice: [], outOfOrder: [], expiriesMissing: [], notTold: [] };

const worlds = Array.from({ length: WORLDS }, (_, part) => part).filter((part) => ONLY === undefined || part === ONLY);
const quiet = { error: () => undefined, warn: () => undefined };

/** A world with two watches in it, which look while people tell, and are killed and started again. */
async function aWorld(part: number) {
  const chance = chanceOf(SEED, part);
  const { casus, partners } = await toBeTold(chance, SEED + part, { casus: 2, commands: chance.between(20, 60) });
  const store = memoryStore(sha256);
  const log = async () => (await store.readAll({ after: BEGINNING, limit: 100_000 })).events;
  const [agenda, checkpoints] = [memoryAgenda(), memoryCheckpoints()];
  const gate = turnstile(chance);
  let time = FIRST_MOMENT;

  function begin() {
    const life: Life = { deadly: DEADLY, dead: false };
    const ahead = chance.between(-30, 30) * 1000;
    const own = gate.guard(store, life);
    const now = () => plusMs(time, ahead);
    const watch = watcher({
      store: own,
      partners: partnersKnown(own),
      agenda: gate.guard(agenda, life),
      checkpoints: gate.guard(checkpoints, life),
      clock: { now },
      histories: new Map(),
      records: new Map(),
      outlooks: new Map(),
      log: quiet,
    });
    const rounds = [() => watch.readOn(), () => watch.wake()];
    const round = async (inOrder: boolean) => {
      for (const one of inOrder ? rounds : rounds.toReversed()) await one();
    };
    return { life, now, round };
  }

  /** People tell, and so time goes on, until then. */
  async function tell(all: ToTell[], until: Instant, through: Pick<typeof store, 'append'>): Promise<void> {
    for (let next = all[0]; next && next.at <= until; next = all[0]) {
      all.shift();
      time = later(time, next.at);
      await through.append([{ stream: next.stream, expected: 'any', events: [next.event] }]);
    }
    time = until;
  }

  let watches = [begin(), begin()];

  /** Nobody tells anything and nobody is killed: when both have looked, all must be on record. */
  async function thenAllIsOnRecord(whole: boolean): Promise<void> {
    for (const { life } of watches) life.deadly = 0;
    // The clock last: one that runs ahead may find due what the other has noted as still to come.
    await gate.run(
      watches.map(
        ({ round }) =>
          () =>
            round(true),
      ),
    );
    for (const { life } of watches) life.deadly = DEADLY;
    const events = await log();
    const latest = watches.map(({ now }) => now()).sort()[1] ?? time;
    const streams = new Set(events.map(({ stream }) => stream).filter((stream) => categoryOf(stream) === 'casus'));
    for (const stream of streams) {
      const { stallsRecorded, stallsThatWere, ...faults } = heldAgainst(events, idOf(stream), latest, whole);
      expect(stallsRecorded).toEqual(stallsThatWere);
      expect(faults).toEqual(NO_FAULTS);
    }
  }

  let down = 0;
  while (casus.length > 0) {
    const jump = chance.weighed([
      [chance.between(1, 90) * MINUTE, 6],
      [chance.between(1, 24) * 60 * MINUTE, 6],
      [chance.between(1, 4) * DAY, 2],
      [chance.between(5, 12) * DAY, 0.3],
    ] as const);
    const until = plusMs(time, jump);
    down = down > 0 ? down - 1 : chance.happens(0.05) ? chance.between(1, 6) : 0;
    const awake = watches.filter(() => down === 0 && chance.happens(0.8));
    let telling = true;
    const lookAllTheWhile = awake.map(({ round }) => async () => {
      do await round(chance.happens(0.5));
      while (telling);
    });
    const living = { deadly: 0, dead: false };
    const tellAll = () => tell(casus, until, gate.guard(store, living)).finally(() => (telling = false));
    await gate.run([tellAll, ...lookAllTheWhile]);
    watches = watches.map((watch) => (watch.life.dead ? begin() : watch));
    if (chance.happens(0.5)) await thenAllIsOnRecord(false);
    await tell(partners, time, store);
    if (chance.happens(0.5)) await thenAllIsOnRecord(false);
  }
  await tell(partners, plusMs(time, chance.between(1, 60) * DAY), store);
  await thenAllIsOnRecord(true);
  return log();
}

describe(`two watches over random casus, WATCH_SEED=${SEED}`, () => {
  const written = new Map<string, number>();
  beforeAll(() => {
    process.stdout.write(`WATCH_SEED=${SEED} WATCH_WORLDS=${WORLDS}\n`);
  });

  it.each(worlds)(
    '%i: what they recorded and corrected is what follows from all that is known',
    async (part) => {
      for (const { type } of await aWorld(part)) written.set(type, (written.get(type) ?? 0) + 1);
    },
    120_000,
  );

  it('wrote everything that a watch can write', () => {
    const all = ['StallBegan', 'StallEnded', 'StallCorrected', 'Escalated'];
    expect(ONLY === undefined ? all.filter((type) => !written.has(type)) : []).toEqual([]);
  });
});
