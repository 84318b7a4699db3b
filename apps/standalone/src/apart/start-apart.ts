import { setTimeout as after } from 'node:timers/promises';
import { startChild } from '#apps/standalone/src/apart/child';
import { keepRunning, type Kept } from '#apps/standalone/src/apart/keep-running';
import { addresses, mainOf, planned, pointsTo, type Planned } from '#apps/standalone/src/apart/plan';
import type { ApartOptions } from '#apps/standalone/src/options';
import { SERVICES } from '#apps/standalone/src/services';
import { openForStart } from '#apps/standalone/src/start';
import type { HomeClock } from '#home/home-clock';
import { Trouble } from '#home/trouble';
import { assertFreeAddress } from '#installation/free-address';
import { oneLine } from '#installation/one-line';
import type { Ending } from '#installation/run-start';
import { readVariables, VARIABLES, type Environment } from '#platform/settings';
import type { Undoing } from '#platform/undoing';

type Say = (text: string) => void;

const BEFORE_ANOTHER_START_MS = 1000;
const CHOSEN_WITH = { host: '--host', port: '--port' };

/** What every process is told, so that all use the same database and go by the same clock. */
function environmentOf(
  { home, database, kurrentdb, rules, host, logLevel }: ApartOptions,
  { runs }: HomeClock,
  given: Environment,
): NodeJS.ProcessEnv {
  const { DATABASE_URL: _url, AANZET_NOW: _now, AANZET_NOW_SINCE: _since, ...kept } = given;
  return {
    ...kept,
    ...(database !== undefined && { DATABASE_URL: database }),
    ...(kurrentdb !== undefined && { KURRENTDB_URL: kurrentdb }),
    ...(rules !== undefined && { AANZET_RULES: rules }),
    ...(runs && { AANZET_NOW: runs.stoodAt, AANZET_NOW_SINCE: runs.startedAt }),
    AANZET_HOME: home,
    AANZET_HOST: host,
    AANZET_LOG_LEVEL: logLevel,
  };
}

/** Stops the processes of one service side by side; names those that did not stop in order. */
async function stopAll(running: readonly (readonly [Planned, Kept])[], say: Say): Promise<void> {
  const stopped = await Promise.allSettled(
    running.map(async ([{ label }, kept]) => {
      await kept.stop().catch((error: unknown) => {
        throw new Trouble(`${label}: ${oneLine(error)}`);
      });
      say(`${label} has stopped`);
    }),
  );
  for (const one of stopped) if (one.status === 'rejected') throw one.reason;
}

/**
 * Starts every service as a process of its own and keeps them running. `undoing` learns how to stop them, those that start
 * last first; `ending` is used when one cannot be kept running, or when the database has ended.
 */
export async function startApart(
  options: ApartOptions,
  environment: Environment,
  undoing: Undoing,
  say: Say,
  ending: Ending,
): Promise<void> {
  const plan = await planned(SERVICES, options, environment);
  for (const { service } of plan) readVariables(environment, { ...VARIABLES, ...service.variables });
  for (const { port } of plan) await assertFreeAddress(options.host, port, CHOSEN_WITH);
  const installation = await openForStart({ ...options, port: 0 }, undoing, say);
  const urls = addresses(plan, options.host);
  const shared = { ...environmentOf(options, await installation.clock(), environment), ...urls };
  const own = ({ service, port }: Planned): NodeJS.ProcessEnv => ({
    ...((environment['AANZET_PUBLIC_URL'] ?? '') === '' && { AANZET_PUBLIC_URL: pointsTo(service, urls) }),
    AANZET_PORT: String(port),
  });
  const width = Math.max(...plan.map(({ label }) => label.length));

  const run = (one: Planned): Kept => {
    const label = one.label.padEnd(width);
    return keepRunning({
      start: () =>
        startChild(mainOf(one.service), { ...shared, ...own(one) }, (line) => {
          say(`${label} | ${line}`);
        }),
      say: (text) => {
        say(`${one.label} ${text}`);
      },
      pause: () => after(BEFORE_ANOTHER_START_MS),
      giveUp: (why) => {
        ending.inOrder(new Trouble(`${one.label}: ${why}`));
      },
    });
  };

  const running = new Map(plan.map((one) => [one, run(one)] as const));
  for (const same of Map.groupBy(running, ([{ service }]) => service).values()) {
    undoing.add(() => stopAll(same, say));
  }
  for (const [{ label }, { serves }] of running) {
    const found = await serves;
    if (found === undefined) throw new Trouble(`${label} did not start: see the lines that it wrote above`);
    say(`${label.padEnd(width)}   ${found}`);
  }
  await installation.watch(ending.atOnce);
  say('Board: npx aanzet next\nStop: Ctrl-C');
}
