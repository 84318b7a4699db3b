import { existsSync, readdirSync } from 'node:fs';

// The entry of the container image: `service.js casus` runs that service, `service.js cli migrate` the command line.
const apps = new URL('../dist/apps/', import.meta.url);
const [, , name = ''] = process.argv;
const main = new URL(`${name}/src/main.js`, apps);

if (!/^[a-z-]+$/.test(name) || !existsSync(main)) {
  const names = readdirSync(apps).filter((app) => existsSync(new URL(`${app}/src/main.js`, apps)));
  process.stderr.write(`aanzet: name what to run, one of ${names.join(', ')}\n`);
  process.exit(1);
}

process.argv.splice(2, 1);
await import(main.href);
