import { join } from 'node:path';
import { jest } from '@jest/globals';
import { localTimeToInstant } from '#calendar/local-date';
import { asExpected, demo, expectedSteps, expectedStalls } from '#tests/journeys/demo';
import { aanzet, ownFolder, serving, start, type Running } from '#tests/journeys/processes';

jest.setTimeout(180_000);

type Told = Readonly<Record<string, unknown>>;

const folder = ownFolder();
const home = join(folder.path, 'home');
let running: Running;
let url: string;

// All that a newcomer starts: the database, the services, the demo and its clock.
beforeAll(async () => {
  running = start('standalone', ['--home', home, '--port', '0']);
  url = await serving(running);
});

afterAll(async () => {
  running.kill('SIGINT');
  await running.ended;
  folder.remove();
});

async function overHttp<T>(path: string): Promise<T> {
  const answer = await fetch(`${url}${path}`, { headers: { 'aanzet-partner': 'sociaal-team' } });
  expect([path, answer.status]).toEqual([path, 200]);
  return (await answer.json()) as T;
}

async function onCommandLine<T>(...args: string[]): Promise<T> {
  const { code, out, err } = await aanzet([...args, '--json', '--home', home]);
  expect([args, code, err]).toEqual([args, 0, '']);
  return JSON.parse(out) as T;
}

interface List {
  readonly items: readonly Told[];
}

interface StepLines {
  readonly step: string;
  readonly lines: readonly { readonly line: string; readonly workingMinutes: number }[];
}

/** The ways to ask for the views of one casus at a moment: each has to give what its script expects. */
const WAYS = {
  'the API': (name: string, time: string) => {
    const moment = `asOf=${localTimeToInstant(time)}`;
    return {
      steps: async () => (await overHttp<List>(`/v1/next-steps?casus=${name}&limit=100&${moment}`)).items,
      stalls: async () => (await overHttp<List>(`/v1/casus/${name}/stalls?limit=100&${moment}`)).items,
      terms: async () => (await overHttp<List>(`/v1/casus/${name}/terms?${moment}`)).items,
      ledger: async () => (await overHttp<{ steps: readonly StepLines[] }>(`/v1/casus/${name}/ledger?${moment}`)).steps,
    };
  },
  'the command line': (name: string, time: string) => {
    const moment = ['--as-of', time];
    return {
      steps: () => onCommandLine<readonly Told[]>('next', '--casus', name, ...moment),
      stalls: () => onCommandLine<readonly Told[]>('stalls', '--casus', name, ...moment),
      terms: () => onCommandLine<readonly Told[]>('terms', name, ...moment),
      ledger: () => onCommandLine<readonly StepLines[]>('ledger', name, ...moment),
    };
  },
};

/** Of each thing the keys that a script names. */
function named(told: readonly Told[], expected: Readonly<Record<string, Told>>) {
  const found = new Map(told.map((one) => [one['step'], one]));
  return Object.fromEntries(
    Object.entries(expected).map(([step, keys]) => [
      step,
      Object.fromEntries(Object.keys(keys).map((key) => [key, found.get(step)?.[key]])),
    ]),
  );
}

const names = ['eva', 'kees-marianne'];
const ways = Object.keys(WAYS) as readonly (keyof typeof WAYS)[];

describe.each(names.flatMap((name) => ways.map((way) => [name, way] as const)))(
  'what the script of %s expects, asked through %s',
  (name, way) => {
    const { expect: expected } = demo(name);
    const views = WAYS[way](name, expected.asOf);

    it('of every step that is not done', async () => {
      const steps = await views.steps();
      expect(asExpected(steps, name)).toEqual(expectedSteps(name));
      expect(Object.keys(expectedSteps(name)).length).toBeGreaterThan(5);

      const warnings = Object.entries(expected.warnsOn).filter(([step]) => step in expected.steps);
      const warned = Object.fromEntries(warnings.map(([step, day]) => [step, { warnsOn: day }]));
      expect(named(steps, warned)).toEqual(warned);
    });

    it('of what stalls now and what ended, with times and causes', async () => {
      const stalls = await views.stalls();
      const told = stalls.map(({ pattern, about, since, until, cause }) => ({ pattern, about, since, until, cause }));
      const inOrder = (list: readonly object[]) => list.map((one) => JSON.stringify(one)).sort();
      expect(inOrder(told)).toEqual(inOrder(expectedStalls(name)));

      for (const stall of stalls) {
        expect(Object.keys(stall)).toEqual(
          expect.arrayContaining([
            'casus',
            'pattern',
            'about',
            'root',
            'since',
            'until',
            'onTheMove',
            'cause',
            'causes',
          ]),
        );
        expect(stall['casus']).toBe(name);
        expect((stall['causes'] as readonly Told[]).at(-1)?.['cause'] ?? null).toBe(stall['cause']);
      }
    });

    it('of its terms and when they warn', async () => {
      const terms = await views.terms();
      const warned = Object.fromEntries(
        Object.entries(expected.warnsOn).map(([step, day]) => [step, { warnsOn: day }]),
      );
      expect(terms.map(({ step }) => step)).toEqual(Object.keys(expected.terms));
      expect(named(terms, expected.terms)).toEqual(expected.terms);
      expect(named(terms, warned)).toEqual(warned);
    });

    it('of its ledger, line by line', async () => {
      const ledger = await views.ledger();
      const lines = ledger
        .filter(({ step }) => step in expected.ledger)
        .map(({ step, lines: own }) => [step, Object.fromEntries(own.map((one) => [one.line, one.workingMinutes]))]);
      expect(Object.fromEntries(lines)).toEqual(expected.ledger);
    });
  },
);

describe('stalls', () => {
  it('are the same through the API and on the command line, with who waits for whom and a stable id', async () => {
    const { items } = await overHttp<List>('/v1/stalls?limit=200');
    expect(await onCommandLine('stalls')).toEqual(items);

    const pairs = new Map(items.map(({ pattern, about, pair }) => [`${String(pattern)} ${String(about)}`, pair]));
    expect(pairs.get('UNANSWERED A1')).toEqual({ from: 'gemeente-wmo', to: 'corporatie' });
    expect(pairs.get('UNANSWERED O1')).toEqual({ from: 'sociaal-team', to: 'gemeente-burgerzaken' });
    expect(pairs.get('TERM_EXCEEDED K8')).toEqual({ from: 'gemeente-wmo', to: 'corporatie' });
    expect(pairs.get('BLOCKED E9')).toEqual({ from: 'corporatie', to: 'gemeente-burgerzaken' });
    expect(pairs.get('PLAN_OVERTAKEN E9')).toBeNull();
    expect(pairs.get('STANDSTILL E12')).toBeNull();
    expect(pairs.get('REVOLVING_DOOR briefadres')).toBeNull();

    expect(new Set(items.map(({ id }) => id)).size).toBe(items.length);
    const [first] = items;
    expect(await overHttp(`/v1/stalls/${encodeURIComponent(String(first?.['id']))}`)).toEqual(first);
  });

  it('that are not there are not found', async () => {
    const answer = await fetch(`${url}/v1/stalls/none`, { headers: { 'aanzet-partner': 'sociaal-team' } });
    expect([answer.status, await answer.json()]).toMatchObject([404, { code: 'stall-unknown' }]);
  });
});
