import * as v from 'valibot';
import { instant, later, type Instant } from '#event-sourcing/instant';
import { makeHomeFolder } from '#home/home-folder';
import type { HomePaths } from '#home/home-paths';
import { readText, writeText } from '#home/small-file';
import { Trouble } from '#home/trouble';

const clockSchema = v.variant('kind', [
  v.object({ kind: v.literal('real') }),
  v.object({ kind: v.literal('demo'), standsAt: v.string() }),
]);
const settingsSchema = v.object({ clock: clockSchema });

/** What a home counts as now: the clock of the machine, or one that stands at a moment at every start and runs on. */
export type ClockSetting = { readonly kind: 'real' } | { readonly kind: 'demo'; readonly standsAt: Instant };

/** The clock setting of a home; undefined as long as none was made. Throws a Trouble on a settings file that is broken. */
export async function readClockSetting({ settings }: HomePaths): Promise<ClockSetting | undefined> {
  const text = await readText(settings);
  if (text === undefined) return undefined;
  try {
    const { clock } = v.parse(settingsSchema, JSON.parse(text));
    return clock.kind === 'real' ? clock : { kind: 'demo', standsAt: instant(clock.standsAt) };
  } catch (error) {
    throw new Trouble(`the settings of the home, ${settings}, cannot be read: put them right or remove them`, error);
  }
}

export async function writeClockSetting(paths: HomePaths, clock: ClockSetting): Promise<void> {
  await makeHomeFolder(paths);
  await writeText(paths.settings, `${JSON.stringify({ clock }, null, 2)}\n`);
}

/**
 * What becomes of the clock of a home when a script is played that says where a demo clock stands afterwards: a home
 * without a clock becomes a demo home, a demo home moves on and never back, a real clock stays.
 */
export function clockAfterPlaying(clock: ClockSetting | undefined, standsAt: Instant | undefined) {
  if (standsAt === undefined || clock?.kind === 'real') return clock;
  return { kind: 'demo', standsAt: clock ? later(clock.standsAt, standsAt) : standsAt } as const;
}
