import { instant } from '#event-sourcing/instant';
import type { InboxCommand } from '#casus/inbox/inbox-commands';
import { inboxDecider } from '#casus/inbox/inbox-decider';
import { inboxEvent, type InboxEvent } from '#casus/inbox/inbox-events';
import type { InboxFact } from '#casus/inbox/inbox-fact';
import { inboxPlace, inboxStream, itemIdOf, itemPlace, type Told } from '#casus/inbox/inbox-item';

const CASUS = '00000000-0000-4000-8000-000000000001';
const ITEM = itemIdOf({ casus: CASUS, revision: 12 });
const NOW = instant('2026-11-20T11:00Z');
const TOLD_AT = instant('2026-11-18T23:00Z');

const forAll: Told = { partner: 'welzijn', at: TOLD_AT };
const forAns: Told = { ...forAll, person: 'ans' };

const command = (what: InboxCommand['do'], more: Partial<InboxCommand> = {}): InboxCommand => ({
  do: what,
  item: ITEM,
  told: forAll,
  actor: { partner: 'welzijn', person: 'ans' },
  standsInFor: [],
  occurredAt: NOW,
  recordedAt: NOW,
  ...more,
});

const read = (person?: string) => inboxEvent('InboxItemRead', { item: ITEM, ...(person !== undefined && { person }) });
const unread = (person?: string) =>
  inboxEvent('InboxItemUnread', { item: ITEM, ...(person !== undefined && { person }) });

/** What comes of a command after these facts, which happened an hour before: events, or the code. */
function after(facts: readonly InboxEvent[], given: InboxCommand) {
  const at = instant('2026-11-20T10:00Z');
  const inbox = facts.reduce(
    (state, event, revision) =>
      inboxDecider.evolve(state, {
        ...event,
        partner: 'welzijn',
        revision,
        occurredAt: at,
        recordedAt: at,
      } satisfies InboxFact),
    inboxDecider.initialState,
  );
  const decision = inboxDecider.decide(given, inbox);
  return decision.accepted ? decision.events : [decision.rejection.kind, decision.rejection.code];
}

describe('reading an item', () => {
  it('marks it for the person that acts', () => {
    expect(after([], command('read-inbox-item'))).toEqual([read('ans')]);
    expect(after([], command('read-inbox-item', { told: forAns }))).toEqual([read('ans')]);
  });

  it('marks it for the partner as a whole when no person acts', () => {
    expect(after([read('ans')], command('read-inbox-item', { actor: { partner: 'welzijn' } }))).toEqual([read()]);
  });

  it('is open to who stands in for the person that it is for, and is read by that one apart', () => {
    const bob = { actor: { partner: 'welzijn', person: 'bob' }, told: forAns };
    expect(after([read('ans')], command('read-inbox-item', { ...bob, standsInFor: ['ans'] }))).toEqual([read('bob')]);
    const another = command('read-inbox-item', { ...bob, standsInFor: ['cor'] });
    expect(after([], another)).toEqual(['forbidden', 'not-addressed-to-you']);
    const elsewhere = { actor: { partner: 'corporatie', person: 'bob' }, standsInFor: ['ans'] };
    expect(after([], command('read-inbox-item', { told: forAns, ...elsewhere }))).toEqual([
      'forbidden',
      'not-addressed-to-you',
    ]);
  });

  it('counts for nobody else', () => {
    const bob = command('read-inbox-item', { actor: { partner: 'welzijn', person: 'bob' } });
    expect(after([read('ans'), read()], bob)).toEqual([read('bob')]);
  });

  it('is done once, and again after it was put back', () => {
    expect(after([read('ans')], command('read-inbox-item'))).toEqual(['conflict', 'already-read']);
    expect(after([read('ans'), unread('ans')], command('read-inbox-item'))).toEqual([read('ans')]);
  });
});

describe('putting an item back', () => {
  it('marks it as unread for whoever acts', () => {
    expect(after([read('ans')], command('unread-inbox-item'))).toEqual([unread('ans')]);
  });

  it.each([
    ['never read', []],
    ['read by another', [read('bob'), read()]],
    ['put back already', [read('ans'), unread('ans')]],
  ])('is refused for what was %s', (_, facts) => {
    expect(after(facts, command('unread-inbox-item'))).toEqual(['conflict', 'not-read']);
  });
});

describe.each(['read-inbox-item', 'unread-inbox-item'] as const)('%s is refused', (what) => {
  it.each([
    ['of what nobody told', { told: undefined }, ['unknown', 'inbox-item-unknown']],
    ['for another partner', { actor: { partner: 'corporatie', person: 'ans' } }, ['forbidden', 'not-addressed-to-you']],
    ['for another person', { told: { ...forAns, person: 'bob' } }, ['forbidden', 'not-addressed-to-you']],
    [
      'for the partner, of what is for a person',
      { told: forAns, actor: { partner: 'welzijn' } },
      ['forbidden', 'not-addressed-to-you'],
    ],
    ['ahead of time', { occurredAt: instant('2026-11-20T11:02Z') }, ['input', 'occurred-in-the-future']],
    ['after ninety days', { recordedAt: instant('2027-03-01T11:00Z') }, ['input', 'occurred-too-long-ago']],
    [
      'by a number that may be a BSN',
      { actor: { partner: 'welzijn', person: '123456782' } },
      ['input', 'bsn-not-accepted'],
    ],
  ])('%s', (_, more, refusal) => {
    expect(after([], command(what, more))).toEqual(refusal);
  });
});

describe('the order of time', () => {
  it('begins when the item came due', () => {
    const early = command('read-inbox-item', { occurredAt: instant('2026-11-18T22:59Z') });
    expect(after([], early)).toEqual(['conflict', 'before-told']);
  });

  it('is that of what this reader did to this item', () => {
    const early = instant('2026-11-20T09:00Z');
    const refusal = ['conflict', 'occurred-before-known'];
    expect(after([read('ans')], command('unread-inbox-item', { occurredAt: early }))).toEqual(refusal);
    expect(after([read('bob')], command('read-inbox-item', { occurredAt: early }))).toEqual([read('ans')]);
    expect(after([read('ans')], command('read-inbox-item', { item: `${CASUS}.13`, occurredAt: early }))).toEqual([
      inboxEvent('InboxItemRead', { item: `${CASUS}.13`, person: 'ans' }),
    ]);
  });
});

describe('the stream of what a partner read of a casus', () => {
  it.each(['welzijn', 'team-0', '0', CASUS, `${CASUS}-2`])('tells which partner and casus: %s', (partner) => {
    const stream = inboxStream({ casus: CASUS, partner });
    expect(stream).toBe(`inbox-${CASUS}-${partner}`);
    expect(inboxPlace(stream)).toEqual({ casus: CASUS, partner });
  });
});

describe('the id of an item', () => {
  it('tells where it comes from', () => {
    expect(itemPlace(ITEM)).toEqual({ casus: CASUS, revision: 12 });
  });

  it.each(['', 'eva.1', CASUS, `${CASUS}.`, `${CASUS}.01`, `${CASUS}.-1`, `${CASUS}.1 `, `${CASUS}.9999999999`])(
    'is none: %s',
    (text) => {
      expect(itemPlace(text)).toBeUndefined();
    },
  );
});
