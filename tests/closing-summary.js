import { readFileSync } from 'node:fs';

const optional = JSON.parse(readFileSync(new URL('optional-suites.json', import.meta.url), 'utf8'));

const notRun = optional
  .filter(({ needs }) => !(needs && process.env[needs]))
  .map(({ name, needs, command }) =>
    needs ? `${name}: not run, ${needs} is not set` : `${name}: not run, it has its own command: npm run ${command}`,
  );

/** Closes a run: what could not run, by name, and the count alone on the last line. A suite that broke counts as failed. */
export default class ClosingSummary {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const count = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites} failed`;
    // Jest prints its own summary after every reporter, and engines may speak while they stop.
    process.once('exit', () => process.stdout.write(`\n${[...notRun, count].join('\n')}\n`));
  }
}
