import type { RuleBook } from '#calendar/rule-book/rule-book';
import type { Instant } from '#event-sourcing/instant';
import { homeClock, type HomeClock } from '#home/home-clock';
import { joinHomeDatabase, openHomeDatabase, type HomeDatabase, type Opening } from '#home/home-database';
import { homePaths, type HomePaths } from '#home/home-paths';
import { pathsWithDatabase } from '#home/paths-with-database';
import { Trouble } from '#home/trouble';
import { readHomeSettings } from '#home/home-settings';
import { lastRecorded } from '#installation/last-recorded';
import { migrateDatabase } from '#installation/migrate-database';
import { assertReachableDatabase } from '#installation/reachable-database';
import type { Schema } from '#platform/database/migrate';
import { loadRules } from '#platform/rule-file';
import { openReadDatabase, type ReadDatabase } from '#read-models/read-database';
import { assertViewsOfLog, openStore, type OpenStore } from '#installation/open-store';

/** Where Aanzet is to be found: its home, its own database if it has one, and the clock if it is to stand somewhere. */
export interface Whereabouts {
  readonly home: string;
  readonly database?: string | undefined;
  /** The KurrentDB that holds the log; left out: the database holds it. */
  readonly kurrentdb?: string | undefined;
  readonly now?: Instant | undefined;
  /** When, by the clock of the machine, the clock stood at `now`. */
  readonly since?: Instant | undefined;
  /** A rule file in the place of the one that comes with the product. */
  readonly rules?: string | undefined;
}

/** What it is opened for: as a home is, or to join what another process has running there. */
export type InstallationOpening = (Opening | { readonly use: 'join'; readonly fresh?: never }) & {
  /** Schemas of the database besides log and read models. */
  readonly schemas?: readonly Schema[];
};

/** An installation that is ready to be used: its database up to date, its log and its views open. */
export interface Installation {
  readonly paths: HomePaths;
  readonly url: string;
  readonly store: OpenStore;
  readonly db: ReadDatabase;
  /** The rules by which terms begin. */
  readonly rules: RuleBook;
  /** The clock of the home as it stands now. A start says how it runs to the commands that come along. */
  clock(): Promise<HomeClock>;
  /** Watches the embedded database; `lost` is told when it has ended by itself. */
  watch(lost: (trouble: Trouble) => void): Promise<void>;
  close(): Promise<void>;
  /** Stops the database at once and leaves the rest as it is: for whoever will not wait. */
  readonly abandon: () => void;
}

/** A database of one's own: nothing to start and nothing to stop. */
async function ownDatabase(url: string, { fresh }: InstallationOpening): Promise<HomeDatabase> {
  if (fresh === true)
    throw new Trouble('--fresh begins a home anew; to begin anew in a database of your own, empty it yourself');
  await assertReachableDatabase(url);
  const nothing = () => Promise.resolve();
  return { url, tellClock: nothing, watch: nothing, close: nothing, abandon: () => undefined };
}

const homeDatabase = (paths: HomePaths, opening: InstallationOpening): Promise<HomeDatabase> =>
  opening.use === 'join' ? joinHomeDatabase(paths) : openHomeDatabase(paths, opening);

/** Opens an installation, makes what is missing. Throws WrongRules, and a Trouble when something stands in the way. */
export async function openInstallation(
  { home, database, kurrentdb, now, since, rules: ruleFile }: Whereabouts,
  opening: InstallationOpening,
): Promise<Installation> {
  const rules = loadRules(ruleFile);
  const own = homePaths(home);
  const opened = database === undefined ? await homeDatabase(own, opening) : await ownDatabase(database, opening);
  const paths = database === undefined ? own : pathsWithDatabase(own, database);
  const { url } = opened;
  const log = { url, kurrent: kurrentdb };
  const db = openReadDatabase({ url });
  let store: OpenStore;
  try {
    await migrateDatabase(url, opening.schemas);
    await assertViewsOfLog(db, log);
    store = await openStore(log);
  } catch (error) {
    await db.destroy();
    await opened.close();
    throw error;
  }
  return {
    paths,
    url,
    store,
    db,
    rules,
    async clock() {
      const settings = await readHomeSettings(paths);
      const clock = await homeClock({
        now,
        since,
        running: opened.clock,
        setting: settings?.clock,
        lastRecorded: () => lastRecorded(store),
      });
      if (clock.runs) await opened.tellClock(clock.runs);
      return clock;
    },
    watch: (lost) => opened.watch(lost),
    async close() {
      await store.close();
      await db.destroy();
      await opened.close();
    },
    abandon: opened.abandon,
  };
}

/** Opens an installation for the while of some work, and closes it whatever comes of that. */
export async function within<T>(
  whereabouts: Whereabouts,
  opening: InstallationOpening,
  work: (installation: Installation) => Promise<T>,
): Promise<T> {
  const installation = await openInstallation(whereabouts, opening);
  try {
    return await work(installation);
  } finally {
    await installation.close();
  }
}
