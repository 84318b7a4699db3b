import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { digestOf, digestSpan, type DigestSpan } from '#read-models/inbox/digest';
import { CASUS, PAST } from '#read-models/inbox/inbox-specification';
import type { InboxItem } from '#read-models/inbox/query';

const NOON = instant('2026-11-20T11:00:00Z');
const THURSDAY = localDate('2026-11-19');

function span(): DigestSpan {
  const found = digestSpan(THURSDAY, NOON);
  if (!found) throw new Error('Thursday lies before Friday');
  return found;
}

const item = (number: number, more: Partial<InboxItem> = {}): InboxItem => ({
  ...PAST,
  item: `${CASUS}.${number}`,
  ...more,
});
const today = { toldAt: instant('2026-11-19T09:00:00Z'), at: instant('2026-11-19T08:59:50Z') };
const resolved = {
  state: 'resolved',
  reason: 'stall-ended',
  settledAt: instant('2026-11-19T09:05:00Z'),
} as const;

const ids = (items: readonly InboxItem[]) => items.map((one) => one.item.slice(CASUS.length + 1));
const digest = (before: readonly InboxItem[], after: readonly InboxItem[], person?: string) =>
  digestOf({ partner: 'sociaal-team', person }, span(), { before, after });

describe('the stretch of a digest', () => {
  it('is the local day, to its last millisecond', () => {
    expect(span()).toEqual({
      day: THURSDAY,
      before: '2026-11-18T22:59:59.999Z',
      from: '2026-11-18T23:00:00.000Z',
      end: '2026-11-19T22:59:59.999Z',
      until: '2026-11-19T22:59:59.999Z',
      complete: true,
    });
  });

  it.each([
    ['2026-03-29', '2026-03-28T23:00:00.000Z', '2026-03-29T21:59:59.999Z'],
    ['2026-10-25', '2026-10-24T22:00:00.000Z', '2026-10-25T22:59:59.999Z'],
  ])('is an hour shorter or longer on %s', (day, from, until) => {
    expect(digestSpan(localDate(day), NOON)).toMatchObject({ from, until });
  });

  it('goes on until now while the day lasts, and is none of a day to come', () => {
    expect(digestSpan(localDate('2026-11-20'), NOON)).toMatchObject({ until: NOON, complete: false });
    expect(digestSpan(localDate('2026-11-21'), NOON)).toBeUndefined();
  });
});

describe('the digest of a day', () => {
  it('has by casus what was told on that day, in the order of time', () => {
    const later = item(3, { ...today, at: instant('2026-11-19T08:59:55Z'), casus: 'kees-marianne' });
    const { casus, told } = digest([item(1)], [later, item(2, today), item(1)]);
    expect(told).toBe(2);
    expect(casus.map((one) => [one.casus, ids(one.told)])).toEqual([
      ['eva', ['2']],
      ['kees-marianne', ['3']],
    ]);
  });

  it('counts what was told at midnight with the day that begins', () => {
    const last = item(1, { toldAt: instant('2026-11-18T22:59:59.999Z') });
    const first = item(2, { toldAt: instant('2026-11-18T23:00:00Z') });
    expect(digest([last], [last, first])).toMatchObject({ told: 1, casus: [{ told: [first] }] });
  });

  it('names each root that is open once, whenever and however often it was told', () => {
    const same = [item(1), item(2, { ...today, level: 2 }), item(3, { ...today, about: 'O1' })];
    const other = item(4, { root: 'E12', about: 'E12' });
    expect(digest([item(1)], [...same, other])).toMatchObject({ open: 2, casus: [{ open: ['E12', 'E4'] }] });
  });

  it('has what was open before and is not any more, and not what was over already', () => {
    const before = [item(1), item(2, resolved)];
    const { casus, settled } = digest(before, [item(1, resolved), item(2, resolved)]);
    expect(settled).toBe(1);
    expect(casus.map((one) => [ids(one.settled), one.open])).toEqual([[['1'], []]]);
  });

  it('has what was told and over on the same day among what was told', () => {
    expect(digest([], [item(1, { ...today, ...resolved })])).toMatchObject({ told: 1, settled: 0, open: 0 });
  });

  it('has no casus in which nothing came, went or is open', () => {
    expect(digest([item(1, resolved)], [item(1, resolved)]).casus).toEqual([]);
  });

  it('counts what of the day is unread, and says whose it is', () => {
    const read = item(2, { ...today, readAt: NOON });
    expect(digest([], [item(1, today), read, item(3)], 'ans')).toMatchObject({ unread: 1, person: 'ans' });
    expect(digest([], []).person).toBeNull();
  });
});
