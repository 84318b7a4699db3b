import { messagesFrom } from '#messaging/relay/messages';
import { runRelay, type RelayHealth, type RelayOptions } from '#messaging/relay/relay';
import type { Checkpoints } from '#event-sourcing/checkpoint';
import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING, type Position } from '#event-sourcing/position';
import { streamName } from '#event-sourcing/stream-name';
import { casusAfter, recordedEvent, step } from '#casus/specification';
import { FeedTrouble } from '#messaging/kafka/feed-trouble';
import type { FeedMessage, FeedProducer } from '#messaging/feed/feed';
import { INTERNAL_TOPIC, partnerTopic } from '#messaging/feed/topics';
import { casusTold } from '#messaging/told/casus-told';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';

const CASUS = '2f1c9a51-6b0d-5f5e-8b59-0a7d5f6c3e21';

/** A log with one casus and two steps in it, in `store`. */
async function history(store: EventStore, id = CASUS): Promise<void> {
  const { facts } = casusAfter(step('E1', 'sociaal-team'), step('E2', 'corporatie', { after: [{ step: 'E1' }] }));
  for (const fact of facts) {
    const { revision, occurredAt, recordedAt, actor } = fact;
    const { type, schemaVersion, data, metadata } = recordedEvent(fact, {
      ...{ revision, occurredAt, recordedAt },
      ...actor,
    });
    const event = { id: `${id}-${revision}`, type, schemaVersion, data, metadata };
    await store.append([{ stream: streamName('casus', id), expected: 'any', events: [event] }]);
  }
}

const NAME = 'relay.v1';

function checkpointsInMemory(): Checkpoints & { at: () => Position } {
  const held = new Map<string, Position>();
  const at = (name = NAME) => held.get(name) ?? BEGINNING;
  return {
    at,
    load: (name) => Promise.resolve(at(name)),
    advance(name, from, to) {
      if (from !== at(name)) return Promise.resolve(false);
      held.set(name, to);
      return Promise.resolve(true);
    },
  };
}

/** A feed that keeps what was acknowledged; `send` may be made to fail. */
function feedInMemory() {
  const kept: FeedMessage[] = [];
  const feed = {
    kept,
    fails: (_messages: readonly FeedMessage[]): 'before' | 'after' | undefined => undefined,
    ensureTopics: () => Promise.resolve(),
    follow: () => Promise.reject(new Error('nobody follows here')),
    close: () => Promise.resolve(),
    producer: (): Promise<FeedProducer> =>
      Promise.resolve({
        close: () => Promise.resolve(),
        send(messages) {
          const fails = feed.fails(messages);
          if (fails !== 'before') kept.push(...messages);
          return fails ? Promise.reject(new FeedTrouble('gone', undefined)) : Promise.resolve();
        },
      }),
  };
  return feed;
}

describe('the relay', () => {
  let store: EventStore;
  let checkpoints: ReturnType<typeof checkpointsInMemory>;
  let feed: ReturnType<typeof feedInMemory>;
  let seen: RelayHealth[];
  let stop: AbortController;
  beforeEach(() => {
    store = memoryStore(sha256);
    checkpoints = checkpointsInMemory();
    feed = feedInMemory();
    seen = [];
    stop = new AbortController();
  });

  const options = (more: Partial<RelayOptions> = {}): RelayOptions => ({
    checkpoint: NAME,
    store,
    checkpoints,
    feed,
    leadership: { lead: (signal, work) => work(signal) },
    messages: messagesFrom(casusTold, store, {
      source: 'urn:nld:oin:00000001234567890000:systeem:aanzet',
      api: 'https://a.nl',
    }),
    log: { warn: () => undefined, error: () => undefined },
    pause: () => Promise.resolve(),
    ...more,
  });

  /** Runs until all is sent up to the head of the log, or until it stops by itself. */
  async function run(given = options()): Promise<void> {
    const head = await store.head();
    await runRelay(given, stop.signal, (health) => {
      seen.push(health);
      if (health.position === head) stop.abort();
    });
  }

  const told = (topic: string) =>
    feed.kept.flatMap((one) => (one.topic === topic ? [(JSON.parse(one.value) as { type: string }).type] : []));

  it('sends what happened in order, by the key of the casus, whole to us and to each partner what it may know', async () => {
    await history(store);
    await run();
    expect(told(INTERNAL_TOPIC)).toEqual(
      ['opened', 'step-planned', 'step-planned'].map((name) => `nl.aanzet.casus.${name}.v1`),
    );
    expect(told(partnerTopic('corporatie'))).toContain('nl.aanzet.casus.step-planned.v1');
    expect(new Set(feed.kept.map(({ key }) => key))).toEqual(new Set([CASUS]));
    expect(checkpoints.at()).toBe(await store.head());
  });

  it.each(['before', 'after'] as const)(
    'loses nothing when the feed fails %s it has taken the messages',
    async (when) => {
      await history(store);
      let failures = 3;
      const atCheckpoint: Position[] = [];
      feed.fails = () => {
        atCheckpoint.push(checkpoints.at());
        return failures-- > 0 ? when : undefined;
      };
      const paused: number[] = [];
      await run(options({ pause: (tries) => Promise.resolve(void paused.push(tries)) }));
      expect(paused).toEqual([1, 2, 3]);
      expect(new Set(atCheckpoint)).toEqual(new Set([BEGINNING]));
      expect([...new Set(told(INTERNAL_TOPIC))]).toHaveLength(2);
      expect(seen.map(({ state }) => state)).toContain('troubled');
      expect(seen.at(-1)?.state).not.toBe('troubled');
    },
  );

  it('stops before an event that it cannot take, with all before it sent, and says where', async () => {
    await history(store);
    const poisoned = { id: 'odd', type: 'StepPainted', schemaVersion: 1, data: {} };
    const [first] = await store.readStream(streamName('casus', CASUS));
    if (!first) throw new Error('there is no history');
    const { metadata } = first;
    await store.append([{ stream: first.stream, expected: 'any', events: [{ ...poisoned, metadata }] }]);
    await history(store, '00000000-6b0d-5f5e-8b59-0a7d5f6c3e21');
    await run();
    expect(seen.at(-1)).toMatchObject({ state: 'stopped', fault: { type: 'StepPainted' } });
    expect(told(INTERNAL_TOPIC)).toHaveLength(3);
    const sent = feed.kept.length;
    await run();
    expect(feed.kept).toHaveLength(sent);
  });

  it('reads the checkpoint again when another relay was first, and sends nothing before it is acknowledged', async () => {
    await history(store);
    await history(store, '00000000-6b0d-5f5e-8b59-0a7d5f6c3e21');
    const given = options();
    await Promise.all([run(given), run({ ...given, messages: options().messages })]);
    const firsts = [...new Map(feed.kept.map(({ topic, value }) => [`${topic} ${value}`, value])).keys()];
    const alone = feedInMemory();
    checkpoints = checkpointsInMemory();
    stop = new AbortController();
    await run(options({ feed: alone, checkpoints }));
    expect(firsts).toEqual(alone.kept.map(({ topic, value }) => `${topic} ${value}`));
  });

  it('begins anew where it was, when it loses its turn and has another', async () => {
    await history(store);
    const turns: AbortController[] = [];
    const leadership: RelayOptions['leadership'] = {
      async lead(signal, work) {
        const lost = new AbortController();
        turns.push(lost);
        // What happens after a turn was lost is for the next one.
        if (turns.length === 2) await history(store, '00000000-6b0d-5f5e-8b59-0a7d5f6c3e21');
        await work(AbortSignal.any([signal, lost.signal]));
      },
    };
    const states: string[] = [];
    await runRelay(options({ leadership }), stop.signal, ({ state, position }) => {
      states.push(state);
      if (turns.length === 1 && position > BEGINNING) turns[0]?.abort();
      if (turns.length === 2 && told(INTERNAL_TOPIC).length === 6) stop.abort();
    });
    expect(states.filter((state, index) => state !== states[index - 1])).toEqual([
      ...['waiting', 'sending', 'waiting', 'sending'],
    ]);
    expect(told(INTERNAL_TOPIC)).toHaveLength(6);
  });

  it('has a place by its own name: another relay beside it sends everything too', async () => {
    await history(store);
    await run();
    const sent = feed.kept.length;
    stop = new AbortController();
    await run(options({ checkpoint: 'home-relay.v1' }));
    expect(feed.kept.slice(sent)).toEqual(feed.kept.slice(0, sent));
  });
});
