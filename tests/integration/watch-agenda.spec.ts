import { instant, plusMs } from '#event-sourcing/instant';
import { positionOf } from '#event-sourcing/position';
import { agendaIn } from '#read-models/watch/agenda';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';
import { memoryAgenda } from '#tests/properties/watching/memory-agenda';

const SEED = Number(process.env['SEED'] ?? 83);
const START = instant('2026-11-02T08:00Z');
const HOUR = 3_600_000;

describe(`the agenda of the watch, seed ${SEED}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
  });
  afterAll(() => session.close());

  it('answers in the database as it does in memory', async () => {
    const chance = chanceOf(SEED);
    const both = [agendaIn(session.db), memoryAgenda()];
    const time = () => plusMs(START, chance.between(0, 48) * HOUR);
    const casus = () => `c${chance.below(5)}`;
    for (let n = 0; n < 300; n++) {
      const looked = {
        casus: casus(),
        known: positionOf(chance.below(40)),
        wakeAt: chance.perhaps(0.8, time),
        partners: ['welzijn', 'corporatie'].filter(() => chance.happens(0.5)),
      };
      const [later, now, limit] = [time(), time(), chance.between(1, 5)];
      const postponed = chance.happens(0.2);
      const summoned = chance.perhaps(0.2, () => ({
        several: [casus(), 'never'],
        known: positionOf(chance.below(40)),
      }));
      const asked = new Map([casus(), casus(), 'never'].map((one) => [one, positionOf(chance.between(1, 40))]));
      const answers = await Promise.all(
        both.map(async (agenda) => {
          await (postponed ? agenda.postpone(looked.casus, later) : agenda.note(looked));
          if (summoned) await agenda.summon(summoned.several, summoned.known, later);
          return {
            due: await agenda.due(now, limit),
            behind: await agenda.behind(asked),
            casusOf: await agenda.casusOf('welzijn'),
            next: await agenda.next(),
            delay: await agenda.delay(now),
          };
        }),
      );
      expect(answers[0]).toEqual(answers[1]);
    }
  });
});
