import { jest } from '@jest/globals';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demoFile, expectOf } from '#tests/journeys/demo';
import { aanzet, ownFolder, type Ended } from '#tests/journeys/processes';
import { journeyClock, openApi, type Api } from '#tests/journeys/town';

jest.setTimeout(120_000);

interface Quantiles {
  readonly p50: { readonly minutes: number; readonly orMore: boolean };
  readonly p90: { readonly minutes: number; readonly orMore: boolean };
}

/** As much of a row of any figure as is looked at here. */
interface Row {
  readonly cell: string;
  readonly volume: number;
  readonly stalls: number;
  readonly roots: number;
  readonly lasting: number;
  readonly few: boolean;
  readonly time: { readonly minutes: number; readonly workingMinutes: number };
  readonly waiting: { readonly working: Quantiles };
  readonly casus: { readonly count: number; readonly href: string };
}

let database: FreshDatabase;
let api: Api;
const folder = ownFolder();

const here = (...args: string[]): Promise<Ended> =>
  aanzet([...args, '--home', folder.path, '--database', database.url]);

beforeAll(async () => {
  database = await freshDatabase();
  await here('play', demoFile('eva'), demoFile('kees-marianne'));
  api = await openApi(database.url, journeyClock('2026-11-20T11:00:00Z'));
});

afterAll(async () => {
  await api.close();
  await database.drop();
  folder.remove();
});

async function figure(path: string): Promise<Readonly<Record<string, unknown>>> {
  const { status, body } = await api.get(`/v1/figures/${path}`);
  expect([status, body]).toEqual([200, expect.anything()]);
  return body;
}

const rows = (told: Readonly<Record<string, unknown>>, part: string) => told[part] as readonly Row[];

const hours = ({ minutes, orMore }: Quantiles['p50']) =>
  `${orMore ? '≥' : ''}${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

const halfAndNine = ({ waiting: { working } }: Row) => `${hours(working.p50)} ${hours(working.p90)}`;

describe('waiting in the demo', () => {
  it('is, per pair of partners, what the scripts come to', async () => {
    const told = await figure('waiting');
    const pairs = rows(told, 'pairs').map((row) => [row.cell, `${row.volume} ${halfAndNine(row)}`]);

    // Working days of 09:00–17:00; no holiday lies between.
    expect(Object.fromEntries(pairs)).toEqual({
      // Eva O1: Thu 10 Sep 10:30 to Fri 18 Sep 09:30: 6:30, five days, 0:30. Its ledger books 2310 + 510 minutes of it.
      'handoff:sociaal-team:gemeente-burgerzaken': '1 47:00 47:00',
      // Eva O2: Mon 14 Sep 09:05 to Tue 11:00, 9:55. Kees O3: Mon 5 Oct 09:05 to Wed 11:00, 17:55. Ranks 1 and 2 of two.
      'handoff:sociaal-team:corporatie': '2 9:55 17:55',
      // Eva O3: Mon 21 Sep 10:05 to Tue 09:00.
      'handoff:sociaal-team:gemeente-wonen': '1 6:55 6:55',
      // Eva O7: Mon 12 Oct 13:05 until it expired on Tue 27 Oct 00:00: 3:55 and ten days. O8: still open, 19:00. Neither answered.
      'handoff:sociaal-team:jongerenpunt': '2 ≥83:55 ≥83:55',
      // Eva O4: Thu 29 Oct 09:10 to Thu 12 Nov 10:00: 7:50, nine days, 1:00.
      'handoff:gemeente-wmo:zorgaanbieder': '1 80:50 80:50',
      // Eva O6: Fri 13 Nov 09:10 to 16:30, though it was typed in on Monday.
      'handoff:sociaal-team:clientondersteuning': '1 7:20 7:20',
      // Eva O5: still open. The script's ledger of E5 books 540 minutes to the school.
      'handoff:sociaal-team:onderwijs': '1 ≥9:00 ≥9:00',
      // Kees O2: Mon 21 Sep 10:05 to Thu 5 Nov 14:30: 6:55, 32 days, 5:30.
      'handoff:sociaal-team:zorgaanbieder': '1 268:25 268:25',
      // Kees O6a, O6b, O6c: 8:55, 13:00 and 3:00. Ranks 2 and 3 of three.
      'handoff:zorgaanbieder:gemeente-wonen': '3 8:55 13:00',
      // Kees O5: Wed 11 Nov 11:05 to Mon 09:00.
      'handoff:gemeente-wmo:welzijn': '1 21:55 21:55',
      // Kees A1: still open. The script's ledger of K8 books 7255 minutes to the corporation.
      'ask:gemeente-wmo:corporatie': '1 ≥120:55 ≥120:55',
    });
    const { ledger: eva } = expectOf('eva');
    const { ledger: kees } = expectOf('kees-marianne');
    expect([eva['E5']?.['onderwijs'], kees['K8']?.['corporatie']]).toEqual([9 * 60, 120 * 60 + 55]);
  });

  it('tells what came of the offers, and where the time of those that were seen went', async () => {
    const pairs = new Map(rows(await figure('waiting'), 'pairs').map((row) => [row.cell, row]));

    expect(pairs.get('handoff:zorgaanbieder:gemeente-wonen')).toMatchObject({
      accepted: 1,
      declined: 2,
      declinePercent: 67,
      bounced: 2,
      bouncePercent: 67,
      pingpong: 1,
      unread: { of: 0 },
    });
    expect(pairs.get('handoff:sociaal-team:gemeente-burgerzaken')).toMatchObject({
      unread: { total: { workingMinutes: 2310 } },
      undecided: { total: { workingMinutes: 510 } },
    });
    expect(pairs.get('handoff:sociaal-team:jongerenpunt')).toMatchObject({ open: 1, expired: 1, declinePercent: null });
    expect(pairs.get('ask:gemeente-wmo:corporatie')).toMatchObject({ open: 1, unread: null });
  });

  it('drops nothing that is not over, over all pairs', async () => {
    const [all] = rows(await figure('waiting'), 'totals');

    // In working time: 3:00, 6:55, 7:20, 8:55, 9:00+, 9:55, 13:00, 17:55, 19:00+, 21:55, 47:00, 80:50, 83:55+, 268:25.
    // Left after the first four 10/14; after 9:55 × 8/9; after 13:00 × 7/8; after 17:55 × 6/7 = 0.476: half is over.
    expect(all).toMatchObject({ volume: 14, accepted: 9, declined: 2, open: 2, expired: 1, declinePercent: 18 });
    expect(all && halfAndNine(all)).toBe('17:55 268:25');
  });

  it('belongs to the period of the offer, and is as it was known', async () => {
    const week = await figure('waiting?from=2026-11-09&to=2026-11-15');
    const saturday = 'asOf=2026-11-14T12:00:00%2B01:00';
    const of = async (knownAt: string) => {
      const told = await figure(`waiting?partner=clientondersteuning&${saturday}&knownAt=2026-11-${knownAt}`);
      return rows(told, 'pairs').map(halfAndNine);
    };

    expect(rows(week, 'pairs').map(({ cell }) => cell)).toEqual([
      'handoff:gemeente-wmo:welzijn',
      'handoff:sociaal-team:clientondersteuning',
    ]);
    // O6 was accepted on Friday at 16:30, and that was typed in on Monday at 09:05.
    expect(await of('14T12:00:00%2B01:00')).toEqual(['≥7:50 ≥7:50']);
    expect(await of('16T10:00:00%2B01:00')).toEqual(['7:20 7:20']);
  });
});

describe('stalls in the demo', () => {
  const counted = (told: Readonly<Record<string, unknown>>, part: string) =>
    Object.fromEntries(rows(told, part).map(({ cell, stalls, roots, lasting }) => [cell, [stalls, roots, lasting]]));

  it('are counted by the steps at their roots', async () => {
    const told = await figure('stalls');

    // Roots: briefadres, E4, E5, E8, E9, E12, E14; K5, K8, K10, P1. Of the 18 stalls two are BLOCKED, behind E4.
    expect(told['total']).toMatchObject({ stalls: 16, roots: 11, lasting: 3, casus: { count: 2 } });
    expect(counted(told, 'byPattern')).toEqual({
      'pattern:UNANSWERED': [5, 5, 1],
      'pattern:TERM_EXCEEDED': [4, 3, 1],
      'pattern:PLAN_OVERTAKEN': [2, 2, 0],
      'pattern:BLOCKED': [2, 1, 0],
      'pattern:NOT_REROUTED': [1, 1, 0],
      'pattern:STANDSTILL': [1, 1, 1],
      'pattern:PINGPONG': [1, 1, 0],
      'pattern:REVOLVING_DOOR': [1, 1, 0],
      'pattern:PROMISE_BROKEN': [1, 1, 1],
    });
    const blocked = rows(told, 'byPattern').find(({ cell }) => cell === 'pattern:BLOCKED');
    // E4 from Fri 13 Nov 00:00 to Thu 10:05: four days and 1:05, once, however many steps wait for it.
    expect(blocked?.time).toEqual({ minutes: 6 * 1440 + 605, workingMinutes: 33 * 60 + 5 });
  });

  it('are told by cause, by who named it, and by building block', async () => {
    const told = await figure('stalls');

    expect(counted(told, 'byCause')).toEqual({
      cause: [12, 9, 3],
      'cause:TE_DRUK': [2, 2, 0],
      'cause:EIGEN_REGELGEVING': [1, 1, 0],
      'cause:LANGS_ELKAAR_HEEN': [1, 1, 0],
    });
    expect(counted(told, 'byNamedCause')['named-cause:TE_DRUK']).toEqual([2, 2, 0]);
    expect(counted(told, 'byBuildingBlock')).toEqual({
      'building-block': [12, 9, 3],
      'building-block:process': [3, 2, 0],
      'building-block:relation': [1, 1, 0],
    });
  });

  it('say nothing of a neighbourhood or attention group with fewer than three casus', async () => {
    const told = await figure('stalls');

    for (const part of ['byNeighbourhood', 'byAttentionGroup']) {
      expect(rows(told, part)).toMatchObject([{ few: true, roots: 11, casus: { count: 2 } }]);
    }
    expect(JSON.stringify(told)).not.toMatch(/Zuid|Noord|jongere|ouderen/);
    expect(await api.get('/v1/figures/stalls/casus?cell=neighbourhood:Zuid')).toMatchObject({
      status: 404,
      body: { code: 'cell-unknown' },
    });
  });

  it('are cut to the period', async () => {
    const told = await figure('stalls?from=2026-11-16&to=2026-11-17&partner=gemeente-burgerzaken');

    // E4, on Monday and Tuesday; it began before, so it says nothing of how long stalls of this period took.
    expect(told['total']).toMatchObject({
      roots: 1,
      time: { minutes: 2880, workingMinutes: 960 },
      duration: { of: 0, calendar: null },
    });
  });
});

describe('promises in the demo', () => {
  it('were open until their day had passed', async () => {
    expect(await figure('promises?asOf=2026-11-18T23:59:59%2B01:00')).toMatchObject({ total: { made: 1, open: 1 } });
    expect(await figure('promises')).toMatchObject({
      total: { made: 1, broken: 1, everBroken: 1, open: 0, keptInTimePercent: 0 },
      byPromiser: [{ cell: 'promiser:corporatie', made: 1 }],
      byPair: [{ cell: 'pair:corporatie:sociaal-team', made: 1 }],
    });
  });
});
