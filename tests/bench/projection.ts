import { BEGINNING } from '#event-sourcing/position';
import type { RecordedEvent } from '#event-sourcing/event';
import { nextStepsView } from '#read-models/next-steps/projection';
import { ALL_VIEWS } from '#read-models/projector/all-views';
import { catchUp } from '#read-models/projector/catch-up';
import type { ViewOver } from '#read-models/projector/view';
import { median, say, table } from '#tests/bench/report';
import { fillTown } from '#tests/bench/town';
import { freshDatabase } from '#tests/engines/database';
import { readSession } from '#tests/integration/read-session';

/** A peer that projects: told all events, it gives how long its own projection took to take them, and the rows it wrote. */
type ProjectWithPeer = (
  url: string,
  streams: readonly (readonly RecordedEvent[])[],
) => Promise<{ seconds: number; rows: number }>;

interface Round {
  readonly perSecond: number;
  readonly cpu: number;
}

async function catchingUp(views: readonly ViewOver[], casus: number) {
  const session = await readSession();
  const events = await fillTown(session.store, { casus, perDistrict: 100, atOnce: 200 });
  const begun = performance.now();
  const before = process.cpuUsage();
  await catchUp({ ...session, views });
  const { user, system } = process.cpuUsage(before);
  const seconds = (performance.now() - begun) / 1000;
  const { events: log } = await session.store.readAll({ after: BEGINNING, limit: 20_000 });
  await session.close();
  return { events, perSecond: events / seconds, cpu: (user + system) / events, log };
}

async function ofPeer(log: readonly RecordedEvent[]) {
  const database = await freshDatabase();
  const streams = [...Map.groupBy(log, ({ stream }) => stream).values()];
  const file = new URL('peers/emmett-projection.js', import.meta.url).href;
  const { project } = (await import(file)) as { project: ProjectWithPeer };
  try {
    return await project(database.url, streams);
  } finally {
    await database.drop();
  }
}

/** Catching up with a log of many casus: the real board, all views, and a peer that writes one row per event. */
export async function benchProjection({ casus, rounds }: { casus: number; rounds: number }): Promise<void> {
  const ours: Round[] = [];
  const all: Round[] = [];
  const theirs: Round[] = [];
  let count = 0;
  for (let round = 0; round < rounds; round++) {
    const { log, events, ...board } = await catchingUp([nextStepsView], casus);
    count = events;
    ours.push(board);
    all.push(await catchingUp(ALL_VIEWS, Math.ceil(casus / 4)));
    const peer = await ofPeer(log.slice(0, 3000));
    theirs.push({ perSecond: 3000 / peer.seconds, cpu: NaN });
  }
  say(`\n### Catching up with a log of ${count} events, 200 casus at once\n`);
  const middle = (of: readonly Round[]) => median(of.map(({ perSecond }) => perSecond));
  const row = (what: string, of: readonly Round[]) => ({
    what,
    'events/s': Math.round(middle(of)),
    'CPU of the process, µs per event': Number.isNaN(of[0]?.cpu) ? '' : median(of.map(({ cpu }) => cpu)).toFixed(0),
    'of emmett': `${(middle(of) / middle(theirs)).toFixed(1)} ×`,
  });
  say(
    table([
      row('the board (next-steps): intervals of validity and of knowledge', ours),
      row(`all ${ALL_VIEWS.length} views at once`, all),
      row('emmett: one row upserted per event, 3,000 of the same events', theirs),
    ]),
  );
}
