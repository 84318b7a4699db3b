import { jest } from '@jest/globals';
import { instant } from '#event-sourcing/instant';
import { casusTold } from '#messaging/told/casus-told';
import { readFeedOverHttp } from '#messaging/transport/read-feed-over-http';
import { allOf, involveCorporation, openFeed, type OpenFeed } from '#tests/journeys/feed-town';
import { openCasus, openTown, settle, type Town } from '#tests/journeys/town';

jest.setTimeout(60_000);

const END = '99999999999999999999';

describe('the feed over HTTP', () => {
  let town: Town;
  let feed: OpenFeed;
  beforeAll(async () => {
    town = await openTown();
    await settle(town);
    await openCasus(town);
    feed = await openFeed(town.url, { clock: { now: () => instant('2026-11-20T11:00:00Z') } });
    await involveCorporation(town);
  });
  afterAll(async () => {
    await feed.close();
    await town.close();
  });

  /** What the rules of audiences give a partner, by the events of the log alone. */
  async function allowed(partner: string): Promise<readonly string[]> {
    const { of } = casusTold(town.store);
    const told = [];
    for (const event of await town.events()) if (/^(casus|watch)-/.test(event.stream)) told.push(...(await of(event)));
    return told.flatMap(({ partner: receiver, event }) => (receiver === partner ? [event.sequence] : []));
  }

  it('gives a batch of CloudEvents, oldest first, and says where it goes on', async () => {
    const { status, headers, body } = await feed.get('/v1/feed?partner=corporatie&limit=2');
    expect(status).toBe(200);
    expect(headers.get('content-type')).toBe('application/cloudevents-batch+json; charset=UTF-8');
    expect(body).toMatchObject([
      { specversion: '1.0', subject: expect.stringMatching(/^[0-9a-f-]{36}$/) as string },
      {},
    ]);
    const next = headers.get('aanzet-next') ?? '';
    expect(headers.get('link')).toBe(`</v1/feed?partner=corporatie&after=${next}&limit=2&wait=0>; rel="next"`);
    const rest = await feed.part('corporatie', `&after=${next}`);
    const whole = await feed.part('corporatie');
    expect(whole.events).toEqual([...(body as object[]), ...rest.events]);
  });

  it('says whether something lay behind that', async () => {
    const ends = async (more: string) =>
      (await feed.get(`/v1/feed?partner=corporatie${more}`)).headers.get('aanzet-end');
    expect([await ends('&limit=2'), await ends('&limit=500')]).toEqual(['false', 'true']);
    const { next } = await feed.part('corporatie');
    expect(await ends(`&after=${next}`)).toBe('true');
  });

  it('is read up to its end by a receiver', async () => {
    const read = readFeedOverHttp(Promise.resolve(feed.url), 'corporatie');
    const { messages, end } = await read(undefined, new AbortController().signal);
    expect([messages.length, end]).toEqual([(await feed.part('corporatie')).events.length, true]);
  });

  it.each(['sociaal-team', 'corporatie', 'gemeente-wmo', 'welzijn'])(
    'gives %s what it may know and no more',
    async (partner) => {
      const may = await allowed(partner);
      expect(may.length).toBeGreaterThan(0);
      for (const limit of [1, 3, 500]) {
        const got = await allOf(feed, partner, limit);
        expect(got.map(({ sequence }) => sequence)).toEqual(may);
      }
    },
  );

  it('gives what lies behind any event, also behind one of several that came together', async () => {
    const all = await feed.part('sociaal-team');
    for (const [index, { sequence }] of all.events.entries()) {
      const { events } = await feed.part('sociaal-team', `&after=${sequence}`);
      expect(events).toEqual(all.events.slice(index + 1));
    }
  });

  it('tells care data to no corporation', async () => {
    const { events } = await feed.part('corporatie');
    expect(events.length).toBeGreaterThan(0);
    expect(JSON.stringify(events)).not.toContain('"category":"care"');
  });

  it('waits for what comes, and answers with it', async () => {
    const { next } = await feed.part('corporatie');
    const waiting = feed.part('corporatie', `&after=${next}&wait=60`);
    const done = await town.post('/v1/casus/eva/steps/E1/complete', {}, { by: 'corporatie' });
    expect(done.status).toBe(200);
    const { events } = await waiting;
    expect(events.map(({ type }) => type)).toContain('nl.aanzet.casus.step-done.v1');
  });

  it('answers with nothing when nothing comes in time, and says where to go on', async () => {
    const { next } = await feed.part('corporatie');
    expect(await feed.part('corporatie', `&after=${next}&wait=1`)).toEqual({ events: [], next });
  });

  it.each([
    ['partner=corporatie&after=here', 400, 'fields-invalid'],
    ['partner=corporatie&after=00000000000000000001-1', 400, 'fields-invalid'],
    ['partner=corporatie&limit=0', 400, 'fields-invalid'],
    ['partner=corporatie&limit=501', 400, 'fields-invalid'],
    ['partner=corporatie&wait=61', 400, 'fields-invalid'],
    ['partner=corporatie&since=1', 400, 'fields-invalid'],
    ['limit=1', 400, 'fields-invalid'],
    ['partner=niemand', 404, 'partner-unknown'],
    [`partner=corporatie&after=${END}`, 404, 'place-unknown'],
    [`partner=corporatie&after=${END}-000`, 404, 'place-unknown'],
  ])('refuses %s with %i %s', async (query, status, code) => {
    expect(await feed.get(`/v1/feed?${query}`)).toMatchObject({ status, body: { code } });
  });

  it('answers whoever waits when it begins to stop', async () => {
    const other = await openFeed(town.url, { clock: { now: () => instant('2026-11-20T11:00:00Z') } });
    const { next } = await other.part('welzijn');
    const waiting = other.part('welzijn', `&after=${next}&wait=60`);
    other.beginStop();
    expect((await waiting).events).toEqual([]);
    await other.close();
  });
});
