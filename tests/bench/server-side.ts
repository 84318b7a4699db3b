import { CONTENDERS } from '#tests/bench/contenders';
import { sampleEvent } from '#tests/bench/sample-event';
import { freshDatabase } from '#tests/engines/database';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';

const ROWS = 50_000;
const BATCH = 100;

/** What the server does with rows that it holds already: a hundred per transaction, and all in one. */
export async function insertSelect(seconds: number): Promise<Record<string, string | number>[]> {
  const database = await freshDatabase();
  const opened = await CONTENDERS[0]?.open(database.url, 1);
  for (let n = 0; n < ROWS; n += BATCH) {
    const events = Array.from({ length: BATCH }, (_, index) => sampleEvent(n + index));
    await opened?.appendMany?.(events, randomUUID(), 0);
  }
  await opened?.close();

  const client = new Client({ connectionString: database.url });
  await client.connect();
  await client.query('create table copied (like log.events including all)');
  const insert = {
    name: 'copy',
    text: 'insert into copied select * from log.events where position > $1 and position <= $2',
  };
  const until = performance.now() + seconds * 1000;
  let copied = 0;
  let busy = 0;
  while (performance.now() < until) {
    const from = copied % ROWS;
    if (from === 0) await client.query('truncate copied');
    const begun = performance.now();
    await client.query({ ...insert, values: [from, from + BATCH] });
    busy += performance.now() - begun;
    copied += BATCH;
  }
  await client.query('truncate copied');
  const begun = performance.now();
  await client.query({ ...insert, values: [0, ROWS] });
  const whole = performance.now() - begun;
  await client.end();
  await database.drop();
  return [
    { what: `${BATCH} rows per transaction`, 'events/s': Math.round((copied / busy) * 1000) },
    { what: `${ROWS} rows in one transaction`, 'events/s': Math.round((ROWS / whole) * 1000) },
  ];
}
