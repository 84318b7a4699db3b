#!/usr/bin/env node
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { constants } from 'node:os';
import { fileURLToPath } from 'node:url';

// Plain JavaScript that any Node from 20 on reads: it only finds the project's own Node and hands over to it.
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const main = here('../dist/apps/cli/src/main.js');
const ownNode = here(`../node_modules/node/bin/node${process.platform === 'win32' ? '.exe' : ''}`);
const isNewEnough = Number(process.versions.node.split('.')[0]) >= 24;

const refuse = (message) => {
  process.stderr.write(`aanzet: ${message}\n`);
  process.exit(1);
};

if (!existsSync(main)) refuse(`not built yet. Run "npm ci" or "npm run build" in ${here('..')}`);
if (!isNewEnough && !existsSync(ownNode)) {
  refuse(`needs Node 24 and this is ${process.version}. Run "npm ci" in ${here('..')}: it brings its own`);
}

if (isNewEnough) {
  process.argv[1] = main;
  await import(new URL('../dist/apps/cli/src/main.js', import.meta.url).href);
} else {
  const child = spawn(ownNode, ['--enable-source-maps', main, ...process.argv.slice(2)], { stdio: 'inherit' });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP', 'SIGQUIT']) {
    process.on(signal, () => {
      // A terminal sends its Ctrl-C to the whole group: the child has had it already.
      if (signal !== 'SIGINT' || !process.stdin.isTTY) child.kill(signal);
    });
  }
  child.on('error', (error) => refuse(error.message));
  child.on('exit', (code, signal) => process.exit(code ?? 128 + constants.signals[signal]));
}
