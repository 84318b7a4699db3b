import { jest } from '@jest/globals';
import {
  AclOperationTypes,
  AclPermissionTypes,
  AclResourceTypes,
  Kafka,
  logLevel,
  ResourcePatternTypes,
} from 'kafkajs';
import { OPERATOR } from '#tests/engines/kafka/accounts';
import { startBroker, type KafkaBroker } from '#tests/engines/kafka/broker';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import type { Running } from '#tests/journeys/processes';
import { served, type Served } from '#tests/journeys/services';

jest.setTimeout(90_000);

const RELAY = { username: 'relay', password: 'specs-relay' };
const WRONG = 'specs-mistaken';

const rule = (operation: AclOperationTypes) => ({
  ...{ resourceType: AclResourceTypes.TOPIC, resourceName: 'aanzet.', host: '*', operation },
  ...{ principal: `User:${RELAY.username}`, permissionType: AclPermissionTypes.ALLOW },
  resourcePatternType: ResourcePatternTypes.PREFIXED,
});

describe('a relay at a Kafka that knows accounts and what each may do', () => {
  let broker: KafkaBroker;
  let session: ReadSession;
  beforeAll(async () => {
    broker = await startBroker([RELAY]);
    session = await readSession();
    await playBoth(session.store);
  });
  afterAll(async () => {
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

  it('says in one line that its password is refused, without the password, and tries again', async () => {
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

  it('signs in, says that a topic is refused, and sends everything once it may', async () => {
    const relay = await relayWith(RELAY.password);
    const told = await untilTold(relay, /"state":"troubled"/);
    expect(told).toContain('AUTHORIZATION_FAILED');
    const admin = new Kafka({
      ...{ brokers: [broker.brokers], logLevel: logLevel.NOTHING },
      sasl: { mechanism: 'scram-sha-512', ...OPERATOR },
    }).admin();
    await admin.connect();
    const { CREATE, DESCRIBE, WRITE } = AclOperationTypes;
    await admin.createAcls({ acl: [CREATE, DESCRIBE, WRITE].map(rule) });
    await untilTold(relay, new RegExp(`"state":"sending","position":"${await session.store.head()}"`));
    const partitions = await admin.fetchTopicOffsets('aanzet.casus.v1');
    expect(partitions.filter(({ high }) => Number(high) > 0)).not.toEqual([]);
    await admin.disconnect();
    const { text } = await stopped(relay);
    expect(`${told}${text}`).not.toContain(RELAY.password);
  });
});
