import { EventEmitter, once } from 'node:events';
import { sql } from 'kysely';
import { freePort } from '#home/free-port';
import { BEGINNING } from '#event-sourcing/position';
import { messagesFrom } from '#messaging/relay/messages';
import { sourceOf, type Sender } from '#messaging/contract/cloud-event';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { inboxMigration } from '#messaging/inbox/inbox-table';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import { casusTold } from '#messaging/told/casus-told';
import { migrate } from '#platform/database/migrate';
import { undoing } from '#platform/undoing';
import { startCluster } from '#tests/engines/kafka/cluster';
import { readSession, type ReadSession } from '#tests/integration/read-session';
import { PARTNERS } from '#tests/kafka/torture/casus-life';
import { compared, openLedger } from '#tests/kafka/torture/ledger';
import { doorTo } from '#tests/kafka/torture/door';
import { mortalReceiver, mortalService, type Mortal } from '#tests/kafka/torture/mortals';
import { settlePartners, townAtWork, type Work } from '#tests/kafka/torture/town-at-work';
import { chanceOf, type Chance } from '#tests/properties/chance';

/** What is done to a Kafka and to whoever works with it. */
export interface Torture extends Work {
  /** One: it is gone for a while. Three: one of them is, and messages must go on meanwhile. */
  readonly nodes: 1 | 3;
  /** How long a node is away: so many commands, or messages, go by. */
  readonly away: number;
  /** After how many commands a casus service is killed: at least, at most. */
  readonly casusLives: readonly [number, number];
  /** After how many messages a relay is killed, and a receiver. */
  readonly relayLives: readonly [number, number];
  readonly receiverLives: readonly [number, number];
}

const OIN = '00000001234567890000';
const API = 'https://aanzet.voorbeeld.nl';
const SENDER: Sender = { source: sourceOf(OIN), api: API };
const PAGE = 1000;
const TOPICS = [INTERNAL_TOPIC, ...PARTNERS.map(([partner]) => partnerTopic(partner))];

/** What the log comes to: the ids of events by topic and key; and how it came to be: by which commands, what of it twice. */
async function expectedOf({ store }: ReadSession) {
  const maker = messagesFrom(casusTold, store, SENDER);
  const all = new Map<string, string[]>();
  const [commands, events] = [new Set<string>(), new Set<string>()];
  let [count, after, twice] = [0, BEGINNING, 0];
  for (;;) {
    const page = await store.readAll({ after, limit: PAGE, categories: maker.categories });
    for (const { id, metadata } of page.events) {
      commands.add(metadata.commandId);
      if (events.has(id)) twice += 1;
      events.add(id);
    }
    const { messages, poison } = await maker.of(page.events);
    if (poison) throw poison;
    for (const { topic, key, value } of messages) {
      const place = `${topic} ${key}`;
      all.set(place, [...(all.get(place) ?? []), (JSON.parse(value) as { id: string }).id]);
      count += 1;
    }
    if (page.events.length === 0) return { all, count, log: { commands: commands.size, twice } };
    after = page.position;
  }
}

async function makeTables({ db }: ReadSession): Promise<void> {
  const inbox = inboxMigration('torture');
  await migrate(db, [{ name: 'torture', migrations: { '0001-inbox': inbox } }]);
  await sql`create table torture.applied (
    n bigint generated always as identity, event text, subject text, sequence text)`.execute(db);
}

/** What the receivers did, in the order in which they did it. */
async function appliedIn({ db }: ReadSession) {
  const { rows } = await sql<{
    event: string;
    subject: string;
  }>`select event, subject from torture.applied order by n`.execute(db);
  const all = new Map<string, string[]>();
  for (const { event, subject } of rows) {
    const place = `${INTERNAL_TOPIC} ${subject}`;
    const before = all.get(place);
    if (before) before.push(event);
    else all.set(place, [event]);
  }
  const twice = rows.length - new Set(rows.map(({ event }) => event)).size;
  const { rows: parked } = await sql`select place from torture.inbox_parked`.execute(db);
  return { all, count: rows.length, twice, parked: parked.length };
}

/** Lets a town work while relays, receivers and Kafka come and go; gives what became of it, once all is through. */
export async function torture({ nodes, away, casusLives, relayLives, receiverLives, ...work }: Torture) {
  const undo = undoing();
  const moved = new EventEmitter().setMaxListeners(0);
  const heard = { given: 0, offered: 0, through: 0, over: false };
  const until = async (fits: () => boolean) => {
    while (!fits()) await once(moved, 'moved');
  };

  try {
    const session = await readSession();
    undo.add(() => session.close());
    await makeTables(session);
    await settlePartners(session.store);
    const cluster = await startCluster(nodes);
    undo.add(() => cluster.remove());
    const { brokers } = cluster;
    const feed = kafkaFeed({ brokers: brokers.split(','), replication: nodes, partitions: 6 });
    undo.add(() => feed.close());
    await feed.ensureTopics(TOPICS);
    const ledger = openLedger();
    const following = await feed.follow({
      group: 'ledger',
      topics: TOPICS,
      take(message) {
        ledger.take(message);
        moved.emit('moved');
        return Promise.resolve();
      },
    });
    undo.add(() => following.close());
    const environment = {
      ...{ DATABASE_URL: session.url, AANZET_PORT: '0', AANZET_LOG_LEVEL: 'silent' },
      ...{ KAFKA_BROKERS: brokers, KAFKA_REPLICATION: `${nodes}`, AANZET_SOURCE_OIN: OIN, AANZET_PUBLIC_URL: API },
    };
    const hear = (what: unknown) => {
      if (what === 'offered' || what === 'through') heard[what] += 1;
      moved.emit('moved');
    };
    const args = [session.url, brokers, `${nodes}`, SENDER.source];
    const ports = [await freePort(), await freePort()].map(String);
    const casus = ports.map((port) => mortalService('casus', { ...environment, AANZET_PORT: port }));
    const relays = [mortalService('relay', environment), mortalService('relay', environment)];
    const receivers = [mortalReceiver(args, hear), mortalReceiver(args, hear)];
    for (const one of [...casus, ...relays, ...receivers]) undo.add(() => one.kill());

    const killing = async (
      all: readonly Mortal[],
      chance: Chance,
      lives: readonly [number, number],
      so: () => number,
    ) => {
      for (;;) {
        const end = so() + chance.between(...lives);
        await until(() => heard.over || so() >= end);
        if (heard.over) return;
        await chance.pick(all).killAndStart();
      }
    };
    const nodeAway = async (chance: Chance) => {
      await until(() => heard.over || heard.given >= work.commands / 2);
      const node = chance.pick(cluster.nodes);
      await node.kill();
      const progress = () => (nodes === 1 ? heard.given : ledger.delivered);
      const back = nodes === 1 ? Math.min(progress() + away, work.commands) : progress() + away;
      await until(() => progress() >= back);
      await node.start();
    };
    const working = async () => {
      const began = performance.now();
      await townAtWork(doorTo(ports.map((port) => `http://127.0.0.1:${port}`)), work, (given) => {
        heard.given = given;
        moved.emit('moved');
      });
      return Math.round((performance.now() - began) / 1000);
    };
    /** Settles when the log came to all that it comes to, however often whoever brings it is killed meanwhile. */
    const through = async () => {
      const expected = await expectedOf(session);
      await until(() => ledger.delivered - ledger.again >= expected.count);
      const internal = new Map([...expected.all].filter(([place]) => place.startsWith(`${INTERNAL_TOPIC} `)));
      const events = [...internal.values()].reduce((sum, ids) => sum + ids.length, 0);
      for (;;) {
        const before = heard.through;
        const applied = await appliedIn(session);
        if (applied.count + applied.parked >= events) return { expected, internal, events, applied };
        await until(() => heard.through > before);
      }
    };
    const allDone = async () => {
      try {
        const [seconds] = await Promise.all([working(), nodeAway(chanceOf(work.seed, 3))]);
        return { seconds, ...(await through()) };
      } finally {
        heard.over = true;
        moved.emit('moved');
      }
    };

    const [{ seconds, expected, internal, events, applied }] = await Promise.all([
      allDone(),
      killing(casus, chanceOf(work.seed, 4), casusLives, () => heard.given),
      killing(relays, chanceOf(work.seed, 1), relayLives, () => ledger.delivered),
      killing(receivers, chanceOf(work.seed, 2), receiverLives, () => heard.through),
    ]);
    const deaths = (all: readonly Mortal[]) => all.reduce((sum, one) => sum + one.deaths, 0);
    return {
      figures: {
        ...{ commands: heard.given, seconds, casus: internal.size },
        ...{ casusKilled: deaths(casus), relaysKilled: deaths(relays), receiversKilled: deaths(receivers) },
        ...{ messages: expected.count, deliveredAgain: ledger.again },
        ...{ events, offered: heard.offered, applied: applied.count },
      },
      log: expected.log,
      sent: compared(expected.all, ledger.firsts),
      received: { ...compared(internal, applied.all), twice: applied.twice, parked: applied.parked },
      marked: ledger.marked,
    };
  } finally {
    await undo.all();
  }
}
