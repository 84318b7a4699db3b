import { jest } from '@jest/globals';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';
import { journeyClock, openApi, type Api } from '#tests/journeys/town';

jest.setTimeout(120_000);

/** W1 binds the municipality and gives the resident something when it lapses; W2 binds the resident. Both end on 16 October. */
const SCRIPT = `casus: onderzoek
title: Melding bij de Wmo
timezone: Europe/Amsterdam
now: 2026-12-01T12:00
director: {partner: sociaal-team}
residents:
  - {ref: kim, role: resident, givenName: Kim, familyName: Voorbeeld}
timeline:
  - {at: 2026-09-04T09:00, by: sociaal-team, do: open-casus, goal: "Rust", situation: "Zoekt hulp thuis."}
  - {at: 2026-09-04T09:05, by: sociaal-team, do: record-basis, partner: gemeente-wmo, basis: legal-task, article: "Wmo 2015 2.3.2", persons: [kim], purpose: "casus", categories: [care]}
  - {at: 2026-09-04T09:15, by: sociaal-team, do: plan-step, step: W1, title: "Wmo-onderzoek", category: care, owner: gemeente-wmo, agreed: {how: meeting}, term: {rule: WMO-232-ONDERZOEK, from: 2026-09-04}}
  - {at: 2026-09-04T09:20, by: sociaal-team, do: plan-step, step: W2, title: "Bezwaar afwegen", category: general, owner: sociaal-team, term: {rule: AWB-67-BEZWAAR, from: 2026-09-04}}
`;

const GIVES = 'De inwoner mag nu een aanvraag indienen (Wmo 2015 art. 2.3.2 lid 9).';
const LAPSE = '2026-10-16T22:00:00.000Z';
const JUST_BEFORE = '2026-10-16T21:59:59.999Z';

type Told = Readonly<Record<string, unknown>>;

let database: FreshDatabase;
let api: Api;
const folder = ownFolder();

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

beforeAll(async () => {
  database = await freshDatabase();
  const file = join(folder.path, 'onderzoek.yaml');
  writeFileSync(file, SCRIPT);
  expect(await here('play', file)).toMatchObject({ code: 0, err: '' });
  api = await openApi(database.url, journeyClock('2026-12-01T11:00:00Z'));
});

afterAll(async () => {
  await api.close();
  await database.drop();
  folder.remove();
});

async function items(path: string): Promise<readonly Told[]> {
  const { status, body } = await api.get(path);
  expect(status).toBe(200);
  return body['items'] as readonly Told[];
}

const termAt = async (step: string, asOf: string) =>
  (await items(`/v1/casus/onderzoek/terms?asOf=${asOf}`)).find((term) => term['step'] === step);

describe('a term that lapses', () => {
  it('gives the resident what the law says, from its very instant on, with the article', async () => {
    expect(await termAt('W1', JUST_BEFORE)).toMatchObject({ lastDay: '2026-10-16', lapsedAt: null, onLapse: null });
    expect(await termAt('W1', LAPSE)).toMatchObject({
      rule: 'WMO-232-ONDERZOEK',
      article: 'Wmo 2015 art. 2.3.2 lid 1',
      lapsedAt: LAPSE,
      onLapse: GIVES,
    });
  });

  it('is told on the command line too', async () => {
    const before = await here('terms', 'onderzoek', '--as-of', '2026-10-16T23:59');
    expect(before.out).not.toContain(GIVES);
    const after = await here('terms', 'onderzoek', '--as-of', '2026-10-17T00:00');
    expect(after.out).toMatch(
      new RegExp(`^W1 .*Wmo 2015 art. 2.3.2 lid 1, wettelijk +${GIVES.replaceAll(/[().]/g, '\\$&')}$`, 'm'),
    );
  });

  it('of a public body is exceeded as well', async () => {
    const stalls = await items('/v1/casus/onderzoek/stalls');
    expect(stalls).toMatchObject([{ pattern: 'TERM_EXCEEDED', about: 'W1', since: LAPSE, until: null }]);
  });
});

describe('a term that binds the resident', () => {
  const rowAt = async (asOf: string) =>
    (await items(`/v1/next-steps?casus=onderzoek&asOf=${asOf}`)).find((row) => row['step'] === 'W2');

  it('warns before its last day, and then lapses', async () => {
    const days = { lastDay: '2026-10-16', warnsOn: '2026-10-09' };
    expect(await rowAt(JUST_BEFORE)).toMatchObject(days);
    expect(await termAt('W2', JUST_BEFORE)).toMatchObject({ ...days, lapsedAt: null });
    expect(await rowAt(LAPSE)).toMatchObject({ ...days, onTheMove: 'sociaal-team', act: 'do' });
    expect(await termAt('W2', LAPSE)).toMatchObject({
      article: 'Awb art. 6:7 jo. 6:8',
      lapsedAt: LAPSE,
      onLapse: null,
    });
  });

  it('never stalls, however long ago it lapsed', async () => {
    for (const asOf of [LAPSE, '2026-11-01T12:00:00Z', '2026-12-01T11:00:00Z']) {
      const stalls = await items(`/v1/casus/onderzoek/stalls?asOf=${asOf}`);
      expect(stalls.filter(({ about }) => about === 'W2')).toEqual([]);
    }
    expect(await api.get('/v1/casus/onderzoek/steps/W2/why')).toMatchObject({ status: 200, body: { red: false } });
  });
});
