import { jest } from '@jest/globals';
import { localTimeToInstant } from '#calendar/local-date';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demoFile } from '#tests/journeys/demo';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';
import { journeyClock, openApi, type Api } from '#tests/journeys/town';

jest.setTimeout(120_000);

interface Stall {
  readonly casus: string;
  readonly pattern: string;
  readonly about: string;
  readonly root: string | null;
  readonly since: string;
  readonly until: string | null;
  readonly onTheMove: string | null;
}

interface Row {
  readonly step: string;
  readonly owner: string;
  readonly state: string;
  readonly onTheMove: string | null;
  readonly act: string | null;
  readonly about: string | null;
  readonly since: string;
  readonly lastDay: string | null;
}

let database: FreshDatabase;
let api: Api;
let played: Ended;
const folder = ownFolder();

beforeAll(async () => {
  database = await freshDatabase();
  const files = [demoFile('eva'), demoFile('kees-marianne')];
  played = await aanzet(['play', ...files, '--home', folder.path, '--database', database.url]);
  api = await openApi(database.url, journeyClock('2026-11-20T11:00:00Z'));
});

afterAll(async () => {
  await api.close();
  await database.drop();
  folder.remove();
});

const items = async <T>(path: string): Promise<readonly T[]> => {
  const { status, body } = await api.get(path);
  expect(status).toBe(200);
  return body['items'] as readonly T[];
};

const stallsOf = async (casus: string, about: string): Promise<readonly Stall[]> =>
  (await items<Stall>(`/v1/casus/${casus}/stalls`)).filter((stall) => stall.about === about);

const rowAt = async (casus: string, step: string, time: string): Promise<Row | undefined> =>
  (await items<Row>(`/v1/next-steps?casus=${casus}&asOf=${time}`)).find((row) => row.step === step);

const at = localTimeToInstant;

describe('a plan that others overtook: E9 of the corporation and E5, both behind E4', () => {
  it.each([
    ['E9', '2026-09-30T00:00'],
    ['E5', '2026-10-02T00:00'],
  ])('%s is the director’s to replan, and only then held up by E4 and its owner', async (step, since) => {
    const told = (await stallsOf('eva', step)).map((stall) => [
      stall.pattern,
      stall.onTheMove,
      stall.root,
      stall.since,
      stall.until,
    ]);
    expect(told).toEqual([
      ['PLAN_OVERTAKEN', 'sociaal-team', step, at(since), at('2026-11-13T00:00')],
      ['BLOCKED', 'gemeente-burgerzaken', 'E4', at('2026-11-13T00:00'), at('2026-11-19T10:05')],
    ]);
  });

  it('was told of both when they were planned, by playing too', () => {
    const warned = played.out.split('\n').filter((line) => line.includes('warning blocked-beyond-target'));
    expect(warned.map((line) => /step: (\w+), due: ([\d-]+)/.exec(line)?.slice(1))).toEqual([
      ['E5', '2026-10-01'],
      ['E9', '2026-09-29'],
    ]);
  });

  it('never shows the corporation as late with E9, which it could not do before E4 was', async () => {
    const ofCorporation = await items<Stall>('/v1/stalls?casus=eva&onTheMove=corporatie');
    expect(ofCorporation).toEqual([]);
    const unblocked = await rowAt('eva', 'E9', at('2026-11-19T10:05'));
    expect(unblocked).toMatchObject({ state: 'open', onTheMove: 'corporatie', lastDay: '2026-11-24' });
  });
});

describe('a step that came late to its new owner: K5', () => {
  it('is the sender’s until it is accepted, and then has the norm again', async () => {
    const told = (await stallsOf('kees-marianne', 'K5')).map(({ pattern, since, until }) => [pattern, since, until]);
    expect(told).toEqual([
      ['TERM_EXCEEDED', at('2026-11-03T00:00'), at('2026-11-05T14:30')],
      ['TERM_EXCEEDED', at('2026-11-11T00:00'), at('2026-11-12T10:00')],
    ]);
    const before = await rowAt('kees-marianne', 'K5', at('2026-11-05T14:29'));
    const after = await rowAt('kees-marianne', 'K5', at('2026-11-05T14:30'));
    expect([before?.owner, before?.lastDay]).toEqual(['sociaal-team', '2026-11-02']);
    expect([after?.owner, after?.lastDay]).toEqual(['zorgaanbieder', '2026-11-10']);
  });
});

/** Patterns whose stall the director is to end, or a promiser, whoever is on the move for the step. */
const OF_ANOTHER = new Set(['PLAN_OVERTAKEN', 'BASIS_LAPSED', 'PROMISE_BROKEN', 'REVOLVING_DOOR', 'NOTHING_PLANNED']);

describe('every stall of both casus', () => {
  it('names a partner that was asked and could act before it began', async () => {
    const all = (await items<Stall>('/v1/stalls?limit=500')).filter(({ pattern }) => !OF_ANOTHER.has(pattern));
    expect(all.length).toBeGreaterThan(10);
    for (const { casus, root, since, pattern, about } of all) {
      const then = await items<Stall>(`/v1/casus/${casus}/stalls?asOf=${since}`);
      const stall = then.find((one) => one.pattern === pattern && one.about === about && one.since === since);
      const row = await rowAt(casus, root ?? '', since);
      // An answer can be given in every state of the step, by whom it was asked of: that is what is on the move there.
      const answers = row?.act?.startsWith('answer-') === true && row.about === about;
      const canAct =
        answers || (pattern !== 'UNANSWERED' && ['open', 'waiting', 'reported'].includes(row?.state ?? ''));
      // To and fro is of the refusal itself; anything else had lain with the same party before it stalled.
      const lay = pattern === 'PINGPONG' || (row?.since ?? since) < since;
      expect({ casus, pattern, about, canAct, lay, party: stall?.onTheMove }).toEqual({
        ...{ casus, pattern, about, canAct: true, lay: true },
        party: row?.onTheMove,
      });
    }
  });

  it('names the director where only the director can end it, and nobody where nobody is to act', async () => {
    const all = (await items<Stall>('/v1/stalls?limit=500')).filter(
      ({ pattern }) => OF_ANOTHER.has(pattern) && pattern !== 'PROMISE_BROKEN',
    );
    expect(all.length).toBeGreaterThan(0);
    for (const { casus, pattern, about, since } of all) {
      const then = await items<Stall>(`/v1/casus/${casus}/stalls?asOf=${since}`);
      const stall = then.find((one) => one.pattern === pattern && one.about === about && one.since === since);
      const { body } = await api.get(`/v1/casus/${casus}?asOf=${since}`);
      expect({ casus, pattern, about, party: stall?.onTheMove }).toEqual({
        ...{ casus, pattern, about },
        party: pattern === 'REVOLVING_DOOR' ? null : (body['director'] as { readonly partner: string }).partner,
      });
    }
  });
});
