import { localDate } from '#calendar/local-date';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { termCalendar } from '#calendar/term-calendar';
import { loadRules } from '#platform/rule-file';
import { openApi, openCasus, openTown, settle, type Answer, type Api, type Town } from '#tests/journeys/town';

const shipped = loadRules();

/** The rules of next week: nine weeks to decide instead of eight, and the day after a holiday equated with it. */
const later: RuleBook = {
  ...shipped,
  editions: shipped.editions.flatMap((edition) =>
    edition.code === 'AWB-413-8W'
      ? [
          { ...edition, validUntil: localDate('2026-11-19') },
          { ...edition, version: localDate('2026-11-20'), length: { amount: 9, unit: 'weeks' } },
        ]
      : [edition],
  ),
  calendar: termCalendar([localDate('2027-01-22')], localDate('2026-11-18')),
};

const STEPS = '/v1/casus/eva/steps';
const plan = (step: string, from: string) => ({
  step,
  title: 'Besluit',
  category: 'care',
  owner: 'gemeente-wmo',
  agreed: { how: 'phone' },
  term: { rule: 'AWB-413-8W', from },
});

describe('a casus that began before the rules changed', () => {
  let town: Town;
  let newer: Api;
  beforeAll(async () => {
    town = await openTown();
    newer = await openApi(town.url, town.clock, (store) => store, later);
    await settle(town);
    await openCasus(town);
    await town.post(STEPS, plan('E1', '2026-11-19'));
  }, 60_000);
  afterAll(async () => {
    await newer.close();
    await town.close();
  });

  /** The terms of the casus, once the views have what the answer to a command stands for. */
  async function terms({ headers }: Answer): Promise<readonly Record<string, unknown>[]> {
    const token = String(headers['consistency-token']);
    const { body } = await newer.get(`/v1/casus/eva/terms?atLeast=${token}`);
    return body['items'] as readonly Record<string, unknown>[];
  }

  it('keeps the rule and calendar of its start, in a service that has newer ones', async () => {
    town.clock.pass(60);
    const noted = await newer.post(`${STEPS}/E1/progress`, { text: 'halverwege' }, { by: 'gemeente-wmo' });
    expect(await terms(noted)).toEqual([
      expect.objectContaining({
        step: 'E1',
        raw: '2027-01-14',
        lastDay: '2027-01-14',
        ruleVersion: '2026-07-01',
        calendarVersion: 'nl-2010-10-10',
      }),
    ]);
  });

  it('while a term that begins now runs by the newer ones', async () => {
    const planned = await newer.post(STEPS, plan('E2', '2026-11-20'));
    expect((await terms(planned))[1]).toMatchObject({
      step: 'E2',
      raw: '2027-01-22',
      lastDay: '2027-01-25',
      ruleVersion: '2026-11-20',
      calendarVersion: 'nl-2010-10-10+2026-11-18',
    });
  });

  it('gets them by a command that the timeline shows, once', async () => {
    const renew = () => newer.post(`${STEPS}/E1/term/renew-rule`, { reason: 'wetswijziging' }, { by: 'gemeente-wmo' });
    const renewed = await renew();
    expect(renewed.status).toBe(200);
    expect((await terms(renewed))[0]).toMatchObject({
      step: 'E1',
      raw: '2027-01-21',
      lastDay: '2027-01-21',
      ruleVersion: '2026-11-20',
      calendarVersion: 'nl-2010-10-10+2026-11-18',
    });
    const { body } = await newer.get(`/v1/casus/eva/timeline?sort=latest`);
    expect(JSON.stringify(body)).toContain('term of E1 goes on by AWB-413-8W of 2026-11-20');
    expect(await renew()).toMatchObject({ status: 409, body: { code: 'no-newer-rule' } });
  });

  it('names the article when no edition is in force on the first day', async () => {
    const { status, body } = await newer.post(STEPS, plan('E3', '2026-06-30'));
    expect([status, body]).toEqual([
      400,
      expect.objectContaining({
        code: 'term-rule-not-in-force',
        rule: 'AWB-413-8W',
        source: 'Awb art. 4:13 lid 2',
        inForceFrom: '2026-07-01',
        inForceUntil: '2026-11-19',
      }),
    ]);
  });
});
