import { setTimeout as after } from 'node:timers/promises';
import { casusIdOf } from '#commands/casus-id';
import { leanPool, type LeanPool } from '#tests/bench/http/lean-pool';
import { followChanges, type Heard } from '#tests/bench/screen/changes-heard';
import { townServices } from '#tests/bench/screen/town-services';

const TEAM = 'sociaal-team';
const LANDLORD = 'corporatie';
const STEP = 'H1';
const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 20_000;
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
}

interface WorkList {
  readonly offeredSteps: readonly { readonly casus: string }[];
  readonly readyCandidates: readonly { readonly casus: string }[];
}

async function give(pool: LeanPool, path: string, by: string, body: object): Promise<void> {
  const { status, text } = await pool.send('POST', `/v1/${path}`, by, body);
  if (status >= 300) throw new Error(`${path} was refused: ${text}`);
}

/** Settles with the moment at which something is so. Throws when that takes too long. */
async function untilIs(what: string, is: () => Promise<boolean> | boolean): Promise<number> {
  const patience = performance.now() + PATIENCE_MS;
  while (!(await is())) {
    if (performance.now() > patience) throw new Error(`in vain waited for: ${what}`);
    await after(LOOK_EVERY_MS);
  }
  return performance.now();
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

/**
 * A step is offered to the corporation, taken on, and a home reserved for it, so many times after one that does not
 * count: over the log, or over Kafka where `environment` names one.
 */
export async function betweenCasusAndCorporation(
  times: number,
  apps: readonly string[],
  environment: NodeJS.ProcessEnv,
): Promise<Between> {
  const services = await townServices(apps, environment);
  const [casus, insight, allocation] = await Promise.all(
    ['casus', 'insight', 'allocation'].map((app) => leanPool(services.url(app), 2)),
  );
  if (!casus || !insight || !allocation) throw new Error('a service is missing');
  const heard = new Map<string, number>();
  const listener = await followChanges(services.url('insight'), TEAM, ({ casus: of, type }: Heard) => {
    if (type === 'StepStarted') heard.set(of, performance.now());
  });
  const workHas = async (list: keyof WorkList, id: string): Promise<boolean> => {
    const { text } = await allocation.send('GET', '/v1/work-list', LANDLORD);
    return (JSON.parse(text) as WorkList)[list].some((one) => one.casus === id);
  };
  const hasStarted = async (reference: string): Promise<boolean> => {
    const { text } = await insight.send('GET', `/v1/casus/${reference}/timeline?limit=100`, TEAM);
    const { items } = JSON.parse(text) as { items: readonly { type: string; step: string | null }[] };
    return items.some(({ type, step }) => type === 'StepStarted' && step === STEP);
  };
  const took = { offered: [] as number[], told: [] as number[], shown: [] as number[] };
  for (const partner of [TEAM, LANDLORD]) {
    const kind = partner === TEAM ? 'social-team' : 'housing-corporation';
    await give(casus, 'partners', TEAM, { partner, kind, name: partner });
  }
  for (let n = 0; n <= times; n++) {
    const [reference, home] = [`w-${n}`, `linde-${n}`];
    const id = casusIdOf(reference);
    await openCasus(casus, reference);

    const offering = performance.now();
    await give(casus, `casus/${reference}/steps/${STEP}/handoffs`, TEAM, { to: LANDLORD, kind: 'warm', handoff: 'O1' });
    const offered = (await untilIs('the offer in the work list', () => workHas('offeredSteps', id))) - offering;

    await give(allocation, `candidates/${id}/handoffs/O1/accept`, LANDLORD, {});
    await untilIs('the candidate', () => workHas('readyCandidates', id));
    await give(allocation, 'homes', LANDLORD, { home, features: FEATURES, freeFrom: '2030-01-01' });

    const reserving = performance.now();
    await give(allocation, `homes/${home}/reserve`, LANDLORD, { candidate: { casus: id, step: STEP } });
    await untilIs('the start in the feed', () => heard.has(reference));
    const shown = await untilIs('the start on the timeline', () => hasStarted(reference));
    if (n === 0) continue;
    took.offered.push(offered);
    took.told.push((heard.get(reference) ?? NaN) - reserving);
    took.shown.push(shown - reserving);
  }
  listener.hangUp();
  for (const pool of [casus, insight, allocation]) pool.close();
  await services.close();
  return took;
}
