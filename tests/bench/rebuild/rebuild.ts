import { setTimeout as after } from 'node:timers/promises';
import { catchUp } from '#read-models/projector/catch-up';
import { VIEW_NAMES } from '#read-models/view-name';
import { startApp, startProgram } from '#tests/bench/programs/program';
import { peakMemoryMiB, processorMs } from '#tests/bench/programs/usage';
import { nextProgram } from '#tests/bench/rebuild/next-program';
import { bytesOfNext, makeNextTables, nextHaveReached } from '#tests/bench/rebuild/next-tables';
import { steadyReader } from '#tests/bench/rebuild/steady-reader';
import { say, table } from '#tests/bench/report';
import { fillTown } from '#tests/bench/town';
import { readSession } from '#tests/integration/read-session';
import { sql } from 'kysely';

/** Casus whose rows the version before holds: the reader asks for the board of a partner of theirs. */
const PLAYED = 200;
const DISTRICT = 100;
const TOWN = { perDistrict: DISTRICT, atOnce: 200 };
const EVENTS_PER_CASUS = 58;
const LOOK_EVERY_MS = 200;
/** How long the reader goes on at the service of the next version. */
const AFTERWARDS_MS = 2000;
const BY = 'sociaal-team-0';
const AT = '2026-11-20T11:00:00.000Z';
const BOARD = `/v1/next-steps?partner=${BY}&sort=stalled&limit=50&asOf=${AT}`;

/** A log of about so many events, and the views of its first casus in the version at hand. */
async function town(events: number) {
  const session = await readSession();
  const played = await fillTown(session.store, { ...TOWN, casus: PLAYED });
  await catchUp(session);
  await sql`vacuum analyze`.execute(session.db);
  const more = Math.max(0, Math.round(events / EVENTS_PER_CASUS) - PLAYED);
  const count = played + (await fillTown(session.store, { ...TOWN, casus: more, there: PLAYED }));
  return { ...session, count };
}

const mebi = (bytes: number): number => Math.round(bytes / 2 ** 20);

/**
 * All views are built anew in their next version, beside the version at hand, by a projector in a process of its own;
 * a reader asks all the while, first the program at hand and, once the next version is level, the next program. `heapMiB`:
 * how much heap the projector may use; without it, what Node takes this machine to bear.
 */
export async function benchRebuild(events: number, heapMiB?: string): Promise<void> {
  const session = await town(events);
  const { store, db, url, count } = session;
  say(`a log of ${count} events`);
  const next = nextProgram();
  await makeNextTables(db);
  const environment = { DATABASE_URL: url };
  const insight = await startApp('insight', environment);
  const reader = await steadyReader(insight.url, BOARD, BY);
  const head = await store.head();

  const begun = performance.now();
  const heap = heapMiB !== undefined && { NODE_OPTIONS: `--max-old-space-size=${heapMiB}` };
  const projector = await startProgram(next.main('projector'), { ...environment, ...heap });
  while (!(await nextHaveReached(db, VIEW_NAMES.length, head))) await after(LOOK_EVERY_MS);
  const seconds = (performance.now() - begun) / 1000;
  const [memory, processor] = [peakMemoryMiB(projector.pid), processorMs(projector.pid) / 1000];

  const nextInsight = await startProgram(next.main('insight'), environment);
  await reader.goTo(nextInsight.url);
  await after(AFTERWARDS_MS);
  const answers = await reader.stop();
  say(`\n### All ${VIEW_NAMES.length} views anew from a log of ${count} events, beside those that are read\n`);
  say(
    table([
      {
        'events/s': Math.round(count / seconds),
        seconds: Math.round(seconds),
        'peak memory of the projector, MiB': memory,
        'processor of the projector, s': Math.round(processor),
        'tables made, MiB': mebi(await bytesOfNext(db)),
      },
    ]),
  );
  say(`\nMeanwhile a reader asked for a board:\n`);
  say(
    table(
      answers.map((one, n) => ({
        of: n === 0 ? 'the program at hand, during the rebuild' : 'the next program, right after the swap',
        answers: one.times,
        empty: one.empty,
        'not as before': one.others,
        'p50 ms': one.p50.toFixed(1),
        'p99 ms': one.p99.toFixed(1),
      })),
    ),
  );
  for (const program of [insight, nextInsight, projector]) await program.stop();
  next.remove();
  await session.close();
}
