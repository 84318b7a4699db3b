import { publicExamples } from '#messaging/contract/examples';
import { CannotTake, inboxIn, parkedIn, type Effect, type Inbox } from '#messaging/inbox/inbox';
import { inboxMigration, type InboxTables } from '#messaging/inbox/inbox-table';
import { migrate } from '#platform/database/migrate';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';

const [example] = publicExamples().values();
if (!example) throw new Error('there are no examples');

const written = (more: object): string => JSON.stringify({ ...example, ...more });
const event = (n: number, more: object = {}) =>
  written({ id: `event-${n}`, sequence: String(n).padStart(20, '0'), ...more });

describe('the inbox of a receiver', () => {
  let database: FreshDatabase;
  let db: Kysely<InboxTables>;
  let inbox: Inbox;
  let place = 0;
  const take = (content: string, effect: Effect = note) => inbox.take({ place: `${++place}`, content }, effect);
  const note: Effect = async ({ id }, trx) => {
    await sql`insert into receiver.effects values (${id})`.execute(trx);
  };
  const effects = async () =>
    (await sql<{ id: string }>`select id from receiver.effects`.execute(db)).rows.map(({ id }) => id);
  const parked = async () =>
    (await db.withSchema('receiver').selectFrom('inbox_parked').selectAll().orderBy('place').execute()).map(
      ({ reason }) => reason,
    );

  beforeEach(async () => {
    database = await freshDatabase();
    db = new Kysely({ dialect: new PostgresDialect({ pool: new Pool({ connectionString: database.url, max: 8 }) }) });
    await migrate(db, [{ name: 'receiver', migrations: { '0001-inbox': inboxMigration('receiver') } }]);
    await sql`create table receiver.effects (id text)`.execute(db);
    inbox = inboxIn({ db, schema: 'receiver', consumer: 'specs', sources: [example.source] });
  });
  afterEach(async () => {
    await db.destroy();
    await database.drop();
  });

  it('takes each event once, also when it comes again and again and many at a time', async () => {
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => take(event(1))));
    await take(event(2));
    expect(outcomes.filter(({ outcome }) => outcome === 'taken')).toHaveLength(1);
    expect(await take(event(1))).toEqual({ outcome: 'duplicate' });
    expect(await effects()).toEqual(['event-1', 'event-2']);
    expect(await parked()).toEqual([]);
  });

  it('notes nothing as taken whose effect fails, and takes it when it is offered again', async () => {
    const fails: Effect = async (one, trx) => {
      await note(one, trx);
      throw new Error('the disk is full');
    };
    await expect(take(event(1), fails)).rejects.toThrow('the disk is full');
    expect(await effects()).toEqual([]);
    expect(await take(event(1))).toEqual({ outcome: 'taken' });
    expect(await effects()).toEqual(['event-1']);
  });

  it.each([
    ['no JSON', 'malformed', 'no JSON at all'],
    ['a zero byte', 'malformed', '\u0000'],
    ['half an envelope', 'malformed', '{"specversion":"1.0"}'],
    ['wrong data', 'malformed', written({ data: { occurredAt: 'yesterday' } })],
    ['no instant', 'malformed', written({ time: 'at noon' })],
    ['a zero byte in a text', 'malformed', written({ id: 'a\u0000b' })],
    ['an instant that only looks like one', 'malformed', written({ time: '2026-09-14T07:05:00+02' })],
    ['an instant without a zone', 'malformed', written({ data: { ...example.data, occurredAt: '2026-09-14T07:05' } })],
    ['a place that is none', 'malformed', written({ sequence: '~' })],
    ['another sender', 'foreign', written({ source: 'urn:nld:oin:99999999999999999999:systeem:aanzet' })],
    ['another kind of event', 'foreign', written({ type: 'nl.elders.casus.opened.v1' })],
    ['an unheard type', 'unknown-type', written({ type: 'nl.aanzet.casus.painted.v1' })],
    ['a version to come', 'unknown-version', written({ type: example.type.replace('.v1', '.v2') })],
  ])('parks %s as %s and goes on', async (_name, reason, content) => {
    expect(await take(content)).toEqual({ outcome: 'parked', reason });
    expect(await take(event(1))).toEqual({ outcome: 'taken' });
    expect(await parked()).toEqual([reason]);
    expect(await effects()).toEqual(['event-1']);
  });

  it('parks an older event of a subject than it has taken; of another subject it is none', async () => {
    await take(event(5));
    expect(await take(event(4))).toEqual({ outcome: 'parked', reason: 'out-of-order' });
    expect(await take(event(3, { subject: 'another-casus' }))).toEqual({ outcome: 'taken' });
    expect(await take(event(6))).toEqual({ outcome: 'taken' });
    expect(await effects()).toEqual(['event-5', 'event-3', 'event-6']);
    expect(await parked()).toEqual(['out-of-order']);
  });

  it('parks what its receiver can do nothing with, without a trace of an effect, once', async () => {
    const refuses: Effect = async (one, trx) => {
      await note(one, trx);
      throw new CannotTake('there is no such home');
    };
    expect(await inbox.take({ place: 'one', content: event(1) }, refuses)).toMatchObject({ reason: 'refused' });
    expect(await inbox.take({ place: 'one', content: event(1) }, refuses)).toMatchObject({ reason: 'refused' });
    expect(await parked()).toEqual(['refused']);
    expect(await parkedIn({ db, schema: 'receiver', consumer: 'specs' })).toBe(1);
    expect(await parkedIn({ db, schema: 'receiver', consumer: 'others' })).toBe(0);
    expect(await effects()).toEqual([]);
  });

  it('ignores fields that it does not know', async () => {
    const more = { data: { ...example.data, colour: 'green' }, traceparent: '00-1-2-03' };
    const seen: object[] = [];
    await take(event(1, more), ({ data }) => {
      seen.push(data);
      return Promise.resolve();
    });
    expect(seen).toEqual([example.data]);
  });
});
