import { jest } from '@jest/globals';
import { allOf, involveCorporation, openFeed, type OpenFeed } from '#tests/journeys/feed-town';
import { journeyClock, openCasus, openTown, settle, type Town } from '#tests/journeys/town';
import { answering, isSigned, openReceiver, type WebhookReceiver } from '#tests/journeys/webhook-receiver';

jest.setTimeout(60_000);

const KEY = Buffer.alloc(32, 7);
const HOURS = 60;

interface Webhook {
  readonly id: string;
  readonly secret: string;
  readonly state: string;
  readonly failures: number;
  readonly problem: string | null;
  readonly after: string;
  readonly triesAgain: string | null;
}

describe('webhooks', () => {
  let town: Town;
  let feed: OpenFeed;
  let receiver: WebhookReceiver;
  let clock: ReturnType<typeof journeyClock>;
  let leadsTo: readonly string[];
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    await involveCorporation(town);
  });
  afterAll(() => town.close());
  beforeEach(async () => {
    clock = journeyClock();
    leadsTo = ['127.0.0.1'];
    feed = await openFeed(town.url, { clock, key: KEY, resolve: () => Promise.resolve(leadsTo) });
    receiver = await openReceiver();
  });
  afterEach(async () => {
    const { body } = await feed.get('/v1/webhooks', 'corporatie');
    for (const { id } of (body as { items: Webhook[] }).items) await feed.remove(`/v1/webhooks/${id}`, 'corporatie');
    await feed.close();
    await receiver.close();
  });

  async function add(more: object = {}, by = 'corporatie'): Promise<Webhook> {
    const url = `http://127.0.0.1:${receiver.port}/aanzet`;
    const { status, body } = await feed.post('/v1/webhooks', by, { url, ...more });
    expect({ status, body }).toMatchObject({ status: 201 });
    return body as Webhook;
  }
  const stands = async ({ id }: Webhook) => (await feed.get(`/v1/webhooks/${id}`, 'corporatie')).body as Webhook;
  /** Looks until that holds of a webhook. */
  async function until(webhook: Webhook, holds: (now: Webhook) => boolean): Promise<Webhook> {
    for (;;) {
      const now = await stands(webhook);
      if (holds(now)) return now;
    }
  }
  const all = async (partner = 'corporatie') => (await allOf(feed, partner)).map(({ sequence }) => sequence);
  const sequences = () => receiver.came.map(({ sequence }) => sequence);

  it('sends exactly what the feed of the partner holds, in order and signed, and goes on with what comes', async () => {
    const { secret } = await add();
    const before = await all();
    await receiver.until(({ length }) => length === before.length);
    expect((await town.post('/v1/casus/eva/steps/E1/complete', {}, { by: 'corporatie' })).status).toBe(200);
    const after = await all();
    expect(after.length).toBeGreaterThan(before.length);
    await receiver.until(({ length }) => length >= after.length);
    expect(sequences()).toEqual(after);
    expect(receiver.came.every((one) => isSigned(one, secret))).toBe(true);
    expect(receiver.came.every((one) => isSigned({ ...one, body: `${one.body} ` }, secret))).toBe(false);
    expect(receiver.came[0]?.headers).toMatchObject({
      'content-type': 'application/cloudevents+json; charset=UTF-8',
      'webhook-id': receiver.came[0]?.id,
      'webhook-timestamp': String(Date.parse(clock.now()) / 1000),
    });
  });

  it('sends only the types that were asked for', async () => {
    const type = 'nl.aanzet.casus.handoff-offered.v1';
    await add({ types: [type, 'nl.aanzet.casus.handoff-accepted.v1'] });
    const came = await receiver.until(({ length }) => length === 2);
    expect(came.map((one) => one.type)).toEqual([type, 'nl.aanzet.casus.handoff-accepted.v1']);
  });

  it('tries again, later and later by the clock, and loses and skips nothing', async () => {
    receiver.answer = answering(500);
    const webhook = await add();
    const failed = await until(webhook, ({ failures }) => failures === 1);
    expect(failed).toMatchObject({ state: 'active', problem: 'status-500', triesAgain: '2026-11-20T11:00:05.000Z' });
    clock.pass(1);
    const again = await until(webhook, ({ failures }) => failures === 2);
    expect(again.triesAgain).toBe('2026-11-20T11:01:10.000Z');
    receiver.answer = answering(200);
    clock.pass(1);
    const whole = await all();
    await receiver.until(({ length }) => length === whole.length + 2);
    expect(sequences()).toEqual([whole[0], whole[0], ...whole]);
    expect(await until(webhook, ({ after }) => after === whole.at(-1))).toMatchObject({ failures: 0, problem: null });
  });

  it('is parked after failing for the better part of a day, says so, and goes on when the subscriber resumes it', async () => {
    receiver.answer = answering(503);
    const webhook = await add();
    for (let failures = 1; failures < 16; failures++) {
      await until(webhook, (now) => now.failures === failures);
      clock.pass(5 * HOURS);
    }
    const parked = await until(webhook, ({ state }) => state === 'parked');
    expect(parked).toMatchObject({ failures: 16, problem: 'status-503', triesAgain: null });
    expect(await feed.parked()).toBe(1);
    expect(sequences()).toHaveLength(16);
    receiver.answer = answering(200);
    expect(await feed.post(`/v1/webhooks/${webhook.id}/resume`, 'corporatie')).toMatchObject({
      status: 200,
      body: { state: 'active', failures: 0 },
    });
    expect(await feed.parked()).toBe(0);
    const whole = await all();
    await receiver.until(({ length }) => length === 16 + whole.length);
    expect(sequences().slice(16)).toEqual(whole);
  });

  it('is replayed from any place, by its subscriber', async () => {
    const webhook = await add();
    const whole = await all();
    await receiver.until(({ length }) => length === whole.length);
    const after = whole[1];
    expect((await feed.post(`/v1/webhooks/${webhook.id}/replay`, 'corporatie', { after })).status).toBe(200);
    await receiver.until(({ length }) => length === 2 * whole.length - 2);
    expect((await feed.post(`/v1/webhooks/${webhook.id}/replay`, 'corporatie')).status).toBe(200);
    await receiver.until(({ length }) => length === 3 * whole.length - 2);
    expect(sequences()).toEqual([...whole, ...whole.slice(2), ...whole]);
    expect(new Set(receiver.came.map(({ id }) => id)).size).toBe(whole.length);
  });

  it('follows no redirect', async () => {
    const elsewhere = await openReceiver();
    receiver.answer = answering(307, { location: `http://127.0.0.1:${elsewhere.port}/` });
    const webhook = await add();
    expect(await until(webhook, ({ failures }) => failures > 0)).toMatchObject({ problem: 'redirect' });
    expect(elsewhere.came).toEqual([]);
    await elsewhere.close();
  });

  it('waits for no slow answer, and serves others meanwhile', async () => {
    const other = await openReceiver();
    receiver.answer = () => undefined;
    const webhook = await add();
    await add({ url: `http://127.0.0.1:${other.port}/` });
    await other.until(({ length }) => length > 0);
    expect(await until(webhook, ({ failures }) => failures > 0)).toMatchObject({ problem: 'slow' });
    await other.close();
  });

  it('tells of a receiver that is not there', async () => {
    const gone = await openReceiver();
    await gone.close();
    const webhook = await add({ url: `http://127.0.0.1:${gone.port}/` });
    expect(await until(webhook, ({ failures }) => failures > 0)).toMatchObject({ problem: 'unreachable' });
  });

  it('connects to the address that was looked at, and to none that a name comes to mean later', async () => {
    const webhook = await add({ url: `http://partner.example:${receiver.port}/` });
    const whole = await all();
    const came = await receiver.until(({ length }) => length === whole.length);
    expect(came[0]?.host).toBe(`partner.example:${receiver.port}`);
    leadsTo = ['127.0.0.1', '10.0.0.7'];
    await feed.post(`/v1/webhooks/${webhook.id}/replay`, 'corporatie');
    expect(await until(webhook, ({ failures }) => failures > 0)).toMatchObject({ problem: 'address-not-public' });
    expect(receiver.came).toHaveLength(whole.length);
  });

  it('is seen, changed and ended by its subscriber alone, and tells its secret once', async () => {
    const webhook = await add();
    expect(await stands(webhook)).not.toHaveProperty('secret');
    const path = `/v1/webhooks/${webhook.id}`;
    const theirs = [
      await feed.get(path, 'welzijn'),
      await feed.post(`${path}/resume`, 'welzijn'),
      await feed.post(`${path}/replay`, 'welzijn'),
      await feed.remove(path, 'welzijn'),
    ];
    for (const answer of theirs) expect(answer).toMatchObject({ status: 404, body: { code: 'webhook-unknown' } });
    expect((await feed.get('/v1/webhooks', 'welzijn')).body).toEqual({ items: [], next: null });
    expect((await feed.get('/v1/webhooks', 'corporatie')).body).toMatchObject({ items: [{ id: webhook.id }] });
    expect((await feed.remove(path, 'corporatie')).status).toBe(204);
    expect((await feed.get(path, 'corporatie')).status).toBe(404);
  });

  it.each([
    [{ url: 'ftp://partner.example/' }, 'webhook-address-refused', 'no-https-address'],
    [{ url: 'https://someone:secret@partner.example/' }, 'webhook-address-refused', 'credentials-in-address'],
    [{ url: 'https://10.1.2.3/' }, 'webhook-address-refused', 'address-not-public'],
    [{ url: 'https://[fe80::1]/' }, 'webhook-address-refused', 'address-not-public'],
    [{ url: 'http://93.184.216.34/' }, 'webhook-address-refused', 'no-https-address'],
    [{ url: '' }, 'fields-invalid', undefined],
    [{ url: 'https://partner.example/', types: ['nl.aanzet.casus.painted.v1'] }, 'fields-invalid', undefined],
    [{ url: 'https://partner.example/', after: 'yesterday' }, 'fields-invalid', undefined],
    [{ url: 'https://partner.example/', after: '99999999999999999999' }, 'place-unknown', undefined],
    [{}, 'fields-invalid', undefined],
  ])('refuses %j: %s', async (body, code, why) => {
    expect(await feed.post('/v1/webhooks', 'corporatie', body)).toMatchObject({ body: { code, ...(why && { why }) } });
  });

  it('leads nowhere inside unless it is set so, and there are none without a key', async () => {
    const strict = await openFeed(town.url, {
      clock,
      key: KEY,
      loopback: false,
      resolve: () => Promise.resolve(leadsTo),
    });
    const here = `http://127.0.0.1:${receiver.port}/`;
    for (const [url, why] of [
      [here, 'no-https-address'],
      ['https://127.0.0.1/', 'address-not-public'],
      ['https://partner.example/', 'address-not-public'],
    ] as const) {
      expect(await strict.post('/v1/webhooks', 'corporatie', { url })).toMatchObject({ status: 400, body: { why } });
    }
    await strict.close();
    const keyless = await openFeed(town.url, { clock });
    expect(await keyless.post('/v1/webhooks', 'corporatie', { url: here })).toMatchObject({
      status: 409,
      body: { code: 'webhooks-not-set-up' },
    });
    await keyless.close();
  });
});
