import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#tests/architecture/sources';
import { generatedPages } from '#tests/docs/pages';

for (const [path, text] of generatedPages()) {
  writeFileSync(join(ROOT, path), text);
  process.stdout.write(`${path}\n`);
}
