import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const POM = fileURLToPath(new URL('pom.xml', import.meta.url));
const CACHE = fileURLToPath(new URL('../../../node_modules/.cache/kafka', import.meta.url));
const PATIENCE_MS = 240_000;

/** The folder of the jars of a Kafka: another pom, another folder. */
export const jarFolder = (): string =>
  `${CACHE}/${createHash('sha256').update(readFileSync(POM)).digest('hex').slice(0, 16)}`;

const runs = (program: string, ...flags: readonly string[]): boolean =>
  spawnSync(program, flags, { stdio: 'ignore' }).status === 0;

/** Why no Kafka can be started here; undefined when one can. */
export function whyNoKafka(): string | undefined {
  if (!runs('java', '-version')) return 'there is no Java';
  if (!existsSync(jarFolder()))
    return 'its jars are not here: npm run kafka brings them where a Maven repository is reached';
  return undefined;
}

/** Brings the jars from a Maven repository, unless they are there. The folder appears whole or not at all. */
export function bringJars(): void {
  const folder = jarFolder();
  if (existsSync(folder) || !runs('java', '-version') || !runs('mvn', '-version')) return;
  const half = `${folder}.${process.pid}`;
  mkdirSync(CACHE, { recursive: true });
  const flags = ['-B', '-q', '-f', POM, 'dependency:copy-dependencies', `-DoutputDirectory=${half}`];
  const { status } = spawnSync('mvn', flags, { stdio: ['ignore', 'ignore', 'inherit'], timeout: PATIENCE_MS });
  if (status === 0 && !existsSync(folder)) renameSync(half, folder);
  rmSync(half, { recursive: true, force: true });
}
