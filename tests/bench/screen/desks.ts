import { setTimeout as after } from 'node:timers/promises';
import type { EventStore } from '#event-sourcing/event-store';
import { systemClock } from '#platform/system-clock';
import { leanPool, type LeanPool } from '#tests/bench/http/lean-pool';
import { followChanges } from '#tests/bench/screen/changes-heard';
import { townServices } from '#tests/bench/screen/town-services';

/** The director of every casus here, and the corporation. */
export const TEAM = 'sociaal-team';
export const LANDLORD = 'corporatie';

const LOOK_EVERY_MS = 5;
const PATIENCE_MS = 20_000;
/** The moment at which the demo casus stand, so that what follows of their dates is as they say. */
const NOON = '2026-11-20T12:00:00+01:00';

/** Where the director and the corporation sit: the services as they reach them. */
export interface Desks {
  readonly store: EventStore;
  readonly casus: LeanPool;
  readonly insight: LeanPool;
  readonly allocation: LeanPool;
  /** When the feed told the director of an event of this type about a step; undefined: not yet. By performance.now(). */
  heard(casus: string, step: string, type: string): number | undefined;
  close(): Promise<void>;
}

/** Opens services, all by the clock of the demo, over the log or over what `environment` names. Throws when one is missing. */
export async function openDesks(apps: readonly string[], environment: NodeJS.ProcessEnv): Promise<Desks> {
  const clock = { AANZET_NOW: NOON, AANZET_NOW_SINCE: systemClock.now() };
  const services = await townServices(apps, { ...environment, ...clock });
  const [casus, insight, allocation] = await Promise.all(
    ['casus', 'insight', 'allocation'].map((app) => leanPool(services.url(app), 2)),
  );
  if (!casus || !insight || !allocation) throw new Error('a service is missing');
  const heard = new Map<string, number>();
  const listener = await followChanges(services.url('insight'), TEAM, ({ casus: of, step, type }) => {
    heard.set(`${of} ${step} ${type}`, performance.now());
  });
  return {
    ...{ store: services.store, casus, insight, allocation },
    heard: (of, step, type) => heard.get(`${of} ${step} ${type}`),
    async close() {
      listener.hangUp();
      for (const pool of [casus, insight, allocation]) pool.close();
      await services.close();
    },
  };
}

/** Gives a command. Throws when it is refused. */
export async function give(pool: LeanPool, path: string, by: string, body: object): Promise<void> {
  const { status, text } = await pool.send('POST', `/v1/${path}`, by, body);
  if (status >= 300) throw new Error(`${path} was refused: ${text}`);
}

/** Settles with the moment at which something is so, by performance.now(). Throws when that takes too long. */
export async function untilIs(what: string, is: () => Promise<boolean> | boolean): Promise<number> {
  const patience = performance.now() + PATIENCE_MS;
  while (!(await is())) {
    if (performance.now() > patience) throw new Error(`in vain waited for: ${what}`);
    await after(LOOK_EVERY_MS);
  }
  return performance.now();
}

interface WorkList {
  readonly offeredSteps: readonly { readonly casus: string }[];
  readonly readyCandidates: readonly { readonly casus: string }[];
}

/** Whether a casus (its id) stands in a list of the corporation's work. */
export async function workHas({ allocation }: Desks, list: keyof WorkList, casus: string): Promise<boolean> {
  const { text } = await allocation.send('GET', '/v1/work-list', LANDLORD);
  return (JSON.parse(text) as WorkList)[list].some((one) => one.casus === casus);
}
