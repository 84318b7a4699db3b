import { join, resolve } from 'node:path';

/** Where things lie in a home folder. */
export interface HomePaths {
  readonly home: string;
  /** Settings that last: see home-settings.ts. */
  readonly settings: string;
  /** Who uses the home now: see home-lock.ts. */
  readonly lock: string;
  /** Where the running server is reached: see running-server.ts. */
  readonly run: string;
  /** The password of the database, made once. */
  readonly password: string;
  /** The data folder of PostgreSQL. */
  readonly data: string;
  /** What PostgreSQL says. In its own folder, for it may run as another user. */
  readonly serverLog: string;
}

/** The paths of a home folder; `dir` may be relative to the working folder. */
export function homePaths(dir: string): HomePaths {
  const home = resolve(dir);
  const data = join(home, 'postgres');
  return {
    home,
    settings: join(home, 'home.json'),
    lock: join(home, 'lock'),
    run: join(home, 'run.json'),
    password: join(home, 'password'),
    data,
    serverLog: join(data, 'server.log'),
  };
}
