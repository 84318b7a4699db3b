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
const settingsSchema = v.object({ clock: clockSchema, unfinished: v.optional(v.boolean()) });

/** What a home counts as now: the clock of the machine, or one that stands at a moment at every start and runs on. */
export type ClockSetting = { readonly kind: 'real' } | { readonly kind: 'demo'; readonly standsAt: Instant };

/** What a home keeps of itself besides its database. */
export interface HomeSettings {
  readonly clock: ClockSetting;
  /** Its first start was broken off before all of the demo was there. */
  readonly unfinished?: boolean;
}

/** The settings of a home; undefined as long as none were made. Throws a Trouble on a settings file that is broken. */
export async function readHomeSettings({ settings }: HomePaths): Promise<HomeSettings | undefined> {
  const text = await readText(settings);
  if (text === undefined) return undefined;
  try {
    const { clock, unfinished = false } = v.parse(settingsSchema, JSON.parse(text));
    return {
      clock: clock.kind === 'real' ? clock : { kind: 'demo', standsAt: instant(clock.standsAt) },
      ...(unfinished && { unfinished }),
    };
  } catch (error) {
    throw new Trouble(`the settings of the home, ${settings}, cannot be read: put them right or remove them`, error);
  }
}

export async function writeHomeSettings(paths: HomePaths, settings: HomeSettings): Promise<void> {
  await makeHomeFolder(paths);
  await writeText(paths.settings, `${JSON.stringify(settings, null, 2)}\n`);
}

/**
 * What becomes of the clock of a home when a script is played that says where a demo clock stands afterwards: a home
 * without a clock becomes a demo home, a demo home moves on and never back, a real clock stays.
 */
export function clockAfterPlaying(
  clock: ClockSetting | undefined,
  standsAt: Instant | undefined,
): ClockSetting | undefined {
  if (standsAt === undefined || clock?.kind === 'real') return clock;
  return { kind: 'demo', standsAt: clock ? later(clock.standsAt, standsAt) : standsAt };
}
