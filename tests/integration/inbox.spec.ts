import { localDate, type LocalDate } from '#calendar/local-date';
import { inboxEvent, type InboxEvent } from '#casus/inbox/inbox-events';
import { inboxStream, itemIdOf, itemPlace } from '#casus/inbox/inbox-item';
import { watchDecider, type Watch } from '#casus/watch/watch-decider';
import { instant } from '#event-sourcing/instant';
import { digestItems } from '#read-models/inbox/digest-items';
import { digestOf, digestSpan, type InboxDigest } from '#read-models/inbox/digest';
import { inboxItems, type InboxItem, type Reader } from '#read-models/inbox/query';
import { unreadCounts } from '#read-models/inbox/unread';
import { catchUp } from '#read-models/projector/catch-up';
import { liveThrough } from '#tests/integration/living';
import { paged } from '#tests/integration/paged';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { written } from '#tests/integration/watching';
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
  /** The digests of each evening, as they were read then, from all that there is. */
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

  /** The same from what the service reads for it. */
  async function boundedDigestsOf(day: LocalDate): Promise<readonly InboxDigest[]> {
    const span = digestSpan(day, NOW);
    if (!span) throw new Error(`${day} is still to come`);
    return Promise.all(
      READERS.map(async (reader) => digestOf(reader, span, await digestItems(session.db, reader, span))),
    );
  }

  async function mark(event: InboxEvent, partner: string): Promise<void> {
    const stream = inboxStream({ casus: itemPlace(event.data.item)?.casus ?? '', partner });
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

  it('reads for a digest what was told that day and what may have been open at its start, and no more', async () => {
    for (const day of evenings.keys()) {
      expect({ day, found: await boundedDigestsOf(day) }).toEqual({ day, found: await digestsOf(day) });
    }
    const span = digestSpan(LAST, NOW);
    if (!span) throw new Error('the last day has begun');
    const all = await itemsOf({ partner: 'sociaal-team' }, { at: span.end, knownAt: span.end });
    const { before, after } = await digestItems(session.db, { partner: 'sociaal-team' }, span);
    const isOver = ({ toldAt, settledAt }: InboxItem) =>
      toldAt < span.from && settledAt !== null && settledAt < span.from;
    expect(all.filter(isOver).length).toBeGreaterThan(5);
    expect([...before, ...after].filter(isOver)).toEqual([]);
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
