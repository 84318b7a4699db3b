import { dirname } from 'node:path';
import { userInfo } from 'node:os';
import { runProgram, type Account } from '#home/run-program';
import { Trouble } from '#home/trouble';

const NAME = 'postgres';

async function idOf(flag: '-u' | '-g'): Promise<number | undefined> {
  const { code, said } = await runProgram('id', [flag, NAME]);
  return code === 0 ? Number(said.trim()) : undefined;
}

async function lookUp(): Promise<Account | undefined> {
  const [uid, gid] = [await idOf('-u'), await idOf('-g')];
  return uid === undefined || gid === undefined ? undefined : { uid, gid };
}

/** The account for PostgreSQL, which refuses to run as root: for root `postgres`, made when missing; else none of its own. */
export async function postgresAccount(): Promise<Account | undefined> {
  if (userInfo().uid !== 0) return undefined;
  const there = await lookUp();
  if (there) return there;
  await runProgram('useradd', ['--system', '--user-group', '--no-create-home', NAME]).catch(() => undefined);
  const made = await lookUp();
  if (made) return made;
  throw new Trouble(
    'PostgreSQL does not run as root and no user "postgres" could be made: start as an ordinary user, or run "useradd postgres" first',
  );
}

/** Throws a Trouble that names the folder in which `account` is stopped on its way to `path`. */
export async function assertReachable(path: string, account: Account): Promise<void> {
  const ways = [path];
  for (let at = path; dirname(at) !== at; at = dirname(at)) ways.unshift(dirname(at));
  for (const folder of ways) {
    const { code } = await runProgram('test', ['-x', folder], account);
    if (code !== 0) {
      throw new Trouble(
        `as root the database runs as the user ${NAME}, who cannot enter ${folder}: run "chmod o+x ${folder}", ` +
          `choose another folder with --home, or start as an ordinary user`,
      );
    }
  }
}
