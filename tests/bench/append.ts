import type { Contender } from '#tests/bench/contender';
import { CONTENDERS } from '#tests/bench/contenders';
import { following } from '#tests/bench/following';
import { underLoad, type Load, type Measured } from '#tests/bench/load';
import { median, say, table } from '#tests/bench/report';
import { insertSelect } from '#tests/bench/server-side';
import { freshDatabase } from '#tests/engines/database';
import { Client } from 'pg';

/** How long each measurement takes, and how often it is taken; the median stands. */
export interface Effort {
  readonly seconds: number;
  readonly rounds: number;
}

const WARM_UP = { writers: 16, batch: 1, appendsPerStream: 10 };

interface Result extends Measured {
  readonly kept: number;
}

async function countOf(url: string, count: string): Promise<number> {
  const client = new Client({ connectionString: url });
  await client.connect();
  const { rows } = await client.query<{ kept: number }>(count);
  await client.end();
  return rows[0]?.kept ?? 0;
}

async function measure(contender: Contender, load: Load): Promise<Result | undefined> {
  const database = await freshDatabase();
  try {
    const opened = await contender.open(database.url, load.writers);
    const append = load.batch === 1 ? opened.append : opened.appendMany;
    const measured = append && (await underLoad(load, append));
    const kept = await countOf(database.url, opened.count);
    await opened.close();
    return measured && { ...measured, kept };
  } finally {
    await database.drop();
  }
}

const row = (name: string, results: readonly Result[], first: number | undefined) => {
  const perSecond = median(results.map(({ eventsPerSecond }) => eventsPerSecond));
  const lost = results.reduce((sum, { acknowledged, kept }) => sum + acknowledged - kept, 0);
  return {
    store: name,
    'events/s': Math.round(perSecond),
    'p50 ms': median(results.map(({ p50 }) => p50)).toFixed(2),
    'p99 ms': median(results.map(({ p99 }) => p99)).toFixed(2),
    'aanzet is': first === undefined ? '' : `${(first / perSecond).toFixed(1)} ×`,
    'acknowledged, not kept': lost,
  };
};

/** Another goes first in every round: the first pays for what the one before it left to the disk. */
function inTurn(round: number): Contender[] {
  const first = round % CONTENDERS.length;
  return [...CONTENDERS.slice(first), ...CONTENDERS.slice(0, first)];
}

/** One table: every contender in turn, round after round, so that a busy moment of the machine falls on all. */
async function compare(title: string, load: Load, rounds: number): Promise<void> {
  const results = new Map<string, Result[]>();
  for (let round = 0; round < rounds; round++) {
    for (const contender of inTurn(round)) {
      const result = await measure(contender, load).catch((error: unknown) => {
        say(`${contender.name} failed: ${String(error)}`);
        return undefined;
      });
      if (result) results.set(contender.name, [...(results.get(contender.name) ?? []), result]);
    }
  }
  const first = results.get('aanzet');
  const ours = first && median(first.map(({ eventsPerSecond }) => eventsPerSecond));
  say(`\n### ${title}\n`);
  const rows = CONTENDERS.flatMap(({ name }) => {
    const of = results.get(name);
    return of ? [row(name, of, name === 'aanzet' ? undefined : ours)] : [];
  });
  say(table(rows));
}

/** Durable appends beside the peers and bare inserts, in batches beside the server itself, and with a reader along. */
export async function benchAppend({ seconds, rounds }: Effort): Promise<void> {
  for (const contender of CONTENDERS) await measure(contender, { ...WARM_UP, seconds });
  for (const writers of [1, 16, 64]) {
    const load = { writers, seconds, batch: 1, appendsPerStream: 10 };
    await compare(`Single events, ${writers} ${writers === 1 ? 'writer' : 'writers'}`, load, rounds);
  }
  for (const writers of [1, 16]) {
    const load = { writers, seconds, batch: 100, appendsPerStream: 1 };
    await compare(`Batches of 100, ${writers} ${writers === 1 ? 'writer' : 'writers'}`, load, rounds);
  }
  say('\n### The server by itself: insert … select of the same rows into the same table\n');
  say(table(await insertSelect(seconds)));
  say('\n### A reader that follows 16 writers\n');
  say(table(await following(seconds)));
}
