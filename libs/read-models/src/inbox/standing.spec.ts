import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { standingOf, type ItemCourse, type News } from '#read-models/inbox/standing';

const AT = instant('2026-11-04T23:00:00Z');
const NOW = instant('2026-11-20T11:00:00Z');
const SOON = instant('2026-11-06T09:00:00Z');
const EARLIER = instant('2026-11-03T09:00:00Z');
const LATE = instant('2026-11-16T09:00:00Z');
const BREACH = instant('2026-11-12T23:00:00Z');
const LAST_DAY = localDate('2026-11-12');

const news = (of: Partial<News> & Pick<News, 'news'>): News => ({
  recorded_at: LATE,
  ended_at: null,
  ...of,
});
const of = (why: ItemCourse['item']['why'], more: Partial<ItemCourse> = {}): ItemCourse => ({
  item: { why, at: AT, last_day: why === 'stall' ? null : LAST_DAY },
  news: null,
  held: null,
  ...more,
});
const open = { state: 'open', reason: null, settledAt: null };
const overtaken = { state: 'overtaken', reason: 'last-day-passed', settledAt: BREACH };

describe('of a stall, an item', () => {
  it('is open while the stall lasts', () => {
    expect(standingOf(of('stall', { news: news({ news: 'lasts' }) }), NOW)).toEqual(open);
  });

  it('is resolved from when the stall ended', () => {
    const ended = news({ news: 'ended', ended_at: SOON });
    expect(standingOf(of('stall', { news: ended }), NOW)).toEqual({
      state: 'resolved',
      reason: 'stall-ended',
      settledAt: SOON,
    });
  });

  it('is withdrawn when there was no stall, or when it had ended before it was told', () => {
    const none = of('stall', { news: news({ news: 'never-was' }) });
    expect(standingOf(none, NOW)).toEqual({ state: 'withdrawn', reason: 'never-so', settledAt: LATE });
    const over = of('stall', { news: news({ news: 'ended', ended_at: AT }) });
    expect(standingOf(over, NOW)).toEqual({ state: 'withdrawn', reason: 'over-before-told', settledAt: LATE });
  });
});

describe('of a term that warned, an item', () => {
  const held = (until: ItemCourse['held']) => of('term', { held: until });

  it('is open until the last day has passed, and then overtaken', () => {
    const lasts = held({ until: null, afterwards: null });
    expect(standingOf(lasts, instant('2026-11-12T22:59:59Z'))).toEqual(open);
    expect(standingOf(lasts, BREACH)).toEqual(overtaken);
  });

  it.each([
    ['done', 'step-ended'],
    ['cancelled', 'step-ended'],
    ['open', 'last-day-moved'],
    ['waiting', 'last-day-moved'],
  ] as const)('is resolved when the step was %s: %s', (afterwards, reason) => {
    expect(standingOf(held({ until: SOON, afterwards }), NOW)).toEqual({ state: 'resolved', reason, settledAt: SOON });
  });

  it('stays overtaken by what happened later', () => {
    expect(standingOf(held({ until: LATE, afterwards: 'done' }), NOW)).toEqual(overtaken);
  });

  it('is open before the moment at which it will end', () => {
    expect(standingOf(held({ until: SOON, afterwards: 'open' }), AT)).toEqual(open);
  });

  it('is withdrawn when the step had that last day no more, or never', () => {
    expect(standingOf(held({ until: AT, afterwards: 'done' }), NOW)).toMatchObject({ reason: 'over-before-told' });
    expect(standingOf(held(null), NOW)).toMatchObject({ state: 'withdrawn', reason: 'never-so' });
  });
});

describe('of a promise that warned, an item', () => {
  it('is open until its day has passed, and then overtaken', () => {
    expect(standingOf(of('promise'), SOON)).toEqual(open);
    expect(standingOf(of('promise'), NOW)).toEqual(overtaken);
  });

  it.each([
    ['kept', 'promise-kept'],
    ['released', 'promise-released'],
    ['moved', 'last-day-moved'],
  ] as const)('is resolved when the promise was %s', (what, reason) => {
    const told = news({ news: what, ended_at: SOON });
    expect(standingOf(of('promise', { news: told }), NOW)).toEqual({ state: 'resolved', reason, settledAt: SOON });
  });

  it('stays overtaken by what happened later', () => {
    expect(standingOf(of('promise', { news: news({ news: 'kept', ended_at: LATE }) }), NOW)).toEqual(overtaken);
  });

  it('is withdrawn when the promise had been kept before', () => {
    const told = news({ news: 'kept', ended_at: EARLIER });
    expect(standingOf(of('promise', { news: told }), NOW)).toMatchObject({
      state: 'withdrawn',
      reason: 'over-before-told',
    });
  });
});
