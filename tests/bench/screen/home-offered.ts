import { casusIdOf } from '#commands/casus-id';
import { give, LANDLORD, TEAM, untilIs, workHas, type Desks } from '#tests/bench/screen/desks';
import { demoScripts, playScripts } from '#tests/integration/read-session';

const WONEN = 'gemeente-wonen';
const NEED = {
  ...{ rooms: 2, stepFree: true, lift: false, neighbourhoods: [], incomeClass: 'low', from: '2026-12-01' },
  support: { arranged: true, from: '2026-12-01' },
};
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

/** How long it took until the board of the director had the resident on the move, each time. Milliseconds. */
export interface HomeOffered {
  /** From the offer of a home that was reserved just before. */
  readonly fromOffer: readonly number[];
  /** From the reservation, both being asked for one after the other. */
  readonly fromReservation: readonly number[];
}

/** A copy of a demo casus, and the housing step in it. */
interface Copy {
  readonly reference: string;
  readonly step: string;
}

const evaOf = (n: number): Copy => ({ reference: `eva-${n}`, step: 'E9' });
const keesOf = (n: number): Copy => ({ reference: `kees-marianne-${n}`, step: 'K15' });

/** Plays copies of both demo casus into the log: eva-3, kees-marianne-3 and so on. */
export async function playCopies(desks: Desks, numbers: readonly number[]): Promise<void> {
  const scripts = await demoScripts();
  const copy = (n: number) =>
    scripts.map(({ file, text }) => ({
      file: `${n}-${file}`,
      text: text.replace(/^casus: (\S+)$/m, `casus: $1-${n}`),
    }));
  await playScripts(desks.store, numbers.flatMap(copy));
}

/** Does in a copy what is missing for a home. */
async function makeReady(desks: Desks, n: number): Promise<void> {
  const { casus } = desks;
  const kees = keesOf(n).reference;
  const decision = { product: 'urgentie', decidedBy: WONEN, outcome: 'granted', ground: 'mantelzorg' };
  await give(casus, `casus/${kees}/decisions`, WONEN, { step: 'K10', ...decision });
  await give(casus, `casus/${kees}/steps/K10/complete`, WONEN, {});
  await give(casus, `casus/${kees}/steps/K11/complete`, TEAM, {});
  for (const { reference } of [evaOf(n), keesOf(n)]) {
    await give(casus, `casus/${reference}/housing-need`, TEAM, NEED);
    await untilIs(`${reference} ready`, () => workHas(desks, 'readyCandidates', casusIdOf(reference)));
  }
}

/** Whether the board of the director has the resident on the move in a step. */
async function boardHas({ insight }: Desks, { reference, step }: Copy): Promise<boolean> {
  const { text } = await insight.send('GET', `/v1/next-steps?casus=${reference}&limit=200`, TEAM);
  const { items } = JSON.parse(text) as { items: readonly { step: string; onTheMove: string | null }[] };
  return items.some((item) => item.step === step && item.onTheMove === 'resident');
}

async function offerHome(desks: Desks, copy: Copy): Promise<readonly [fromOffer: number, fromReservation: number]> {
  const { reference, step } = copy;
  const home = `home-${reference}`;
  await give(desks.allocation, 'homes', LANDLORD, { home, features: FEATURES, freeFrom: '2026-12-15' });
  const candidate = { casus: casusIdOf(reference), step };
  const reserving = performance.now();
  await give(desks.allocation, `homes/${home}/reserve`, LANDLORD, { candidate });
  const offering = performance.now();
  await give(desks.allocation, `homes/${home}/offer`, LANDLORD, { expiresOn: '2026-12-01' });
  await untilIs('the offer in the feed', () => desks.heard(reference, step, 'WaitingStarted') !== undefined);
  const shown = await untilIs('the resident on the move', () => boardHas(desks, copy));
  return [shown - offering, shown - reserving];
}

/**
 * A home is reserved and offered for E9 of a copy of Eva, and for K15 of one of Kees and Marianne, so many times after one
 * that does not count. That one was played before, and with it what the others need to know of partners.
 */
export async function homeOffered(
  desks: Desks,
  times: number,
): Promise<{ readonly e9: HomeOffered; readonly k15: HomeOffered }> {
  const numbers = Array.from({ length: times + 1 }, (_, n) => n);
  await playCopies(desks, numbers.slice(1));
  for (const n of numbers) await makeReady(desks, n);
  const measured = async (copyOf: (n: number) => Copy): Promise<HomeOffered> => {
    const took: (readonly [number, number])[] = [];
    for (const n of numbers) took.push(await offerHome(desks, copyOf(n)));
    const counted = took.slice(1);
    return { fromOffer: counted.map(([one]) => one), fromReservation: counted.map(([, one]) => one) };
  };
  return { e9: await measured(evaOf), k15: await measured(keesOf) };
}
