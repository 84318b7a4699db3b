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
    const seen = new Set<string>();
    let twice = 0;
    let last = 0;
    const reader = opened.follow?.((commandId) => {
      if (seen.has(commandId)) twice++;
      seen.add(commandId);
      last = performance.now();
    });
    if (reader) {
      const load = { writers: 16, seconds, batch: 1, appendsPerStream: 10 };
      const { acknowledged, eventsPerSecond } = await underLoad(load, opened.append);
      const ended = performance.now();
      while (seen.size < acknowledged && performance.now() < Math.max(ended, last) + GRACE_SECONDS * 1000) {
        await new Promise((resolve) => setTimeout(resolve, 50));
      }
      await reader.stop();
      rows.push({
        store: contender.name,
        'events/s': Math.round(eventsPerSecond),
        acknowledged,
        'seen by the reader': seen.size,
        'never seen': acknowledged - seen.size,
        'seen twice': twice,
        'reader level after ms': seen.size < acknowledged ? 'never' : Math.max(0, Math.round(last - ended)),
      });
    }
    await opened.close();
    await database.drop();
  }
  return rows;
}
