import { program } from '#apps/cli/src/program';
import { oneLine } from '#installation/one-line';

// A reader that has seen enough (`aanzet timeline … | head`) is no trouble.
process.stdout.on('error', () => undefined);

try {
  await program().parseAsync();
} catch (error) {
  process.stderr.write(`aanzet: ${oneLine(error)}\n`);
  process.exitCode = 1;
}
