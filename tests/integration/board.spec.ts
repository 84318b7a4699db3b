import { instant, plusMs } from '#event-sourcing/instant';
import { catchUp } from '#read-models/projector/catch-up';
import { nextSteps } from '#read-models/next-steps/query';
import { instantsOf, readBoard, toldBoard } from '#tests/integration/board';
import { histories, playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';

const NOW = instant('2026-11-20T12:00+01:00');
const DAY = 86_400_000;
const seed = Number(process.env['SEED'] ?? 20261120);
const chance = chanceOf(seed);

describe('the board, from the tables', () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await playBoth(session.store);
    await catchUp(session);
  });
  afterAll(() => session.close());

  it('says of both demo casus what their scripts expect', async () => {
    const { rows } = await nextSteps(session.db, { at: NOW });
    const line = ({ step, owner, state, onTheMove, act, since }: (typeof rows)[number]) =>
      [step, owner, state, onTheMove, act, since].join(' ');
    expect(rows.map(line)).toEqual([
      'E5 sociaal-team open onderwijs answer-offer 2026-11-19T10:00:00.000Z',
      'E8 zorgaanbieder scheduled   ',
      'E9 corporatie open corporatie do 2026-11-19T09:05:00.000Z',
      'E11 clientondersteuning open clientondersteuning do 2026-11-13T15:30:00.000Z',
      'E12 welzijn open welzijn do 2026-10-20T08:00:00.000Z',
      'E14 sociaal-team open jongerenpunt answer-offer 2026-11-18T08:00:00.000Z',
      'E15 sociaal-team blocked corporatie do 2026-11-19T09:05:00.000Z',
      'K8 gemeente-wmo open corporatie answer-ask 2026-10-30T10:05:00.000Z',
      'K10 gemeente-wonen open gemeente-wonen do 2026-10-22T09:00:00.000Z',
      'K11 sociaal-team open sociaal-team do 2026-11-19T23:00:00.000Z',
      'K12 welzijn open welzijn do 2026-11-16T08:00:00.000Z',
      'K14 zorgaanbieder waiting external:CIZ provide 2026-11-16T09:05:00.000Z',
      'K15 corporatie blocked gemeente-wonen do 2026-10-22T09:00:00.000Z',
      'K16 sociaal-team blocked gemeente-wonen do 2026-10-22T09:00:00.000Z',
    ]);
    const byStep = new Map(rows.map((row) => [row.step, row]));
    expect(byStep.get('E5')?.harmSoFar).toBe(2);
    expect(byStep.get('E8')?.startsOn).toBe('2026-11-23');
    expect(byStep.get('K15')?.blockedBy).toEqual(['K10', 'K11']);
  });

  it('opens a scheduled step at its instant, with no event and no job', async () => {
    const stateAt = async (at: string) => {
      const { rows } = await nextSteps(session.db, { at: instant(at), casus: 'kees-marianne' });
      return rows.find(({ step }) => step === 'K11')?.state;
    };
    expect(await stateAt('2026-11-19T23:59:59.999+01:00')).toBe('scheduled');
    expect(await stateAt('2026-11-20T00:00+01:00')).toBe('open');
  });

  it('is at any moment what the domain says, of the past and of what is to come', async () => {
    const told = [...(await histories(session.store)).values()];
    for (const instant of await instantsOf(session.store)) {
      const at = plusMs(instant, chance.pick([-1, 0, 0, DAY / 3, 5 * DAY, 40 * DAY]));
      expect({ seed, at, board: await readBoard(session.db, at) }).toEqual({ seed, at, board: toldBoard(told, at) });
    }
  }, 60_000);

  it('is what was known at any moment of any other', async () => {
    const told = [...(await histories(session.store)).values()];
    const instants = await instantsOf(session.store);
    for (let n = 0; n < 150; n++) {
      const [at, knownAt] = [plusMs(chance.pick(instants), chance.between(-1, 40) * DAY), chance.pick(instants)];
      const board = await readBoard(session.db, at, knownAt);
      expect({ seed, at, knownAt, board }).toEqual({ seed, at, knownAt, board: toldBoard(told, at, knownAt) });
    }
  }, 60_000);
});
