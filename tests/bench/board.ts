import { localTimeToInstant } from '#calendar/local-date';
import { plusMs } from '#event-sourcing/instant';
import { nextSteps } from '#read-models/next-steps/query';
import { stalls } from '#read-models/stalls/query';
import type { ReadDatabase } from '#read-models/read-database';
import { say, table } from '#tests/bench/report';
import { spreadOf } from '#tests/bench/samples';
import { townTables } from '#tests/bench/town-tables';
import { sql } from 'kysely';

/** The demo's own now. */
const AT = localTimeToInstant('2026-11-20T12:00');
const WEEK = 7 * 86_400_000;
const PAGE = 50;
const SMALL = 1000;
/** Casus with the same partners. */
const DISTRICT = 100;

type Question = (db: ReadDatabase, district: number) => Promise<unknown>;

const partner = (district: number): string => `sociaal-team-${district}`;

/** What is asked, each time of another district's partner where it is about one. */
const QUESTIONS: Readonly<Record<string, Question>> = {
  "a partner's board, stalled first": (db, district) =>
    nextSteps(db, { at: AT, partner: partner(district), sort: 'stalled', limit: PAGE }),
  "a partner's board, by casus": (db, district) => nextSteps(db, { at: AT, partner: partner(district), limit: PAGE }),
  "a partner's board a week ago, as it was known a day later": (db, district) =>
    nextSteps(db, {
      at: plusMs(AT, -WEEK),
      knownAt: plusMs(AT, -WEEK + 86_400_000),
      partner: partner(district),
      limit: PAGE,
    }),
  'stalls that last, of one on the move': (db, district) =>
    stalls(db, { at: AT, which: 'lasting', onTheMove: `corporatie-${district}`, limit: PAGE }),
  'stalls that last, of everybody': (db) => stalls(db, { at: AT, which: 'lasting', limit: PAGE }),
};

async function openSteps(db: ReadDatabase): Promise<{ open: number; stalled: number }> {
  const { rows } = await sql<{ open: number; stalled: number }>`
    select
      (select count(*)::int from read.next_steps_v1 where known_until = 'infinity' and valid_from <= ${AT}::timestamptz
        and valid_until > ${AT}::timestamptz and state not in ('done', 'cancelled')) as open,
      (select count(*)::int from read.stalls_v1 where known_until = 'infinity' and valid_from <= ${AT}::timestamptz
        and valid_until > ${AT}::timestamptz) as stalled`.execute(db);
  return rows[0] ?? { open: NaN, stalled: NaN };
}

/** Asks small and large tables in turn, so that a busy moment of the machine falls on both. */
async function inTurn(ask: Question, small: ReadDatabase, large: ReadDatabase, casus: number, times: number) {
  const took: Record<'small' | 'large', number[]> = { small: [], large: [] };
  const timed = async (of: number[], db: ReadDatabase, district: number, counts: boolean) => {
    const begun = performance.now();
    await ask(db, district);
    if (counts) of.push(performance.now() - begun);
  };
  const warmUp = Math.ceil(times / 10);
  for (let n = 0; n < times + warmUp; n++) {
    await timed(took.small, small, n % (SMALL / DISTRICT), n >= warmUp);
    await timed(took.large, large, (n * 7) % (casus / DISTRICT), n >= warmUp);
  }
  return { small: spreadOf(took.small), large: spreadOf(took.large) };
}

/** Boards and stalls, in tables of a thousand casus and in turn of so many more. */
export async function benchBoard({ sizes, times }: { sizes: readonly number[]; times: number }): Promise<void> {
  say('\n### Boards and stalls\n');
  const small = await townTables();
  const town = await townTables();
  for (const casus of sizes) {
    await town.growTo(casus);
    const { open, stalled } = await openSteps(town.db);
    const rows: Record<string, string | number>[] = [];
    for (const [question, ask] of Object.entries(QUESTIONS)) {
      const took = await inTurn(ask, small.db, town.db, casus, times);
      rows.push({
        'a page of 50': question,
        [`of ${SMALL} casus: p50 ms`]: took.small.p50.toFixed(2),
        'p95 ms': took.small.p95.toFixed(2),
        [`of ${casus}: p50 ms`]: took.large.p50.toFixed(2),
        'p95 ms ': took.large.p95.toFixed(2),
        'p95, times': (took.large.p95 / took.small.p95).toFixed(2),
        'p50, times': (took.large.p50 / took.small.p50).toFixed(2),
      });
    }
    say(`\n${casus} casus, ${open} steps that have not ended, ${stalled} stalls that last:\n`);
    say(table(rows));
  }
  say(
    '\nA thousand casus were played and projected; the rest are copies of their rows, with other casus and partners.',
  );
  await small.close();
  await town.close();
}
