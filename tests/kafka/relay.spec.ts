import { relayService } from '#apps/relay/src/service';
import { watcherOptions } from '#apps/watch/src/watch.module';
import { watcher } from '#apps/watch/src/watcher';
import { localTimeToInstant } from '#calendar/local-date';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { startService } from '#installation/start-service';
import { readCloudEvent } from '#messaging/contract/cloud-event';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { undoing } from '#platform/undoing';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { startBroker, type KafkaBroker } from '#tests/engines/kafka/broker';
import { appendRandomCasus } from '#tests/integration/random-casus';
import { playBoth } from '#tests/integration/read-session';
import { handClock, round, silent } from '#tests/integration/watching';
import { start, type Running } from '#tests/journeys/processes';
import { firstsOf } from '#tests/kafka/expected';
import { MARK, markedStore } from '#tests/kafka/marked-store';
import { brokersOfRun } from '#tests/kafka/receiving';
import { relaySession, type RelaySession } from '#tests/kafka/relay-session';

const seed = Number(process.env['SEED'] ?? 61);

describe('the demo over Kafka', () => {
  let session: RelaySession;
  const started = undoing();
  beforeAll(async () => {
    session = await relaySession(brokersOfRun());
    await playBoth(markedStore(session.store));
    const clock = handClock(localTimeToInstant('2026-11-20T12:00'));
    await round(watcher(watcherOptions({ ...session, clock, log: silent })));
    await session.receive();
    await startService(relayService, session.environment, started);
    await session.untilAll();
  }, 60_000);
  afterAll(async () => {
    await started.all();
    await session.close();
  });

  it('tells every event of the log, in order, to us whole and to each partner what it may know', async () => {
    expect(firstsOf(session.received())).toEqual(await session.untilAll());
    const topics = new Set(session.received().map(({ topic }) => topic));
    expect([...topics].sort()).toContain(partnerTopic('corporatie'));
    const types = session.received().flatMap(({ topic, value }) => {
      const read = readCloudEvent(value);
      return topic === INTERNAL_TOPIC && read.ok ? [read.event.name] : [];
    });
    for (const name of ['opened', 'handoff-declined', 'handoff-expired', 'stall-detected', 'promise-broken']) {
      expect(types).toContain(`casus.${name}`);
    }
  });

  it('tells a partner no category that it may never know', () => {
    const corporation = session.received().filter(({ topic }) => topic === partnerTopic('corporatie'));
    expect(corporation.length).toBeGreaterThan(10);
    expect(corporation.filter(({ value }) => /"category":"(care|income)"/.test(value))).toEqual([]);
  });

  it('tells nothing of persons: no name and no free text is in any message', async () => {
    const log = await session.store.readAll({ after: BEGINNING, limit: 100_000 });
    const holding = log.events.filter((event) => JSON.stringify(event).includes(MARK));
    expect(holding.length).toBeGreaterThan(50);
    expect(session.received().filter((message) => JSON.stringify(message).includes(MARK))).toEqual([]);
  });

  it('says nothing beside the contract', () => {
    for (const { value } of session.received()) {
      const read = readCloudEvent(value);
      const { data } = JSON.parse(value) as { data: object };
      expect(read.ok && read.event.data).toEqual(data);
    }
  });
});

/** Random casus, their events mixed, to be appended bit by bit. */
async function randomEvents(casus: number, commands: number) {
  const scratch = memoryStore(sha256);
  await appendRandomCasus(scratch, seed, { casus, commands });
  const { events } = await scratch.readAll({ after: BEGINNING, limit: 100_000 });
  const waiting = [...events];
  const append = async (store: EventStore, count = waiting.length) => {
    const requests = waiting.splice(0, count).map((event) => ({
      ...{ stream: event.stream, expected: 'any' as const, events: [event] },
    }));
    await store.append(requests);
  };
  return { append, whole: scratch };
}

describe(`random casus over Kafka, seed ${seed}`, () => {
  let cleanup: (() => unknown)[];
  beforeEach(() => {
    cleanup = [];
  });
  afterEach(async () => {
    for (const undo of cleanup.reverse()) await undo();
  });

  /** A relay as a process of its own, which does not outlive its test. */
  function relayOf({ environment }: RelaySession): Running {
    const running = start('relay', [], { ...environment, AANZET_LOG_LEVEL: 'info' });
    cleanup.push(() => {
      running.kill('SIGKILL');
    });
    return running;
  }

  async function sessionOn(brokers: string): Promise<RelaySession> {
    const session = await relaySession(brokers);
    cleanup.push(() => session.close());
    return session;
  }

  it('reach receivers whole and in order, through two relays of which one is killed and started anew', async () => {
    const session = await sessionOn(brokersOfRun());
    const { append, whole } = await randomEvents(6, 50);
    await append(session.store, 120);
    await session.receive(whole);
    const [one, other] = [relayOf(session), relayOf(session)];
    await session.untilReceived(40);
    one.kill('SIGKILL');
    await one.ended;
    await append(session.store, 60);
    const anew = relayOf(session);
    await session.untilReceived(200);
    other.kill('SIGKILL');
    await other.ended;
    await append(session.store);

    const expected = await session.untilAll();

    expect(firstsOf(session.received())).toEqual(expected);
    await anew.untilSaid(/"listens"/);
    anew.kill('SIGTERM');
    const { code, err } = await anew.ended;
    expect(code).toBe(0);
    // The client computes a pause that lies before now, of which Node warns.
    expect(err.replace(/^\(node:\d+\) TimeoutNegativeWarning: .*\n.*\n.*\n/, '')).toBe('');
  }, 60_000);

  describe('with a Kafka that is gone for a while', () => {
    let broker: KafkaBroker;
    beforeAll(async () => {
      broker = await startBroker();
    }, 60_000);
    afterAll(() => broker.remove());

    it('wait for it, and nothing is lost', async () => {
      const session = await sessionOn(broker.brokers);
      const started = undoing();
      cleanup.push(() => started.all());
      const { append, whole } = await randomEvents(4, 40);
      await append(session.store, 60);
      await session.receive(whole);
      const url = await startService(relayService, session.environment, started);
      const untilTold = async (what: string) => {
        for (let told = ''; !told.includes(what);) {
          told = await (await fetch(`${url}/health/ready`)).text();
          if (told.includes('stoppedAt')) throw new Error(told);
        }
      };
      await session.untilReceived(30);
      await broker.kill();
      await append(session.store);
      await untilTold('"state":"troubled"');
      await broker.start();

      const expected = await session.untilAll();

      expect(firstsOf(session.received())).toEqual(expected);
      await untilTold('"state":"sending"');
    }, 90_000);
  });
});
