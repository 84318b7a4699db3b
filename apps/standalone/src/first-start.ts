import { localTimeToInstant } from '#calendar/local-date';
import { BEGINNING } from '#event-sourcing/position';
import { readHomeSettings, writeHomeSettings, type HomeSettings } from '#home/home-settings';
import { Trouble } from '#home/trouble';
import type { Installation } from '#installation/installation';
import { playScripts } from '#installation/play-scripts';
import { demoScripts, DEMO_TIME } from '#apps/standalone/src/demo-scripts';
import type { StartOptions } from '#apps/standalone/src/options';

type Say = (line: string) => void;

/** Plays the demo; what was played before a start was broken off counts. */
async function playDemo(installation: Installation, say: Say): Promise<void> {
  const played = await playScripts(installation, await demoScripts(), () => undefined);
  if (played.result === 'bad-lines') {
    throw new Trouble(`the demo cannot be played here: ${played.bad.map(({ code }) => code).join(', ')}`);
  }
  for (const { script } of played.scripts)
    say(`Played ${script.file}: casus ${script.casus}, ${script.lines.length} lines.`);
}

/**
 * Makes of an empty installation what it is to be: a demo home with two casus whose clock stands at a day in November,
 * or a home that goes by the real clock. An installation that was started before stays what it is.
 */
export async function firstStart(installation: Installation, options: StartOptions, say: Say): Promise<void> {
  const { paths, store } = installation;
  const settings = await readHomeSettings(paths);
  if (options.realClock && settings?.clock.kind === 'demo') {
    throw new Trouble(
      `the home folder ${paths.home} has a demo clock: begin anew with --fresh --real-clock, or choose another folder with --home`,
    );
  }
  const isNew = settings?.unfinished ?? (settings === undefined && (await store.head()) === BEGINNING);
  if (!isNew) return;
  const clock: HomeSettings['clock'] =
    settings?.clock ??
    (options.realClock ? { kind: 'real' } : { kind: 'demo', standsAt: localTimeToInstant(DEMO_TIME) });
  const withDemo = clock.kind === 'demo' || options.demo === true;
  await writeHomeSettings(paths, { clock, ...(withDemo && { unfinished: true }) });
  if (!withDemo) return;
  await playDemo(installation, say);
  await writeHomeSettings(paths, { clock });
}
