import { localTimeToInstant } from '#calendar/local-date';
import { plusMs } from '#event-sourcing/instant';
import { nextSteps } from '#read-models/next-steps/query';
import { stalls } from '#read-models/stalls/query';
import type { ReadDatabase } from '#read-models/read-database';
import { say, table } from '#tests/bench/report';
import { spread, type Spread } from '#tests/bench/samples';
import { townTables } from '#tests/bench/town-tables';
import { sql } from 'kysely';

/** The demo's own now. */
const AT = localTimeToInstant('2026-11-20T12:00');
const WEEK = 7 * 86_400_000;
const PAGE = 50;

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

/** Boards and stalls, in tables of a thousand casus and of so many more. */
export async function benchBoard({ sizes, times }: { sizes: readonly number[]; times: number }): Promise<void> {
  say('\n### Boards and stalls\n');
  const town = await townTables();
  const first = new Map<string, Spread>();
  const rows: Record<string, string | number>[] = [];
  for (const casus of sizes) {
    await town.growTo(casus);
    const { open, stalled } = await openSteps(town.db);
    say(`${casus} casus: ${open} steps that have not ended, ${stalled} stalls that last`);
    for (const [question, ask] of Object.entries(QUESTIONS)) {
      const took = await spread(times, (n) => ask(town.db, (n * 7) % (casus / 100)));
      const small = first.get(question) ?? took;
      first.set(question, small);
      rows.push({
        'what is asked, a page of 50': question,
        casus,
        'p50 ms': took.p50.toFixed(2),
        'p95 ms': took.p95.toFixed(2),
        'p95 of the small one': `${(took.p95 / small.p95).toFixed(2)} ×`,
      });
    }
  }
  say('');
  say(
    table(
      rows.sort(
        (a, b) =>
          Object.keys(QUESTIONS).indexOf(String(a['what is asked, a page of 50'])) -
          Object.keys(QUESTIONS).indexOf(String(b['what is asked, a page of 50'])),
      ),
    ),
  );
  say(
    '\nA thousand casus were played and projected; the rest are copies of their rows, with other casus and partners.',
  );
  await town.close();
}
