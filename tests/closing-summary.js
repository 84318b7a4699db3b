import { readFileSync } from 'node:fs';
import { whyNoKafka } from '#tests/engines/kafka/jars';

const optional = JSON.parse(readFileSync(new URL('optional-suites.json', import.meta.url), 'utf8'));

const expected = (process.env.EXPECT_ENGINES ?? '').split(',');

/** Why a suite does not run, in words; undefined when it does. */
function whyNot({ engine, needs, command }) {
  if (engine) return whyNoKafka();
  if (!needs) return `it has its own command: npm run ${command}`;
  return process.env[needs] ? undefined : `${needs} is not set`;
}

const missing = optional.map((suite) => ({ ...suite, why: whyNot(suite) })).filter(({ why }) => why !== undefined);
const notRun = missing.map(({ name, why }) => `${name}: not run, ${why}`);
const failing = missing.filter(({ engine }) => engine && expected.includes(engine)).length;

/** Closes a run: what could not run, by name, and the count alone on the last line. A suite that broke counts as failed, and so does an engine that was expected. */
export default class ClosingSummary {
  onRunComplete(_contexts, { numPassedTests, numFailedTests, numRuntimeErrorTestSuites }) {
    const count = `${numPassedTests} passed, ${numFailedTests + numRuntimeErrorTestSuites + failing} failed`;
    // Jest prints its own summary after every reporter, and engines may speak while they stop.
    process.once('exit', () => {
      if (failing > 0) process.exitCode = 1;
      process.stdout.write(`\n${[...notRun, count].join('\n')}\n`);
    });
  }
}
