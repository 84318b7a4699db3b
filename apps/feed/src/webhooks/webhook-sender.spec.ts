import { setImmediate } from 'node:timers/promises';
import { WebhookSender } from '#apps/feed/src/webhooks/webhook-sender';
import { BEGINNING } from '#event-sourcing/position';
import { instant } from '#event-sourcing/instant';
import { START } from '#messaging/log-feed/cursor';

const nobody = () => Promise.resolve(undefined);

describe('whoever delivers to webhooks', () => {
  it('tells of no trouble any more once it can ask whose turn it is, though another has it', async () => {
    const asked = [() => Promise.reject(new TypeError('the database is away')), () => Promise.resolve(false)];
    const healths: (string | undefined)[] = [];
    const sender = new WebhookSender({
      subscriptions: { due: () => Promise.resolve([]), delivered: nobody, failed: () => Promise.resolve() },
      feed: { read: () => Promise.resolve({ events: [], next: START, end: true }) },
      sender: { source: 'urn:nld:oin:00000000000000000000:systeem:aanzet', api: 'https://aanzet.example' },
      clock: { now: () => instant('2026-11-20T11:00Z') },
      key: Buffer.alloc(32),
      post: nobody,
      head: () => Promise.resolve(BEGINNING),
      log: { warn: () => undefined },
      leadership: { tryLead: () => asked.shift()?.() ?? Promise.resolve(false) },
      async pause() {
        healths.push(sender.health());
        await setImmediate();
      },
    });
    sender.onApplicationBootstrap();
    while (healths.length < 2) await setImmediate();
    await sender.beforeApplicationShutdown();
    expect(healths.slice(0, 2)).toEqual(['TypeError', undefined]);
  });
});
