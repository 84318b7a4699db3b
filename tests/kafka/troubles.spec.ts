import { jest } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { Feed } from '#messaging/feed/feed';
import { kafkaFeed } from '#messaging/kafka/kafka-feed';
import type { ReceivingHealth } from '#messaging/transport/event-source';
import { kafkaSource } from '#messaging/transport/kafka-source';
import { whatFailed } from '#platform/what-failed';
import { freshDatabase, type FreshDatabase } from '#tests/engines/database';
import { brokersOfRun } from '#tests/kafka/receiving';

// A group of receivers that forms anew takes a while.
jest.setTimeout(60_000);

const NAME = 'mevrouw Verzonnen';
/** The client of Kafka gives up after seven, and begins anew. */
const TRIES = 9;

describe('a receiver over Kafka whose handler fails', () => {
  let feed: Feed;
  let database: FreshDatabase;
  let client: Client;
  beforeAll(async () => {
    feed = kafkaFeed({ brokers: [brokersOfRun()], replication: 1, partitions: 1 });
    database = await freshDatabase();
    client = new Client({ connectionString: database.url });
    await client.connect();
    await client.query('create table births (day date)');
  });
  afterAll(async () => {
    await client.end();
    await database.drop();
    await feed.close();
  });

  /** Sends one message to a receiver whose handler does something else first, `times` times; what it said, up to well. */
  async function saidOf(times: number, first: () => Promise<unknown>) {
    const topic = `spec.${randomUUID()}`;
    await feed.ensureTopics([topic]);
    const producer = await feed.producer();
    await producer.send([{ topic, key: 'eva', value: 'told', headers: {} }]);
    await producer.close();
    const said: ReceivingHealth[] = [];
    const paused: number[] = [];
    const [stop, taken] = [new AbortController(), Promise.withResolvers<undefined>()];
    let left = times;
    await kafkaSource({
      ...{ feed, group: topic, audience: null, topic },
      pause: (tries) => Promise.resolve(void paused.push(tries)),
    }).run(
      async () => {
        if (left-- > 0) await first();
        taken.resolve(undefined);
      },
      stop.signal,
      (health) => {
        said.push(health);
        if (health.state === 'receiving' && left < 0) stop.abort();
      },
    );
    await taken.promise;
    return { said, paused };
  }

  const kindOf = (health: ReceivingHealth) => ('why' in health ? health.why : health.state);

  it('says so for as long as that lasts, and nothing of the row that could not be written', async () => {
    const { said } = await saidOf(TRIES, () => client.query('insert into births values ($1)', [NAME]));
    const faults = said.map((health) => ('fault' in health ? whatFailed(health.fault) : undefined));
    expect(faults).toContainEqual(expect.objectContaining({ code: '22007' }));
    expect(JSON.stringify(faults)).not.toContain(NAME);
    expect(said.map(kindOf).join(' ')).toMatch(new RegExp(`^(receiving )?(handler ){${TRIES}}receiving$`));
  });

  it('stays in its group, also when it failed by a bug', async () => {
    const { said, paused } = await saidOf(3, () => Promise.reject(new TypeError('cannot read what is not there')));
    expect(said.map(kindOf).filter((kind) => kind === 'handler')).toHaveLength(3);
    // Whoever begins anew pauses before that; after the last message the spec itself ended it.
    expect(paused).toHaveLength(1);
  });
});
