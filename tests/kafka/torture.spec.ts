import { randomInt } from 'node:crypto';
import { torture, type Torture } from '#tests/kafka/torture/torture';

const { KAFKA_TORTURE_MINUTES: minutesGiven, KAFKA_TORTURE_NODES: nodes, KAFKA_TORTURE_SEED: seedGiven } = process.env;
const seed = seedGiven === undefined ? randomInt(2 ** 31) : Number(seedGiven);
const NOTHING = { lost: 0, strange: 0, outOfOrder: 0 };
const PER_SECOND = 200;
const MINUTE = 60;

/** Shorter in a round of less than two minutes, so that some end in it. */
const lives = (least: number, most: number): readonly [number, number] => {
  const share = Math.min(1, Number(minutesGiven) / 2);
  return [Math.round(least * share), Math.round(most * share)];
};

/** For so many minutes at two hundred commands a second, or a few seconds that have something of everything. */
const given: Torture =
  minutesGiven === undefined
    ? {
        ...{ seed, commands: 1500, perSecond: 100, nodes: 1, away: 200 },
        ...{ casusLives: [300, 700], relayLives: [300, 900], receiverLives: [400, 900] },
      }
    : {
        ...{ seed, commands: Number(minutesGiven) * MINUTE * PER_SECOND, perSecond: PER_SECOND },
        nodes: nodes === '3' ? 3 : 1,
        away: Math.min(MINUTE, (Number(minutesGiven) * MINUTE) / 4) * PER_SECOND,
        ...{ casusLives: lives(1000, 5000), relayLives: lives(2000, 8000), receiverLives: lives(3000, 9000) },
      };

const PATIENCE_MS = 240_000 + Number(minutesGiven ?? 0) * 4 * MINUTE * 1000;

describe(`services, relays and receivers that are killed while Kafka comes and goes, KAFKA_TORTURE_SEED=${seed}`, () => {
  it(
    'lose nothing, apply nothing twice, keep the order of each casus and tell nothing about persons',
    async () => {
      process.stdout.write(
        `KAFKA_TORTURE_SEED=${seed} KAFKA_TORTURE_MINUTES=${minutesGiven ?? 'none: a short round'}\n`,
      );
      const { figures, log, sent, received, marked } = await torture(given);
      process.stdout.write(`${JSON.stringify(figures)}\n`);
      expect(log).toEqual({ commands: given.commands, twice: 0 });
      expect(sent).toEqual(NOTHING);
      expect(received).toEqual({ ...NOTHING, twice: 0, parked: 0 });
      expect(marked).toBe(0);
      expect(figures.casusKilled).toBeGreaterThan(0);
      expect(figures.relaysKilled).toBeGreaterThan(0);
      expect(figures.receiversKilled).toBeGreaterThan(0);
    },
    PATIENCE_MS,
  );
});
