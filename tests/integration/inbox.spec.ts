import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { localDate, localTimeToInstant, type LocalDate } from '#calendar/local-date';
import { inboxEvent, type InboxEvent } from '#casus/inbox/inbox-events';
import { itemIdOf } from '#casus/inbox/inbox-item';
import { casusAfter, recordedEvent } from '#casus/specification';
import { E1, offered } from '#casus/stalls/stall-specification';
import { watchDecider, type Watch } from '#casus/watch/watch-decider';
import { instant, type Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { digestOf, digestSpan, type InboxDigest } from '#read-models/inbox/digest';
import { inboxItems, type InboxItem, type Reader } from '#read-models/inbox/query';
import { unreadCounts } from '#read-models/inbox/unread';
import { catchUp } from '#read-models/projector/catch-up';
import { liveThrough } from '#tests/integration/living';
import { paged } from '#tests/integration/paged';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { handClock, round, silent, written } from '#tests/integration/watching';
import { sql } from 'kysely';

const LAST = localDate('2026-11-20');
const NOW = instant('2026-11-20T22:59:59.999Z');
const READERS: readonly Reader[] = [
  { partner: 'sociaal-team' },
  { partner: 'sociaal-team', person: 'jongerenwerker' },
  { partner: 'corporatie' },
  { partner: 'gemeente-burgerzaken' },
];

describe('the inbox over the demo, lived through day by day', () => {
  let session: ReadSession;
  /** The digests of each evening, as they were read then. */
  const evenings = new Map<LocalDate, readonly InboxDigest[]>();

  const itemsOf = async (reader: Reader, more: object = {}): Promise<readonly InboxItem[]> =>
    (await inboxItems(session.db, { ...reader, at: NOW, ...more })).rows;

  function digestsOf(day: LocalDate): Promise<readonly InboxDigest[]> {
    const span = digestSpan(day, NOW);
    if (!span) throw new Error(`${day} is still to come`);
    return Promise.all(
      READERS.map(async (reader) => {
        const [before, after] = await Promise.all(
          [span.before, span.end].map((at) => itemsOf(reader, { at, knownAt: at })),
        );
        return digestOf(reader, span, { before: before ?? [], after: after ?? [] });
      }),
    );
  }

  async function mark(event: InboxEvent, partner: string): Promise<void> {
    const stream = streamName('inbox', partner);
    const id = `${event.type} ${event.data.item} ${event.data.person ?? ''}`;
    const actor = { partner };
    const metadata = { actor, occurredAt: NOW, recordedAt: NOW, commandId: id, correlationId: id, causationId: id };
    await session.store.append([{ stream, expected: 'any', events: [{ id, ...event, metadata }] }]);
    await catchUp(session);
  }

  beforeAll(async () => {
    session = await readSession();
    await liveThrough(session, LAST, async (day) => {
      evenings.set(day, await digestsOf(day));
    });
  }, 300_000);
  afterAll(() => session.close());

  it('has one item for each time that somebody was told, with whom and when', async () => {
    const told = (await written(session.store)).flatMap((fact) =>
      fact.type === 'Escalated' ? [{ ...fact.data, item: itemIdOf(fact) }] : [],
    );
    const partners = [...new Set(told.map(({ partner }) => partner))];
    const items = (await Promise.all(partners.map((partner) => itemsOf({ partner })))).flat();
    const named = ({ item, partner, person, at, level, role, about }: (typeof told)[0] | InboxItem) =>
      [item, partner, person ?? '', at, level, role, about].join(' ');
    expect(told.length).toBeGreaterThan(50);
    expect(items.map(named).sort()).toEqual(told.map(named).sort());
  });

  it('shows of each stall what is on record of it', async () => {
    const records = new Map<string, Watch>();
    for (const fact of await written(session.store)) {
      records.set(fact.casus, watchDecider.evolve(records.get(fact.casus) ?? watchDecider.initialState, fact));
    }
    const stalls = new Map([...records.values()].flatMap(({ stalls: all }) => [...all]));
    const about = (await written(session.store)).flatMap((fact) =>
      fact.type === 'Escalated' && fact.data.why === 'stall' ? [[itemIdOf(fact), fact.data] as const] : [],
    );
    const shown = new Map(
      (await Promise.all([...new Set(about.map(([, { partner }]) => partner))].map((partner) => itemsOf({ partner }))))
        .flat()
        .map((item) => [item.item, item]),
    );
    for (const [item, { of, at }] of about) {
      const stall = stalls.get(of);
      const until = stall?.until ?? null;
      const state = !stall || (until !== null && until <= at) ? 'withdrawn' : until === null ? 'open' : 'resolved';
      expect(shown.get(item)).toMatchObject({ state, ...(state === 'resolved' && { settledAt: until }) });
      if (stall) expect(shown.get(item)).toMatchObject({ since: stall.since, onTheMove: stall.onTheMove });
    }
  });

  it('tells the director by person, the owner and the process director as a partner', async () => {
    const tells = async (partner: string, about: string) =>
      (await itemsOf({ partner }))
        .filter((item) => item.about === about)
        .map(({ role, person, state, reason, step }) => [role, person, state, reason, step]);
    expect(await tells('gemeente-burgerzaken', 'E4')).toEqual([
      ['on-the-move', null, 'resolved', 'stall-ended', 'E4'],
      ['on-the-move', null, 'overtaken', 'last-day-passed', 'E4'],
    ]);
    expect(await tells('sociaal-team', 'A1')).toEqual([
      ['process-director', null, 'open', null, 'K8'],
      ['director', 'ouderenadviseur', 'open', null, 'K8'],
    ]);
    expect(await tells('corporatie', 'P1')).toEqual([
      ['on-the-move', null, 'open', null, null],
      ['on-the-move', null, 'overtaken', 'last-day-passed', null],
    ]);
  });

  it('is what is for a person and for everyone, by pages, and by role', async () => {
    const person = 'jongerenwerker';
    const all = await itemsOf({ partner: 'sociaal-team' });
    const own = all.filter((item) => item.person === null || item.person === person);
    const ask = (cursor: string | undefined) =>
      inboxItems(session.db, { partner: 'sociaal-team', person, at: NOW, limit: 4, cursor });
    expect(own.length).toBeLessThan(all.length);
    expect(await paged(ask)).toEqual(own);
    const third = await itemsOf({ partner: 'sociaal-team' }, { role: 'process-director' });
    expect(third).toEqual(all.filter(({ level }) => level === 3));
  });

  it('gives of every day the digest that it gave on its evening', async () => {
    const counts = new Map<string, number>();
    for (const [day, then] of evenings) {
      const now = await digestsOf(day);
      expect({ day, now }).toEqual({ day, now: then.map((digest) => ({ ...digest, complete: day < LAST })) });
      for (const { partner, person, told } of now) {
        if (person === null) counts.set(partner, (counts.get(partner) ?? 0) + told);
      }
    }
    for (const [partner, count] of counts) expect(await itemsOf({ partner })).toHaveLength(count);
  }, 60_000);

  it('sums up a day: E4 of Eva and what hung on it are over on the nineteenth', async () => {
    const [team, , , burgerzaken] = await digestsOf(localDate('2026-11-19'));
    expect(burgerzaken).toMatchObject({ told: 0, settled: 1, open: 0, casus: [{ casus: 'eva', open: [] }] });
    const eva = team?.casus.find(({ casus }) => casus === 'eva');
    expect(eva?.settled.map(({ about, level }) => `${about} ${level}`)).toEqual([
      'briefadres 1',
      'briefadres 2',
      'briefadres 3',
      'E4 2',
    ]);
    expect(eva?.told.map(({ about }) => about)).toEqual(['E5']);
    expect(eva?.open).toEqual(['E12', 'E5']);
  });

  it('is read by each reader apart, and stays read when it is built anew', async () => {
    const reader = { partner: 'sociaal-team', person: 'jongerenwerker' };
    const [everyones] = (await itemsOf(reader)).filter(({ person }) => person === null);
    const [own] = (await itemsOf(reader)).filter(({ person }) => person !== null);
    const before = await unreadCounts(session.db, 'sociaal-team');
    for (const { item } of [everyones, own].flatMap((one) => (one ? [one] : []))) {
      await mark(inboxEvent('InboxItemRead', { item, person: 'jongerenwerker' }), 'sociaal-team');
    }
    await mark(inboxEvent('InboxItemRead', { item: everyones?.item ?? '' }), 'sociaal-team');
    await mark(inboxEvent('InboxItemUnread', { item: everyones?.item ?? '' }), 'sociaal-team');

    const seen = async () => ({
      own: (await itemsOf(reader, { unread: false })).map(({ item, readAt }) => [item, readAt]),
      colleague: await itemsOf({ partner: 'sociaal-team', person: 'ouderenadviseur' }, { unread: false }),
      counts: await unreadCounts(session.db, 'sociaal-team'),
      all: await itemsOf({ partner: 'sociaal-team' }),
    });
    const found = await seen();
    expect(found.own.toSorted()).toEqual([everyones, own].map((one) => [one?.item, NOW]).toSorted());
    expect(found.colleague).toEqual([]);
    const persons = before.persons.map(({ person, unread }) => ({
      person,
      unread: person === 'jongerenwerker' ? unread - 2 : unread,
    }));
    expect(found.counts).toEqual({ ...before, unread: before.unread - 2, persons });

    await sql`truncate read.inbox_v1, read.inbox_course_v1, read.inbox_marks_v1`.execute(session.db);
    await sql`delete from read.checkpoints where name = 'inbox.v1'`.execute(session.db);
    expect(await itemsOf({ partner: 'sociaal-team' })).toEqual([]);
    await catchUp({ ...session, batch: 7 });
    expect(await seen()).toEqual(found);
  });
});

describe('an item that a late fact undoes', () => {
  it('is shown as withdrawn, and was open by what was known before', async () => {
    const session = await readSession();
    const { store, db } = session;
    const stream = streamName('casus', '00000000-0000-4000-8000-000000000001');
    const accepted = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' } as const;
    const late = { ...accepted, at: '2026-09-17T10:00', recorded: '2026-09-21T11:00' };
    const facts = casusAfter(E1(), offered(), late).facts.toSorted((a, b) => a.revision - b.revision);
    const [monday, later] = ['2026-09-21T09:00', '2026-09-21T11:00'].map(localTimeToInstant);
    const clock = handClock(monday ?? NOW);
    const watch = watcher(watcherOptions({ store, db, clock, log: silent }));
    for (const { revision, type, schemaVersion, data, actor, occurredAt, recordedAt } of facts) {
      if (recordedAt > clock.now()) {
        await round(watch);
        clock.put(later ?? NOW);
      }
      const times = { revision, ...actor, occurredAt, recordedAt };
      const { id, metadata } = recordedEvent({ type, schemaVersion, data }, times);
      const event = { id: `${revision}-${id}`, type, schemaVersion, data, metadata };
      await store.append([{ stream, expected: 'any', events: [event] }]);
    }
    await round(watch);
    await catchUp(session);
    const shown = async (knownAt?: Instant) =>
      (await inboxItems(db, { partner: 'welzijn', at: clock.now(), knownAt })).rows;
    expect(await shown(monday)).toMatchObject([{ about: 'H1', state: 'open', reason: null }]);
    expect(await shown()).toMatchObject([
      { about: 'H1', step: 'E1', state: 'withdrawn', reason: 'never-so', settledAt: later },
    ]);
    await session.close();
  });
});
