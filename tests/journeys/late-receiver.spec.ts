import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { readCloudEvent, type CloudEvent } from '#messaging/contract/cloud-event';
import type { PublicEvent } from '#messaging/contract/public-event';
import { inboxIn, type Effect } from '#messaging/inbox/inbox';
import { inboxMigration, type InboxTables } from '#messaging/inbox/inbox-table';
import { migrate } from '#platform/database/migrate';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { demo, demoFile } from '#tests/journeys/demo';
import { openFeed, SENDER, type OpenFeed } from '#tests/journeys/feed-town';
import { aanzet, ownFolder } from '#tests/journeys/processes';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { Pool } from 'pg';

jest.setTimeout(180_000);

/** How a handoff stands, as a partner keeps it for itself from its feed alone. */
interface Standing {
  readonly casus: string;
  readonly handoff: string;
  readonly step: string;
  readonly state: string;
  readonly since: string;
}

const LIFE = {
  'casus.handoff-offered': 'offered',
  'casus.handoff-seen': 'seen',
  'casus.handoff-accepted': 'accepted',
  'casus.handoff-declined': 'declined',
  'casus.handoff-withdrawn': 'withdrawn',
  'casus.handoff-expired': 'expired',
} as const;

const isOfHandoff = (event: PublicEvent): event is PublicEvent<keyof typeof LIFE> => event.name in LIFE;

const note: Effect = async (event, trx) => {
  if (!isOfHandoff(event)) return;
  const { handoff, step, occurredAt } = event.data;
  await sql`insert into receiver.handoffs values (${event.subject}, ${handoff}, ${step}, ${LIFE[event.name]}, ${occurredAt})
    on conflict (casus, handoff) do update set step = excluded.step, state = excluded.state, since = excluded.since`.execute(
    trx,
  );
};

/** A partner's own system: it reads its feed over HTTP and keeps handoffs, each event once. */
async function openPartner(partner: string) {
  const database = await freshDatabase();
  const db = new Kysely<InboxTables>({
    dialect: new PostgresDialect({ pool: new Pool({ connectionString: database.url, max: 2 }) }),
  });
  await migrate(db, [{ name: 'receiver', migrations: { '0001-inbox': inboxMigration('receiver') } }]);
  await sql`create table receiver.handoffs (casus text, handoff text, step text, state text, since text, primary key (casus, handoff))`.execute(
    db,
  );
  const inbox = inboxIn({ db, schema: 'receiver', consumer: partner, sources: [SENDER.source] });
  const outcomes: string[] = [];
  let place = '';

  async function take(events: readonly CloudEvent[]): Promise<void> {
    for (const event of events) {
      const taken = await inbox.take({ place: event.sequence, content: JSON.stringify(event) }, note);
      outcomes.push(taken.outcome);
    }
  }

  return {
    outcomes,
    /** Reads on from where it was, to the end of the feed. */
    async readOn(feed: OpenFeed): Promise<void> {
      for (;;) {
        const part = await feed.part(partner, `&limit=7${place === '' ? '' : `&after=${place}`}`);
        await take(part.events);
        const atEnd = part.events.length === 0 && part.next === place;
        place = part.next;
        if (atEnd) return;
      }
    },
    /** Forgets where it was, as whoever comes back from a backup. */
    rewind: () => (place = ''),
    async handoffs(): Promise<readonly Standing[]> {
      return (await sql<Standing>`select * from receiver.handoffs order by casus, handoff`.execute(db)).rows;
    },
    async close() {
      await db.destroy();
      await database.drop();
    },
  };
}

type OpenPartner = Awaited<ReturnType<typeof openPartner>>;

describe('a receiver that starts a month late', () => {
  let database: FreshDatabase;
  let feed: OpenFeed;
  const always = new Map<string, OpenPartner>();
  const early = new Map<string, number>();
  const folder = ownFolder();
  const partners = ['corporatie', 'sociaal-team', 'zorgaanbieder'];
  const play = async (name: string) => {
    const { code, err } = await aanzet(['play', demoFile(name), '--home', folder.path, '--database', database.url]);
    expect([code, err]).toEqual([0, expect.anything()]);
  };
  beforeAll(async () => {
    database = await freshDatabase();
    await play('eva');
    feed = await openFeed(database.url, { clock: { now: () => instant('2026-11-20T11:00:00Z') } });
    for (const partner of partners) {
      const opened = await openPartner(partner);
      always.set(partner, opened);
      await opened.readOn(feed);
      early.set(partner, (await opened.handoffs()).length);
    }
    await play('kees-marianne');
  });
  afterAll(async () => {
    for (const one of always.values()) await one.close();
    await feed.close();
    await database.drop();
    folder.remove();
  });

  it.each(partners)('rewinds as %s and ends with the same state as one that was always there', async (partner) => {
    const late = await openPartner(partner);
    const there = always.get(partner);
    await there?.readOn(feed);
    await late.readOn(feed);

    const handoffs = await late.handoffs();
    expect(handoffs).toEqual(await there?.handoffs());
    expect(handoffs.length).toBeGreaterThan(early.get(partner) ?? Infinity);
    expect(new Set([...(there?.outcomes ?? []), ...late.outcomes])).toEqual(new Set(['taken']));

    late.rewind();
    await late.readOn(feed);
    expect(await late.handoffs()).toEqual(handoffs);
    expect(new Set(late.outcomes)).toEqual(new Set(['taken', 'duplicate']));
    await late.close();
  });

  it.each(partners)('hears nothing that is personal as %s, and can read all it hears', async (partner) => {
    const { events } = await feed.part(partner, '&limit=500');
    expect(events.length).toBeGreaterThan(0);
    expect(events.every((event) => readCloudEvent(JSON.stringify(event)).ok)).toBe(true);
    const told = JSON.stringify(events);
    const scripts = JSON.stringify([demo('eva'), demo('kees-marianne')]);
    const names = [...scripts.matchAll(/"(?:givenName|familyName)":"([^"]+)"/g)].map(([, name]) => String(name));
    expect(names.length).toBeGreaterThan(0);
    expect(names.filter((name) => told.includes(name))).toEqual([]);
  });
});
