import { later, type Instant } from '#event-sourcing/instant';
import type { Installation } from '#installation/installation';
import { clockAfterPlaying, readHomeSettings, writeHomeSettings } from '#home/home-settings';
import { Trouble } from '#home/trouble';
import { newId } from '#platform/new-id';
import { play, type Played, type ScriptFile } from '#player/play';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

type Progress = (written: number, of: number) => void;

/** Where a demo clock stands after these scripts. */
function standsAfter(played: Played): Instant | undefined {
  if (played.result === 'bad-lines') return undefined;
  return played.scripts.reduce<Instant | undefined>(
    (latest, { script: { now } }) => (latest && now ? later(latest, now) : (now ?? latest)),
    undefined,
  );
}

/**
 * Plays scripts into an installation and moves the clock of a demo home on; its views are left to be brought level. Bad lines come back
 * as they are. Throws a Trouble when another writer came in between.
 */
export async function playScripts(
  { paths, store, rules }: Installation,
  files: readonly ScriptFile[],
  progress: Progress,
): Promise<Played> {
  const played = await play({ store, scratch: memoryStore(sha256), rules, newId, sha256 }, files, progress);
  if (played.result === 'bad-lines') return played;
  if (!played.written.done) {
    throw new Trouble(
      `somebody else wrote to ${played.written.overtaken} meanwhile: play again, the lines up to there are written and count`,
    );
  }
  const settings = await readHomeSettings(paths);
  const clock = clockAfterPlaying(settings?.clock, standsAfter(played));
  if (clock) await writeHomeSettings(paths, { ...settings, clock });
  return played;
}
