import { chown, mkdir, rename, rm } from 'node:fs/promises';
import { DATABASE_USER, type Cluster } from '#home/cluster';
import { runProgram } from '#home/run-program';
import { readText, writeText } from '#home/small-file';
import { Trouble } from '#home/trouble';

const SETTINGS = ['listen_addresses=127.0.0.1', 'unix_socket_directories='];

/** Makes the data folder of a home, unless it is there. What was broken off halfway before is made anew. */
export async function createCluster({ paths, binaries, password, account }: Cluster): Promise<void> {
  const { data } = paths;
  if ((await readText(`${data}/PG_VERSION`)) !== undefined) return;
  const draft = `${data}.new`;
  const passwordFile = `${data}.password`;
  await rm(draft, { recursive: true, force: true });
  await mkdir(draft, { mode: 0o700 });
  await writeText(passwordFile, password);
  try {
    if (account) for (const path of [draft, passwordFile]) await chown(path, account.uid, account.gid);
    const { code, said } = await runProgram(
      binaries.initdb,
      [
        ...[`--pgdata=${draft}`, `--username=${DATABASE_USER}`, `--pwfile=${passwordFile}`],
        ...['--auth=scram-sha-256', '--encoding=UTF8', '--no-locale', '--no-instructions'],
        ...SETTINGS.flatMap((setting) => ['--set', setting]),
      ],
      account,
    );
    if (code !== 0) {
      const why = said.trim().split('\n').at(-1) ?? '';
      throw new Trouble(`the database could not be made in ${data} (${why}): is there room, and may it be written?`);
    }
    await rename(draft, data);
  } finally {
    await rm(passwordFile, { force: true });
  }
}
