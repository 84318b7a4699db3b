import type { HomePaths } from '#home/home-paths';
import type { PostgresBinaries } from '#home/postgres-binaries';
import type { Account } from '#home/run-program';

/** The only account of the database of a home. */
export const DATABASE_USER = 'aanzet';

/** The programs for the data folder of one home, and the account they run under. */
export interface Cluster {
  readonly paths: HomePaths;
  readonly binaries: PostgresBinaries;
  readonly password: string;
  readonly account: Account | undefined;
}
