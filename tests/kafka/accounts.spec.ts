import { jest } from '@jest/globals';
import { EventEmitter, once } from 'node:events';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
  type Admin,
} from 'kafkajs';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { whatFailed } from '#platform/what-failed';
import { freshDatabase } from '#tests/engines/database';
import { OPERATOR, type Account } from '#tests/engines/kafka/accounts';
import { startBroker, type KafkaBroker } from '#tests/engines/kafka/broker';
import { HOST } from '#tests/engines/kafka/ports';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { clientOf } from '#tests/journeys/allocation-town';
import { ownFolder, type Running } from '#tests/journeys/processes';
import { served, type Served } from '#tests/journeys/services';
import { rightsTold } from '#tests/kafka/rights-told';

jest.setTimeout(90_000);

const RELAY = { username: 'relay', password: 'specs-relay' };
const ALLOCATION = { username: 'allocation', password: 'specs-allocation' };
const RECEIVER = { username: 'receiver', password: 'specs-receiver' };
const WRONG = 'specs-mistaken';
const NOWHERE = 'http://127.0.0.1:9';
const FEATURES = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Zuid', rentCents: 65_000 };

const { GROUP, TOPIC } = AclResourceTypes;
const { DESCRIBE, READ } = AclOperationTypes;
/** What a receiver says that has these rights to its group and lacks that to read, by the name of the group. */
const REFUSED = [
  { group: 'no-right', rights: [], says: 'Kafka: KafkaJSGroupCoordinatorNotFound' },
  { group: 'half-a-right', rights: [DESCRIBE], says: 'Kafka: KafkaJSProtocolError GROUP_AUTHORIZATION_FAILED' },
];
/** A corporation that no casus knows: what its topics hold, its own service has told. */
const LANDLORD = 'woonstichting';

/** That an account may do something with whatever begins so. */
const may = ({ username }: Account, operation: AclOperationTypes, resourceType: AclResourceTypes, prefix: string) => ({
  ...{ resourceType, resourceName: prefix, resourcePatternType: ResourcePatternTypes.PREFIXED },
  ...{ principal: `User:${username}`, host: '*', operation, permissionType: AclPermissionTypes.ALLOW },
});

describe('a Kafka that knows accounts and what each may do', () => {
  let broker: KafkaBroker;
  let session: ReadSession;
  let admin: Admin;
  let stop: AbortController;
  beforeAll(async () => {
    broker = await startBroker({ accounts: [RELAY, ALLOCATION, RECEIVER] });
    admin = new Kafka({
      ...{ brokers: [broker.brokers], logLevel: logLevel.NOTHING },
      sasl: { mechanism: 'scram-sha-512', ...OPERATOR },
    }).admin();
    await admin.connect();
    session = await readSession();
    await playBoth(session.store);
  });
  beforeEach(() => {
    stop = new AbortController();
  });
  afterEach(() => {
    stop.abort();
  });
  afterAll(async () => {
    await admin.disconnect();
    await session.close();
    await broker.remove();
  });

  const relayWith = (password: string): Promise<Served> =>
    served('relay', {
      ...{ DATABASE_URL: session.url, AANZET_LOG_LEVEL: 'info', KAFKA_BROKERS: broker.brokers },
      ...{ KAFKA_USERNAME: RELAY.username, KAFKA_PASSWORD: password },
    });
  const health = async ({ url }: Served) => (await fetch(`${url}/health/ready`)).text();

  async function untilTold(relay: Served, what: RegExp): Promise<string> {
    for (;;) {
      const told = await health(relay);
      if (what.test(told)) return told;
    }
  }

  async function stopped(relay: Running) {
    relay.kill('SIGTERM');
    const { code, out, err } = await relay.ended;
    expect(code).toBe(0);
    const said = out
      .trim()
      .split('\n')
      .map((line) => JSON.parse(line) as { msg: string; cause?: { message: string } });
    return { said, text: `${out}${err}` };
  }

  it('has a relay say in one line that its password is refused, without the password, and try again', async () => {
    const relay = await relayWith(WRONG);
    const told = await untilTold(relay, /"state":"troubled"/);
    expect(told).toContain('"trouble":"Kafka: KafkaJSSASLAuthenticationError');
    await relay.untilSaid(/tries again[^]*tries again/);
    expect((await fetch(`${relay.url}/health/live`)).status).toBe(200);
    const { said, text } = await stopped(relay);
    const tries = said.filter(({ msg }) => msg === 'the relay tries again');
    expect(new Set(tries.map(({ cause }) => cause?.message))).toEqual(
      new Set(['Kafka: KafkaJSSASLAuthenticationError']),
    );
    expect(`${told}${text}`).not.toContain(WRONG);
  });

  it('has a relay say that a topic is refused, and send everything once it may', async () => {
    const relay = await relayWith(RELAY.password);
    const told = await untilTold(relay, /"state":"troubled"/);
    expect(told).toContain('AUTHORIZATION_FAILED');
    await admin.createAcls({ acl: rightsTold('the relay', RELAY, '') });
    await untilTold(relay, new RegExp(`"state":"sending","position":"${await session.store.head()}"`));
    const partitions = await admin.fetchTopicOffsets('aanzet.casus.v1');
    expect(partitions.filter(({ high }) => Number(high) > 0)).not.toEqual([]);
    const { text } = await stopped(relay);
    expect(`${told}${text}`).not.toContain(RELAY.password);
  });

  it('has an allocation service hear, and tell of homes, with the rights that the documentation names and no others', async () => {
    const own = await freshDatabase();
    await admin.createAcls({ acl: rightsTold('the allocation service of a corporation', ALLOCATION, LANDLORD) });
    const service = await served('allocation', {
      ...{ ALLOCATION_DATABASE_URL: own.url, ALLOCATION_PARTNER: LANDLORD, KAFKA_BROKERS: broker.brokers },
      ...{ KAFKA_USERNAME: ALLOCATION.username, KAFKA_PASSWORD: ALLOCATION.password, KAFKA_PARTITIONS: '1' },
      ...{ AANZET_CASUS_URL: NOWHERE, AANZET_INSIGHT_URL: NOWHERE, AANZET_FEED_URL: NOWHERE },
    });
    const home = { home: 'linde-4', features: FEATURES, freeFrom: '2030-01-01' };
    expect((await clientOf(service.url).post('homes', home, LANDLORD)).status).toBe(201);
    await untilTold(service, /"home-relay":\{"state":"sending","position":"0*1"\}/);
    await untilTold(service, /"receiving":"receiving"/);
    for (const topic of ['aanzet.homes.v1', `aanzet.partner.${LANDLORD}.v1`]) {
      expect(await admin.fetchTopicOffsets(topic)).toMatchObject([{ low: '0', high: '1' }]);
    }
    service.kill('SIGTERM');
    expect((await service.ended).code).toBe(0);
    await own.drop();

    const feed = kafkaFeed({ brokers: [broker.brokers], replication: 1, partitions: 1, account: ALLOCATION });
    const producer = await feed.producer();
    for (const topic of ['aanzet.casus.v1', 'aanzet.partner.sociaal-team.v1', 'aanzet.other.v1']) {
      const message = { topic, key: 'eva', value: 'untrue', headers: {} };
      await expect(producer.send([message])).rejects.toThrow('TOPIC_AUTHORIZATION_FAILED');
      await expect(feed.ensureTopics([topic])).rejects.toThrow('TOPIC_AUTHORIZATION_FAILED');
    }
    await producer.close();
    await feed.close();
  });

  it('has the allocation service say what is refused to it, and serve meanwhile', async () => {
    const [own, folder] = [await freshDatabase(), ownFolder()];
    const elsewhere = `http://${HOST}:1`;
    const service = await served('allocation', {
      ...{ ALLOCATION_DATABASE_URL: own.url, AANZET_HOME: folder.path, KAFKA_BROKERS: broker.brokers },
      ...{ KAFKA_USERNAME: RECEIVER.username, KAFKA_PASSWORD: RECEIVER.password },
      ...{ AANZET_CASUS_URL: elsewhere, AANZET_INSIGHT_URL: elsewhere, AANZET_FEED_URL: elsewhere },
    });
    const told = await untilTold(service, /"receiving":"troubled"/);
    expect(told).toMatch(/"why":"source","trouble":"Kafka: [^"]*TOPIC_AUTHORIZATION_FAILED"/);
    expect((await fetch(`${service.url}/health/ready`)).status).toBe(200);
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
    folder.remove();
    await own.drop();
  });

  it.each(REFUSED)('has a receiver with $group to its group wait ever longer, and say so', async (one) => {
    const { group, rights, says } = one;
    const at = (account: Account) => kafkaFeed({ brokers: [broker.brokers], replication: 1, partitions: 1, account });
    const [sender, feed] = [at(OPERATOR), at(RECEIVER)];
    const topic = `spec.${group}`;
    await sender.ensureTopics([topic]);
    const producer = await sender.producer();
    const ofGroup = rights.map((right) => may(RECEIVER, right, GROUP, group));
    await admin.createAcls({ acl: [may(RECEIVER, READ, TOPIC, topic), ...ofGroup] });
    const [well, taken] = [Promise.withResolvers<undefined>(), Promise.withResolvers<string>()];
    const said: ReceivingHealth[] = [];
    const paused: number[] = [];
    const running = kafkaSource({
      ...{ feed, group, audience: null, topic },
      async pause(tries) {
        paused.push(tries);
        if (tries === 3) await admin.createAcls({ acl: [may(RECEIVER, READ, GROUP, group)] });
      },
    }).run(
      ({ content }) => {
        taken.resolve(content);
        return Promise.resolve();
      },
      stop.signal,
      (health) => {
        said.push(health);
        if (health.state === 'receiving') well.resolve(undefined);
      },
    );
    // Nothing was sent yet: that it may follow is known without a message.
    await well.promise;
    const before = said.slice(0, -1);
    await producer.send([{ topic, key: 'eva', value: 'told', headers: {} }]);
    expect(await taken.promise).toBe('told');
    stop.abort();
    await running;
    await feed.close();
    await producer.close();
    await sender.close();

    expect(new Set(before.map((each) => ('why' in each ? each.why : each.state)))).toEqual(new Set(['source']));
    expect(before.map((each) => ('fault' in each ? whatFailed(each.fault).message : ''))).toContain(says);
    expect(paused.slice(0, 3)).toEqual([1, 2, 3]);
  });

  it('has a receiver know without a message that it receives again after Kafka was away', async () => {
    const feed = kafkaFeed({ brokers: [broker.brokers], replication: 1, partitions: 1, account: OPERATOR });
    const said: ReceivingHealth[] = [];
    const heard = new EventEmitter();
    const until = async (state: ReceivingHealth['state']) => {
      while (said.at(-1)?.state !== state) await once(heard, 'health');
    };
    const source = kafkaSource({ feed, group: 'quiet', audience: null, topic: 'spec.quiet' });
    const running = source.run(
      () => Promise.resolve(),
      stop.signal,
      (health) => {
        said.push(health);
        heard.emit('health');
      },
    );
    await until('receiving');
    await broker.stop();
    await until('troubled');
    await broker.start();
    await until('receiving');
    stop.abort();
    await running;
    await feed.close();
  });
});
