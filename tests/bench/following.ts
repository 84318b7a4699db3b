import { CONTENDERS } from '#tests/bench/contenders';
import { underLoad } from '#tests/bench/load';
import { freshDatabase } from '#tests/engines/database';

const GRACE_SECONDS = 10;

/** Sixteen writers, and a reader along with them: how many of the acknowledged events it got to see. */
export async function following(seconds: number): Promise<Record<string, string | number>[]> {
  const rows: Record<string, string | number>[] = [];
  for (const contender of CONTENDERS) {
    const database = await freshDatabase();
    const opened = await contender.open(database.url, 17);
    let seen = 0;
    let last = 0;
    const reader = opened.follow?.((count) => {
      seen += count;
      last = performance.now();
    });
    if (reader) {
      const load = { writers: 16, seconds, batch: 1, appendsPerStream: 10 };
      const { acknowledged, eventsPerSecond } = await underLoad(load, opened.append);
      const ended = performance.now();
      while (seen < acknowledged && performance.now() < Math.max(ended, last) + GRACE_SECONDS * 1000) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await reader.stop();
      rows.push({
        store: contender.name,
        'events/s': Math.round(eventsPerSecond),
        acknowledged,
        'seen by the reader': seen,
        'never seen': acknowledged - seen,
        'reader level after ms': seen < acknowledged ? 'never' : Math.max(0, Math.round(last - ended)),
      });
    }
    await opened.close();
    await database.drop();
  }
  return rows;
}
