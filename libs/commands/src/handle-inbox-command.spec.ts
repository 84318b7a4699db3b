import { randomUUID } from 'node:crypto';
import { watchEvent, type WatchDataOf } from '#casus/watch/watch-events';
import type { ProposedEvent } from '#event-sourcing/event';
import { instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { handleInboxCommand, type InboxCommandOrder } from '#commands/handle-inbox-command';
import { handlePartnerCommand } from '#commands/handle-partner-command';
import { partnerBook } from '#commands/partner-book';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const now = instant('2026-11-20T11:00:00Z');
const EARLY = instant('2026-11-02T08:00:00Z');
const CASUS = '00000000-0000-4000-8000-000000000001';
const STALL = `${CASUS}/UNANSWERED/H1/8`;
const told: WatchDataOf<'Escalated'> = {
  of: STALL,
  why: 'stall',
  about: 'H1',
  pattern: 'UNANSWERED',
  level: 1,
  role: 'on-the-move',
  partner: 'welzijn',
  at: instant('2026-11-18T23:00:00Z'),
};
const begun = { stall: STALL, pattern: 'UNANSWERED', about: 'H1', root: 'E1', onTheMove: 'welzijn', since: told.at };

function noticed(event: Pick<ProposedEvent, 'type' | 'schemaVersion' | 'data'>): ProposedEvent {
  const id = randomUUID();
  const actor = { partner: 'aanzet' };
  const metadata = { actor, occurredAt: told.at, recordedAt: now, commandId: id, correlationId: id, causationId: id };
  return { id, ...event, metadata };
}

/** Two partners, and a watch that noticed a stall (revision 0) and told welzijn (1) and its Ans (2). */
async function inbox() {
  const store = memoryStore(sha256);
  const deps = { store, partners: partnerBook(store), newId: randomUUID, sha256 };
  for (const [partner, kind] of [
    ['sociaal-team', 'social-team'],
    ['welzijn', 'welfare'],
  ] as const) {
    const fields = { partner, kind, name: partner };
    await handlePartnerCommand(deps, {
      do: 'register-partner',
      fields,
      actor: { partner: 'sociaal-team' },
      now: EARLY,
    });
  }
  const events = [
    watchEvent('StallBegan', { ...begun, pattern: 'UNANSWERED' }),
    watchEvent('Escalated', told),
    watchEvent('Escalated', { ...told, person: 'ans' }),
  ].map(noticed);
  await store.append([{ stream: streamName('watch', CASUS), expected: 'no-stream', events }]);
  const { length: before } = (await store.readAll({ after: BEGINNING, limit: 1000 })).events;
  return {
    away: (from: string, until: string) =>
      handlePartnerCommand(deps, {
        do: 'plan-absence',
        partner: 'welzijn',
        fields: { person: 'ans', from, until, substitute: 'bob' },
        actor: { partner: 'welzijn' },
        now: EARLY,
      }),
    mark: (what: InboxCommandOrder['do'], revision: number, more: Partial<InboxCommandOrder> = {}) =>
      handleInboxCommand(deps, {
        do: what,
        fields: {},
        address: { item: `${CASUS}.${revision}` },
        actor: { partner: 'welzijn' },
        now,
        ...more,
      }),
    written: async () => (await store.readAll({ after: BEGINNING, limit: 1000 })).events.slice(before),
  };
}

describe('marking an item of an inbox', () => {
  it('is an event in the stream of the inbox of the partner and the casus', async () => {
    const { mark, written } = await inbox();
    const actor = { partner: 'welzijn', person: 'ans' };
    expect(await mark('read-inbox-item', 2, { actor })).toMatchObject({
      result: 'done',
      answer: { partner: 'welzijn', item: `${CASUS}.2`, revision: 0, events: ['InboxItemRead'] },
    });
    await mark('unread-inbox-item', 2, { actor });
    expect(await written()).toMatchObject([
      { stream: `inbox-${CASUS}-welzijn`, type: 'InboxItemRead', data: { item: `${CASUS}.2`, person: 'ans' } },
      { stream: `inbox-${CASUS}-welzijn`, type: 'InboxItemUnread', metadata: { actor, responsible: 'welzijn' } },
    ]);
  });

  it('is done once under one key, and not on a stale revision', async () => {
    const { mark, written } = await inbox();
    const key = { idempotencyKey: 'once' };
    await mark('read-inbox-item', 1, key);
    expect(await mark('read-inbox-item', 1, key)).toMatchObject({ result: 'done', repeated: true, revision: 0 });
    expect(await mark('unread-inbox-item', 1, key)).toMatchObject({ code: 'idempotency-key-reused' });
    expect(await mark('unread-inbox-item', 1, { ifRevision: 7 })).toMatchObject({ code: 'revision-stale' });
    expect(await written()).toHaveLength(1);
  });

  it('is done by the substitute too, while the person that it is for is away', async () => {
    const bob = { actor: { partner: 'welzijn', person: 'bob' } };
    const before = await inbox();
    expect(await before.away('2026-11-16', '2026-11-19')).toMatchObject({ result: 'done' });
    expect(await before.mark('read-inbox-item', 2, bob)).toMatchObject({ code: 'not-addressed-to-you' });
    expect(await before.mark('read-inbox-item', 2, { ...bob, fields: { at: '2026-11-19T12:00:00Z' } })).toMatchObject({
      result: 'done',
    });
    const today = await inbox();
    await today.away('2026-11-20', '2026-11-20');
    expect(await today.mark('read-inbox-item', 2, bob)).toMatchObject({ result: 'done' });
  });

  it.each([
    ['what is no item', { address: { item: 'eva' } }, 'inbox-item-unknown'],
    ['what was noticed and not told', { address: { item: `${CASUS}.0` } }, 'inbox-item-unknown'],
    ['what was never noticed', { address: { item: `${CASUS}.3` } }, 'inbox-item-unknown'],
    ['a casus that was never looked at', { address: { item: `${CASUS.replace('1', '2')}.1` } }, 'inbox-item-unknown'],
    ['what is for another', { actor: { partner: 'sociaal-team' } }, 'not-addressed-to-you'],
    ['as a partner that is not there', { actor: { partner: 'nobody' } }, 'actor-unknown'],
    ['as a partner that cannot be', { actor: { partner: '-' } }, 'actor-unknown'],
    ['with a field too many', { fields: { item: 'eva' } }, 'fields-invalid'],
  ])('is refused, without a trace: %s', async (_, more, code) => {
    const { mark, written } = await inbox();
    expect(await mark('read-inbox-item', 1, more)).toMatchObject({ result: 'refused', code });
    expect(await written()).toEqual([]);
  });
});
