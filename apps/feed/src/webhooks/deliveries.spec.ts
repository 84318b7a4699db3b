import { instant, plusMs, type Instant } from '#event-sourcing/instant';
import { BEGINNING, parsePosition } from '#event-sourcing/position';
import { cursorText, isBehind, parseCursor, START } from '#messaging/log-feed/cursor';
import type { PublicEvent } from '#messaging/contract/public-event';
import type { FeedQuery } from '#messaging/log-feed/log-feed';
import { Untellable } from '#messaging/told/remembered';
import { Deliveries, type DeliveriesOptions } from '#apps/feed/src/webhooks/deliveries';
import type { Posting, PostProblem } from '#apps/feed/src/webhooks/post-event';
import type { Subscription } from '#apps/feed/src/webhooks/subscriptions';
import { webhookView } from '#apps/feed/src/webhooks/webhook-view';

const NOW = instant('2026-11-20T11:00Z');
const HEAD = parsePosition('1'.padStart(BEGINNING.length, '0')) ?? BEGINNING;

/** That many events of one partner, from one event of the log. */
const eventsOf = (count: number): readonly PublicEvent<'casus.opened'>[] =>
  Array.from({ length: count }, (_, index) => ({
    ...{ id: `e${index}`, name: 'casus.opened', subject: 'c1', time: NOW, dataref: '/v1/casus/c1' },
    sequence: `${HEAD}-${String(index).padStart(3, '0')}`,
    data: { occurredAt: NOW, director: 'sociaal-team' },
  }));

describe('what a webhook is sent in its turn', () => {
  let kept: Subscription;
  let all: readonly PublicEvent[];
  let fault: Untellable | undefined;
  let sent: string[];
  let said: string[];
  let answer: PostProblem | undefined;
  let deliveries: Deliveries;

  const subscriptions: DeliveriesOptions['subscriptions'] = {
    delivered(_, place) {
      kept = { ...kept, place: cursorText(place), failures: 0, problem: null };
      return Promise.resolve(kept);
    },
    failed(_, { tryAt, ...failed }) {
      kept = { ...kept, ...failed, try_at: tryAt };
      return Promise.resolve();
    },
  };
  function read({ after, limit }: FeedQuery) {
    const events = all.filter(({ sequence }) => isBehind(sequence, after)).slice(0, limit);
    if (fault && events.length === 0) return Promise.reject(fault);
    const last = events.length === limit ? events.at(-1) : undefined;
    const next = last ? (parseCursor(last.sequence) ?? START) : { position: HEAD };
    return Promise.resolve({ events, next, end: last === undefined });
  }
  const post = ({ event }: Posting) => {
    sent.push(event.id);
    return Promise.resolve(answer);
  };

  beforeEach(() => {
    const about = { id: 'w1', partner: 'corporatie', url: 'https://partner.example/', types: null, round: 0 };
    kept = { ...about, place: BEGINNING, state: 'active', failures: 0, problem: null, try_at: NOW, made_at: NOW };
    [all, fault, sent, said, answer] = [[], undefined, [], [], undefined];
    const log = { warn: (_: object, message: string) => void said.push(message) };
    const sender = { source: 'urn:nld:oin:00000000000000000000:systeem:aanzet', api: 'https://aanzet.example' };
    const clock = { now: () => NOW };
    deliveries = new Deliveries({ subscriptions, feed: { read }, sender, clock, key: Buffer.alloc(32, 7), post, log });
  });
  const turn = () => deliveries.deliverPart(kept, new AbortController().signal);
  const later = (seconds: number): Instant => plusMs(NOW, seconds * 1000);

  it('is a part of what there is, and the rest in its next turns', async () => {
    all = eventsOf(45);
    expect([await turn(), sent.length]).toEqual([true, 20]);
    expect([await turn(), await turn(), sent.length]).toEqual([true, false, 45]);
    expect(sent).toEqual(all.map(({ id }) => id));
    expect(deliveries.isBefore(kept, HEAD)).toBe(false);
  });

  it('ends with what was not taken', async () => {
    all = eventsOf(3);
    answer = 'status-500';
    expect([await turn(), sent]).toEqual([false, ['e0']]);
    expect(kept).toMatchObject({ problem: 'status-500', failures: 1, try_at: later(5), place: BEGINNING });
  });

  describe('when what follows cannot be told', () => {
    const poison = { type: 'CasusDreamed', position: HEAD } as ConstructorParameters<typeof Untellable>[0];
    beforeEach(() => {
      fault = new Untellable(poison, new Error('unknown'));
    });

    it('is on record as its problem, is tried again, parks nothing, and is said once', async () => {
      for (let tries = 0; tries < 20; tries += 1) expect(await turn()).toBe(false);
      expect(webhookView(kept)).toMatchObject({
        ...{ state: 'active', problem: 'feed-interrupted', failures: 0, triesAgain: later(5) },
      });
      expect(said).toEqual(['what follows for a webhook cannot be told']);
    });

    it('is no problem any more once it can be, with something for the webhook or without', async () => {
      await turn();
      fault = undefined;
      await turn();
      expect(webhookView(kept)).toMatchObject({ problem: null, triesAgain: null });
      fault = new Untellable(poison, new Error('unknown'));
      await turn();
      [fault, all] = [undefined, eventsOf(1)];
      kept = { ...kept, round: 1, place: BEGINNING };
      await turn();
      expect([kept.problem, sent]).toEqual([null, ['e0']]);
      expect(said).toHaveLength(2);
    });

    it('ends no delivery of what comes before it', async () => {
      all = eventsOf(3);
      await turn();
      expect([kept.problem, sent.length]).toEqual([null, 3]);
    });
  });
});
