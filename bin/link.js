import { chmodSync, mkdirSync, rmSync, symlinkSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

// npm links the commands of dependencies only; "npx aanzet" in the clone itself needs this one.
const here = (path) => fileURLToPath(new URL(path, import.meta.url));

chmodSync(here('aanzet.js'), 0o755);
if (process.platform !== 'win32') {
  mkdirSync(here('../node_modules/.bin'), { recursive: true });
  rmSync(here('../node_modules/.bin/aanzet'), { force: true });
  symlinkSync('../../bin/aanzet.js', here('../node_modules/.bin/aanzet'));
}
