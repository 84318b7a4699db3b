import { jest } from '@jest/globals';
import { PLAN, S } from '#tests/journeys/bad-input/bad-input';
import { REFUSED_CLOCKS } from '#tests/journeys/bad-input/refused-clocks';
import { journeyClock, openCasus, openTown, settle, type Town } from '#tests/journeys/town';

jest.setTimeout(120_000);

const ofMunicipality = { ...PLAN, owner: 'gemeente-wmo', agreed: { how: 'phone' } };

/** Given in this order, each on its day; E1 stands still from 25 September on. */
const GIVEN: readonly (readonly [day: string, path: string, body: object, by?: string])[] = [
  ['2026-09-10', S, { ...ofMunicipality, step: 'E1' }],
  ['2026-09-10', S, { ...ofMunicipality, step: 'E4', term: { rule: 'AWB-413-8W', from: '2026-09-10' } }],
  ['2026-09-10', S, { ...ofMunicipality, step: 'E5', term: { rule: 'AWB-413-8W', from: '2026-09-10' } }],
  ['2026-09-10', S, { ...ofMunicipality, step: 'E7', term: { rule: 'AWB-413-8W', from: '2026-09-10' } }],
  ['2026-09-10', S, { ...ofMunicipality, step: 'E8', term: { rule: 'AWB-413-8W', from: '2026-07-20' } }],
  ['2026-09-10', S, { ...ofMunicipality, step: 'E6', term: { rule: 'WMO-232-ONDERZOEK', from: '2026-09-10' } }],
  ['2026-10-01', S, { ...PLAN, step: 'E9' }],
  [
    '2026-10-01',
    `${S}/E4/term/suspend`,
    { ground: 'AWB-415-OVERMACHT', waitingFor: { kind: 'resident' }, firstDay: '2026-09-14' },
    'gemeente-wmo',
  ],
  ['2026-10-01', `${S}/E4/term/resume`, { lastDay: '2026-09-20' }, 'gemeente-wmo'],
  [
    '2026-10-01',
    `${S}/E4/term/extend`,
    { ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01', reason: 'veel zaken' },
    'gemeente-wmo',
  ],
  [
    '2026-10-01',
    `${S}/E5/term/suspend`,
    { ground: 'AWB-415-OVERMACHT', waitingFor: { kind: 'resident' }, firstDay: '2026-09-28' },
    'gemeente-wmo',
  ],
];

describe('bad input about clocks and stalls', () => {
  let town: Town;
  let before: number;
  beforeAll(async () => {
    town = await openTown(journeyClock('2026-09-10T07:00:00Z'));
    await settle(town);
    await openCasus(town);
    town.clock.pass(21 * 24 * 60 + 90);
    for (const [day, path, body, by] of GIVEN) {
      const answer = await town.post(path, { at: `${day}T10:00:00+02:00`, ...body }, by === undefined ? {} : { by });
      expect([path, answer.status]).toEqual([path, path === S ? 201 : 200]);
    }
    town.clock.pass(60);
    before = (await town.events()).length;
  });
  afterAll(() => town.close());

  it.each(REFUSED_CLOCKS)('%s', async (_, path, body, options, status, told) => {
    const answer = await town.post(path, body, options);
    expect(answer).toMatchObject({ status, body: { status, ...told } });
    expect(answer.headers['content-type']).toMatch('application/problem+json');
    expect(await town.events()).toHaveLength(before);
  });
});
