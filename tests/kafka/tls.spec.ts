import { jest } from '@jest/globals';
import { Kafka, logLevel } from 'kafkajs';
import { freshDatabase } from '#tests/engines/database';
import { asOperator, OPERATOR, type Guard } from '#tests/engines/kafka/accounts';
import { startBroker, type KafkaBroker } from '#tests/engines/kafka/broker';
import { makeCertificate, type Certificate } from '#tests/engines/kafka/certificate';
import { playBoth, readSession, type ReadSession } from '#tests/integration/read-session';
import { ownFolder } from '#tests/journeys/processes';
import { served, type Served } from '#tests/journeys/services';

jest.setTimeout(90_000);

const ACCOUNT = { KAFKA_USERNAME: OPERATOR.username, KAFKA_PASSWORD: OPERATOR.password };

describe('a Kafka that speaks TLS, with a certificate that signed itself', () => {
  let certificate: Certificate;
  let guard: Guard;
  let broker: KafkaBroker;
  let session: ReadSession;
  beforeAll(async () => {
    certificate = makeCertificate();
    guard = { accounts: [], certificate };
    broker = await startBroker(guard);
    session = await readSession();
    await playBoth(session.store);
  });
  afterAll(async () => {
    await session.close();
    await broker.remove();
    certificate.remove();
  });

  const relayWith = (env: NodeJS.ProcessEnv): Promise<Served> =>
    served('relay', { DATABASE_URL: session.url, KAFKA_BROKERS: broker.brokers, ...ACCOUNT, ...env });

  async function untilTold({ url }: Served, what: RegExp): Promise<string> {
    for (;;) {
      const told = await (await fetch(`${url}/health/ready`)).text();
      if (what.test(told)) return told;
    }
  }

  async function stop(service: Served): Promise<void> {
    service.kill('SIGTERM');
    expect(await service.ended).toMatchObject({ code: 0 });
  }

  it.each([
    ['that it does not trust the certificate', { KAFKA_TLS: 'yes' }, 'DEPTH_ZERO_SELF_SIGNED_CERT'],
    ['that it is not answered, where it does not speak TLS', {}, 'KafkaJSConnectionClosedError'],
  ])('has a relay say %s, and try again', async (_, env, trouble) => {
    const relay = await relayWith(env);
    expect(await untilTold(relay, /"state":"troubled"/)).toContain(trouble);
    await relay.untilSaid(/tries again[^]*tries again/);
    await stop(relay);
  });

  it('has a relay send, and an allocation service receive, that trust it', async () => {
    const trusting = { KAFKA_TLS: 'yes', NODE_EXTRA_CA_CERTS: certificate.file };
    const relay = await relayWith(trusting);
    await untilTold(relay, new RegExp(`"state":"sending","position":"${await session.store.head()}"`));
    await stop(relay);

    const [own, folder] = [await freshDatabase(), ownFolder()];
    const elsewhere = 'http://127.0.0.1:9';
    const service = await served('allocation', {
      ...{ ALLOCATION_DATABASE_URL: own.url, AANZET_HOME: folder.path, KAFKA_BROKERS: broker.brokers },
      ...{ AANZET_CASUS_URL: elsewhere, AANZET_INSIGHT_URL: elsewhere, AANZET_FEED_URL: elsewhere },
      ...{ ...ACCOUNT, ...trusting },
    });
    await untilTold(service, /"receiving":"receiving"/);
    await stop(service);
    folder.remove();
    await own.drop();

    const admin = new Kafka({ brokers: [broker.brokers], logLevel: logLevel.NOTHING, ...asOperator(guard) }).admin();
    await admin.connect();
    const [casus, groups] = [await admin.fetchTopicOffsets('aanzet.casus.v1'), await admin.listGroups()];
    await admin.disconnect();
    expect(casus.filter(({ high }) => Number(high) > 0)).not.toEqual([]);
    expect(groups.groups).not.toEqual([]);
  });
});
