import { minutesBetween, workingMinutes } from '#calendar/working-time';
import { bookedStretches, ledgerOf, type StepLedger } from '#casus/ledger';
import type { CasusEventType } from '#casus/events/casus-event';
import { factsAt, type CasusHistory } from '#casus/history';
import { standingIntervals, standingsAt } from '#casus/standings';
import type { Instant } from '#event-sourcing/instant';
import { plusMs } from '#event-sourcing/instant';
import { NO_PARTNERS } from '#partners/partners-over-time';
import { nationalWorkingTime } from '#partners/working-time';
import { casusLedger } from '#read-models/ledger/query';
import { partnersKnown } from '#partners/partners-known';
import { catchUp } from '#read-models/projector/catch-up';
import { termsOfCasus, type StepTerm } from '#read-models/terms/query';
import { instantsOf } from '#tests/integration/board';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { histories, readSession, type ReadSession } from '#tests/integration/read-session';
import { chanceOf } from '#tests/properties/chance';

const DAY = 86_400_000;
const seed = Number(process.env['SEED'] ?? 407);

type Days = Pick<StepTerm, 'step' | 'rule' | 'from' | 'raw' | 'suspendedDays' | 'lastDay' | 'warnsOn'>;

const ENDS: ReadonlySet<CasusEventType> = new Set(['StepCompleted', 'CompletionConfirmed', 'StepCancelled']);
const BEGINS: ReadonlySet<CasusEventType> = new Set(['StepPlanned', 'StepReopened']);

/** The whole time of each step, told from its events alone: from planned or reopened to its end or the moment. */
function wholeTimes(history: CasusHistory, at: Instant, knownAt: Instant | undefined) {
  const since = new Map<string, Instant>();
  const whole = new Map<string, { minutes: number; workingMinutes: number }>();
  const add = (step: string, until: Instant) => {
    const from = since.get(step);
    if (from === undefined) return;
    const sum = whole.get(step) ?? { minutes: 0, workingMinutes: 0 };
    whole.set(step, {
      minutes: sum.minutes + minutesBetween(from, until),
      workingMinutes: sum.workingMinutes + workingMinutes(from, until, nationalWorkingTime),
    });
    since.delete(step);
  };
  for (const fact of factsAt(history, at, knownAt)) {
    if (!('step' in fact.data) || fact.data.step === undefined) continue;
    if (ENDS.has(fact.type)) add(fact.data.step, fact.occurredAt);
    if (BEGINS.has(fact.type)) since.set(fact.data.step, fact.occurredAt);
  }
  for (const step of [...since.keys()]) add(step, at);
  return whole;
}

const sums = (steps: readonly StepLedger[]) =>
  new Map(
    steps.map(({ step, lines }) => [
      step,
      {
        minutes: lines.reduce((sum, { minutes }) => sum + minutes, 0),
        workingMinutes: lines.reduce((sum, line) => sum + line.workingMinutes, 0),
      },
    ]),
  );

const byStep = (steps: readonly StepLedger[]) => new Map(steps.map(({ step, lines }) => [step, lines]));

describe(`the time of random casus, seed ${seed}`, () => {
  let session: ReadSession;
  beforeAll(async () => {
    session = await readSession();
    await appendRandomCasus(session.store, seed, { casus: 6, commands: 150 });
    await catchUp(session);
  }, 60_000);
  afterAll(() => session.close());

  async function atRandomMoments(
    times: number,
    check: (history: CasusHistory, casus: string, at: Instant, knownAt: Instant | undefined) => Promise<void>,
  ) {
    const chance = chanceOf(seed, 98);
    const told = [...(await histories(session.store)).values()];
    const instants = await instantsOf(session.store);
    for (let n = 0; n < times; n++) {
      const at = plusMs(chance.pick(instants), chance.pick([-1, 0, 1, DAY, 20 * DAY]));
      const knownAt = chance.perhaps(0.5, () => chance.pick(instants));
      const history = chance.pick(told);
      await check(history, history.casus?.reference ?? '', at, knownAt);
    }
  }

  it('is booked to the minute: the lines of a step add up to its whole time, calendar and working', async () => {
    const partners = partnersKnown(session.store);
    let lines = 0;
    await atRandomMoments(80, async (history, casus, at, knownAt) => {
      const { steps } = await casusLedger({ db: session.db, partners }, { casus, at, knownAt });
      // A step planned at this very instant has no time yet, and no line.
      const whole = [...wholeTimes(history, at, knownAt)].filter(
        ([step, { minutes }]) => minutes > 0 || sums(steps).has(step),
      );
      expect({ casus, at, knownAt, sums: sums(steps) }).toEqual({ casus, at, knownAt, sums: new Map(whole) });
      const facts = factsAt(history, at, knownAt);
      const folded = ledgerOf(bookedStretches(standingIntervals(facts), at), NO_PARTNERS);
      expect({ at, knownAt, steps: byStep(steps) }).toEqual({ at, knownAt, steps: byStep(folded) });
      lines += steps.length;
    });
    expect(lines).toBeGreaterThan(100);
  }, 120_000);

  it('has totals without what is blocked, and a union that is no more than the sum', async () => {
    const partners = partnersKnown(session.store);
    await atRandomMoments(30, async (_, casus, at, knownAt) => {
      const { steps, totals } = await casusLedger({ db: session.db, partners }, { casus, at, knownAt });
      const booked = steps.flatMap(({ lines }) => lines.filter(({ line }) => !line.startsWith('blocked:')));
      const total = booked.reduce((sum, { minutes }) => sum + minutes, 0);
      expect(totals.reduce((sum, { minutes }) => sum + minutes, 0)).toBe(total);
      for (const { union, minutes, workingMinutes: working } of totals) {
        expect(union.minutes).toBeLessThanOrEqual(minutes);
        expect(union.workingMinutes).toBeLessThanOrEqual(working);
      }
    });
  }, 60_000);

  it('has terms at any moment as the events say, of ended steps too', async () => {
    let found = 0;
    await atRandomMoments(80, async (history, casus, at, knownAt) => {
      const read = await termsOfCasus(session.db, { casus, at, knownAt });
      const days = ({ step, rule, from, raw, suspendedDays, lastDay, warnsOn }: Days) => {
        return { step, rule, from, raw, suspendedDays, lastDay, warnsOn };
      };
      const told = standingsAt(history, at, knownAt).flatMap(({ step, term }) =>
        term ? [days({ step, ...term })] : [],
      );
      const asTold = read.map(days);
      const inOrder = (a: { step: string }, b: { step: string }) => (a.step < b.step ? -1 : 1);
      expect({ at, knownAt, terms: asTold.sort(inOrder) }).toEqual({ at, knownAt, terms: told.sort(inOrder) });
      found += read.length;
    });
    expect(found).toBeGreaterThan(50);
  }, 120_000);
});
