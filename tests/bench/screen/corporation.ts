import { casusIdOf } from '#commands/casus-id';
import type { LeanPool } from '#tests/bench/http/lean-pool';
import { give, LANDLORD, openDesks, TEAM, untilIs, workHas, type Desks } from '#tests/bench/screen/desks';
import { homeOffered, playCopies } from '#tests/bench/screen/home-offered';

const STEP = 'H1';
const resident = { ref: 'eva', role: 'resident', givenName: 'Eva', familyName: 'Voorbeeld', birthYear: 2006 };
const NEED = {
  ...{ rooms: 2, stepFree: false, lift: false, neighbourhoods: [], incomeClass: 'low', from: '2030-01-01' },
  support: { arranged: true, from: '2030-01-01' },
};
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

/** How long things took between the casus and the corporation, each time that they were done. Milliseconds. */
export interface Between {
  /** From a step that is offered in the casus until the work list of the corporation has it. */
  readonly offered: readonly number[];
  /** From a home that is reserved until the feed tells the director that the step has started. */
  readonly told: readonly number[];
  /** The same until the step as the director fetches it then says so. */
  readonly shown: readonly number[];
  /** From a home that is offered until the board of the director has the resident on the move. */
  readonly e9Offered: readonly number[];
  readonly k15Offered: readonly number[];
  /** The same from its reservation on. */
  readonly e9Reserved: readonly number[];
  readonly k15Reserved: readonly number[];
}

/** A casus with a housing step of the team's own, which the corporation may know of. */
async function openCasus(casus: LeanPool, reference: string): Promise<void> {
  const opening = { reference, title: 'Een plek', goal: 'Een eigen plek', situation: '-', residents: [resident] };
  await give(casus, 'casus', TEAM, opening);
  const basis = { basis: 'consent', givenBy: 'eva', persons: ['eva'], purpose: 'casus' };
  const bases = { partner: LANDLORD, ...basis, categories: ['general', 'housing'] };
  await give(casus, `casus/${reference}/bases`, TEAM, bases);
  const step = { step: STEP, title: 'Een woning', category: 'housing', owner: TEAM };
  await give(casus, `casus/${reference}/steps`, TEAM, step);
  await give(casus, `casus/${reference}/housing-need`, TEAM, NEED);
}

async function hasStarted({ insight }: Desks, reference: string): Promise<boolean> {
  const { text } = await insight.send('GET', `/v1/casus/${reference}/timeline?limit=100`, TEAM);
  const { items } = JSON.parse(text) as { items: readonly { type: string; step: string | null }[] };
  return items.some(({ type, step }) => type === 'StepStarted' && step === STEP);
}

/** A step is offered to the corporation, taken on, and a home reserved for it, so many times after one that does not count. */
async function stepOffered(desks: Desks, times: number): Promise<Pick<Between, 'offered' | 'told' | 'shown'>> {
  const { casus, allocation } = desks;
  const took = { offered: [] as number[], told: [] as number[], shown: [] as number[] };
  for (let n = 0; n <= times; n++) {
    const [reference, home] = [`w-${n}`, `linde-${n}`];
    const id = casusIdOf(reference);
    await openCasus(casus, reference);

    const offering = performance.now();
    await give(casus, `casus/${reference}/steps/${STEP}/handoffs`, TEAM, { to: LANDLORD, kind: 'warm', handoff: 'O1' });
    const offered = (await untilIs('the offer in the work list', () => workHas(desks, 'offeredSteps', id))) - offering;

    await give(allocation, `candidates/${id}/handoffs/O1/accept`, LANDLORD, {});
    await untilIs('the candidate', () => workHas(desks, 'readyCandidates', id));
    await give(allocation, 'homes', LANDLORD, { home, features: FEATURES, freeFrom: '2030-01-01' });

    const reserving = performance.now();
    await give(allocation, `homes/${home}/reserve`, LANDLORD, { candidate: { casus: id, step: STEP } });
    await untilIs('the start in the feed', () => desks.heard(reference, STEP, 'StepStarted') !== undefined);
    const shown = await untilIs('the start on the timeline', () => hasStarted(desks, reference));
    if (n === 0) continue;
    took.offered.push(offered);
    took.told.push((desks.heard(reference, STEP, 'StepStarted') ?? NaN) - reserving);
    took.shown.push(shown - reserving);
  }
  return took;
}

/** What goes from the casus to the corporation and back: over the log, or over Kafka where `environment` names one. */
export async function betweenCasusAndCorporation(
  times: number,
  apps: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Between> {
  const desks = await openDesks(apps, environment);
  // With them come the partners that everything here needs.
  await playCopies(desks, [0]);
  const step = await stepOffered(desks, times);
  const { e9, k15 } = await homeOffered(desks, times);
  await desks.close();
  return {
    ...step,
    ...{ e9Offered: e9.fromOffer, e9Reserved: e9.fromReservation },
    ...{ k15Offered: k15.fromOffer, k15Reserved: k15.fromReservation },
  };
}
