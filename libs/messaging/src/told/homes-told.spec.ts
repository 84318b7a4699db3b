import { localDate } from '#calendar/local-date';
import { instant, type Instant } from '#event-sourcing/instant';
import { streamName } from '#event-sourcing/stream-name';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import { accepted, candidate, isLet, offered, registered, reserved, withdrawn } from '#homes/home-specification';
import { homesTold } from '#messaging/told/homes-told';
import { memoryStore } from '#stores/memory/memory-store';
import { sha256 } from '#stores/sha256';
import { BEGINNING } from '#event-sourcing/position';

const AT = instant('2026-11-20T09:00Z');
const OTHER = { casus: 'kees-marianne', step: 'K15' };
const expired = homeEvent('HomeOfferExpired', { candidate, offer: 'offer-1' });

/** A log with one home in it. */
async function logOf(events: readonly HomeEvent[], occurredAt: Instant = AT) {
  const store = memoryStore(sha256);
  const metadata = {
    ...{ commandId: 'c', correlationId: 'c', causationId: 'c', actor: { partner: 'corporatie' } },
    ...{ occurredAt, recordedAt: occurredAt },
  };
  const proposed = events.map((event, index) => ({ id: `event-${index}`, ...event, metadata }));
  await store.append([{ stream: streamName('home', 'linde-4'), expected: 'any', events: proposed }]);
  const { events: recorded } = await store.readAll({ after: BEGINNING, limit: 100 });
  return { store, recorded };
}

/** What is told of a home, by the names of it, once per event. */
async function toldOf(...events: readonly HomeEvent[]) {
  const { store, recorded } = await logOf(events);
  const told = homesTold(store);
  const all = [];
  for (const event of recorded) all.push(...(await told.of(event)));
  return all;
}

const brief = async (...events: readonly HomeEvent[]) =>
  (await toldOf(...events)).flatMap(({ partner, event }) =>
    partner === 'corporatie' ? [event.name.replace('home.', '')] : [],
  );

describe('what is told of homes', () => {
  it('is their life, in its order', async () => {
    const declined = homeEvent('HomeDeclined', { by: 'agency', candidate, offer: 'offer-1', reason: 'no-answer' });
    const released = homeEvent('HomeReleased', { candidate, reason: 'other' });
    const freed = homeEvent('HomeFreed', { freeFrom: localDate('2027-03-01') });
    expect(await brief(registered, reserved, released, reserved, offered, declined)).toEqual([
      ...['registered', 'reserved', 'released', 'reserved', 'offered', 'declined'],
    ]);
    expect(await brief(registered, reserved, offered, accepted, isLet, freed, withdrawn)).toEqual([
      ...['registered', 'reserved', 'offered', 'accepted', 'let', 'freed', 'withdrawn'],
    ]);
  });

  it('is told to its landlord and to the installation, and to nobody else', async () => {
    const all = await toldOf(registered, reserved);
    expect(all.map(({ partner }) => partner)).toEqual([null, 'corporatie', null, 'corporatie']);
    const [, first] = all;
    expect(first?.event).toEqual({
      id: expect.stringMatching(/^[0-9a-f-]{36}$/) as string,
      ...{ name: 'home.registered', subject: 'linde-4', time: AT, dataref: '/v1/homes/linde-4' },
      sequence: expect.stringMatching(/-000$/) as string,
      data: {
        ...{ occurredAt: AT, landlord: 'corporatie', rooms: 2, stepFree: true, lift: false },
        ...{ neighbourhood: 'Lindenkwartier', rentCents: 65_000, freeFrom: '2026-12-01' },
      },
    });
  });

  it('has no instant for the installation by which it could be laid beside what is told of a casus, only its day', async () => {
    const all = await toldOf(registered, reserved, offered, accepted, isLet);
    const [theirs, own] = [null, 'corporatie'].map((whose) =>
      all.flatMap(({ partner, event }) => (partner === whose ? [event] : [])),
    );
    const midnight = '2026-11-19T23:00:00.000Z';
    expect(own?.every(({ time, data }) => time === AT && data.occurredAt === AT)).toBe(true);
    expect(theirs).toEqual(
      own?.map((event) => ({ ...event, time: midnight, data: { ...event.data, occurredAt: midnight } })),
    );
  });

  it('never says for whom a home is, and why somebody did not want it', async () => {
    const declined = homeEvent('HomeDeclined', {
      by: 'candidate',
      candidate,
      offer: 'offer-1',
      reason: 'too-expensive',
    });
    const all = await toldOf(registered, reserved, offered, declined, reserved, offered, accepted, isLet);
    expect(JSON.stringify(all)).not.toMatch(/eva|E9|too-expensive/);
  });

  it.each([
    ['by the note of it', [expired]],
    ['because the home is kept for another', [homeEvent('HomeReserved', { candidate: OTHER })]],
    ['by the note, and once, when the home is kept for another then', [expired, reserved]],
  ])('is that an offer expired, when it lapsed: %s', async (_, then) => {
    const all = await toldOf(registered, reserved, offered, ...then);
    const told = all.flatMap(({ partner, event }) => (partner === 'corporatie' ? [event] : [])).slice(3);
    expect(told[0]).toMatchObject({
      name: 'home.offer-expired',
      data: { occurredAt: '2026-11-24T23:00:00.000Z', offer: 'offer-1' },
    });
    const reservations = then.filter(({ type }) => type === 'HomeReserved').map(() => 'home.reserved');
    expect(told.map(({ name }) => name)).toEqual(['home.offer-expired', ...reservations]);
  });

  it('is the same however often it is asked, and in whatever order', async () => {
    const { store, recorded } = await logOf([registered, reserved, offered, expired, reserved]);
    const told = homesTold(store);
    const [forwards, backwards] = [[], []] as object[][];
    for (const event of recorded) forwards?.push(await told.of(event));
    for (const event of recorded.toReversed()) backwards?.unshift(await told.of(event));
    expect(backwards).toEqual(forwards);
  });
});
