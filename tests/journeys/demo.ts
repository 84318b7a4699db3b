import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { localTimeToInstant } from '#calendar/local-date';

type Expected = Readonly<Record<string, unknown>>;

interface ExpectedStall {
  readonly pattern: string;
  readonly about: string;
  readonly since: string;
  readonly until?: string;
  readonly cause?: string;
}

/** As much of a demo script as the tests read. */
interface Demo {
  readonly casus: string;
  readonly timeline: readonly object[];
  readonly expect: {
    readonly asOf: string;
    readonly steps: Readonly<Record<string, Expected>>;
    readonly stallsNow: readonly ExpectedStall[];
    readonly stallsEnded: readonly ExpectedStall[];
    readonly terms: Readonly<Record<string, Expected>>;
    readonly warnsOn: Readonly<Record<string, string>>;
    /** Working minutes by step and line. */
    readonly ledger: Readonly<Record<string, Readonly<Record<string, number>>>>;
  };
}

/** The keys of a step that a script may name. */
const COMPARED = ['owner', 'state', 'onTheMove', 'act', 'since', 'blockedBy', 'startsOn', 'harmSoFar', 'lastDay'];

export const demoFile = (name: string): string => fileURLToPath(new URL(`../../demo/${name}.yaml`, import.meta.url));

export const demo = (name: string): Demo => parse(readFileSync(demoFile(name), 'utf8')) as Demo;

/** What a script expects, as it is written. */
export const expectOf = (name: string): Demo['expect'] => demo(name).expect;

/** What a script expects of the steps that are not done, in the forms of the API. */
export function expectedSteps(name: string): Readonly<Record<string, Expected>> {
  return Object.fromEntries(
    Object.entries(demo(name).expect.steps).map(([step, expected]) => {
      const compared = Object.entries(expected).filter(([key]) => COMPARED.includes(key));
      const told = compared.map(([key, value]) => [key, key === 'since' ? localTimeToInstant(String(value)) : value]);
      return [step, Object.fromEntries(told)];
    }),
  );
}

/** What a script expects of all stalls that had begun, in the forms of the API; `until` and `cause` null where it names none. */
export function expectedStalls(name: string): readonly Expected[] {
  const { stallsNow, stallsEnded } = expectOf(name);
  return [...stallsNow, ...stallsEnded].map(({ pattern, about, since, until, cause }) => ({
    pattern,
    about,
    since: localTimeToInstant(since),
    until: until === undefined ? null : localTimeToInstant(until),
    cause: cause ?? null,
  }));
}

/** Of steps as the API tells them, the keys that the script names of each. */
export function asExpected(steps: readonly Expected[], name: string): Readonly<Record<string, Expected>> {
  const expected = expectedSteps(name);
  return Object.fromEntries(
    steps.map((told) => {
      const step = String(told['step']);
      const keys = Object.keys(expected[step] ?? told);
      return [step, Object.fromEntries(keys.map((key) => [key, told[key]]))];
    }),
  );
}
