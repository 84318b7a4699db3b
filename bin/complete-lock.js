import { readFileSync, writeFileSync } from 'node:fs';

/*
 * npm leaves an optional package out of the lock when the registry at hand does not serve it (a mirror often has only
 * the binaries of its own platform), and then "npm ci" refuses the lock everywhere. This adds what is missing, by
 * version and platform and without a checksum. Run it after "npm install" where tests/architecture names a gap.
 */
const SYSTEMS = ['darwin', 'linux', 'win32', 'freebsd', 'android', 'openharmony'];
const PROCESSORS = ['x64', 'arm64', 'ia32', 'arm', 'ppc64', 's390x', 'riscv64', 'loong64'];

const file = process.argv[2] ?? new URL('../package-lock.json', import.meta.url);
const lock = JSON.parse(readFileSync(file, 'utf8'));

const missing = Object.values(lock.packages).flatMap((entry) =>
  Object.entries(entry.optionalDependencies ?? {})
    .filter(([name]) => !lock.packages[`node_modules/${name}`])
    .map(([name, version]) => [name, version, entry.dev]),
);

for (const [name, version, dev] of missing) {
  const words = name.split('/').at(-1).split('-');
  const system = SYSTEMS.find((os) => words.includes(os));
  const processor = PROCESSORS.find((cpu) => words.includes(cpu));
  if (!system || !processor || !/^\d/.test(version)) throw new Error(`which platform is ${name}@${version} for?`);
  lock.packages[`node_modules/${name}`] = {
    version,
    cpu: [processor],
    ...(dev ? { dev } : {}),
    optional: true,
    os: [system],
  };
  process.stdout.write(`${name}@${version}\n`);
}

const sorted = Object.fromEntries(Object.entries(lock.packages).sort(([a], [b]) => a.localeCompare(b, 'en')));
writeFileSync(file, `${JSON.stringify({ ...lock, packages: sorted }, null, 2)}\n`);
