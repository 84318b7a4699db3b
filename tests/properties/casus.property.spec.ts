import { randomInt } from 'node:crypto';
import { REJECTIONS, type RejectionCode } from '#casus/rejection';
import { COMMAND_NAMES } from '#tests/properties/commands/next-command';
import { noCoverage } from '#tests/properties/coverage';
import { shrunk, told } from '#tests/properties/shrink';
import { tryCasus } from '#tests/properties/trial';

const numberFrom = (text: string | undefined): number | undefined => (text === undefined ? undefined : Number(text));

const COMMANDS = numberFrom(process.env['PROPERTY_COMMANDS']) ?? 100_000;
const SEED = numberFrom(process.env['PROPERTY_SEED']) ?? randomInt(2 ** 31);
/** One casus of the seed, to look at a failure again. */
const ONLY = numberFrom(process.env['PROPERTY_CASUS']);

/** Codes that no command can meet here, with the reason. */
const NOT_REACHED: Partial<Record<RejectionCode, string>> = {};

const ACTS = [
  'answer-ask',
  'answer-offer',
  'replan',
  'answer-takeover',
  'provide',
  'confirm',
  'reroute',
  'chase',
  'do',
];
const ROWS = ['nobody: scheduled', 'nobody: blocked', ...ACTS, ...ACTS.map((act) => `blocked: ${act}`)];
const STATES = ['done', 'cancelled', 'blocked', 'scheduled', 'waiting', 'reported', 'open'];

const print = (text: string) => process.stdout.write(`${text}\n`);
const table = (counts: ReadonlyMap<string, number>) =>
  [...counts]
    .sort(([, a], [, b]) => a - b)
    .map(([key, count]) => `${key} ${count}`)
    .join(', ');

describe('a casus under random commands', () => {
  const coverage = noCoverage();

  it(`keeps what must hold over ${COMMANDS} of them`, async () => {
    print(`PROPERTY_SEED=${SEED} PROPERTY_COMMANDS=${COMMANDS}`);
    for (let part = ONLY ?? 0; ONLY === undefined ? coverage.commands < COMMANDS : part === ONLY; part++) {
      const failure = await tryCasus(SEED, part, coverage);
      if (!failure) continue;
      const short = told(await shrunk(failure));
      throw new Error(`PROPERTY_SEED=${SEED} PROPERTY_CASUS=${part}\n${short}`);
    }
    if (process.env['PROPERTY_COVERAGE']) {
      const { commands, casus, accepted, refused, states, rows } = coverage;
      print([`${commands} commands in ${casus} casus`, ...[accepted, refused, states, rows].map(table)].join('\n\n'));
    }
  }, 3_600_000);

  // A short run, or one casus of a run, reaches less.
  const whole = ONLY === undefined && COMMANDS >= 50_000;

  it('reaches every command, state and row often, and every refusal', () => {
    const seldom = (names: readonly string[], counts: ReadonlyMap<string, number>, least: number) =>
      whole ? names.filter((name) => (counts.get(name) ?? 0) < least) : [];
    expect(seldom(COMMAND_NAMES, coverage.accepted, COMMANDS / 2000)).toEqual([]);
    expect(seldom(STATES, coverage.states, COMMANDS / 500)).toEqual([]);
    expect(seldom(ROWS, coverage.rows, COMMANDS / 10_000)).toEqual([]);
    const codes = Object.keys(REJECTIONS).filter((code) => !Object.hasOwn(NOT_REACHED, code));
    expect(seldom(codes, coverage.refused, 1)).toEqual([]);
  });
});
