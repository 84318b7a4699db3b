import { localDate } from '#calendar/local-date';
import { instant } from '#event-sourcing/instant';
import { statusAt } from '#homes/home';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import {
  accepted,
  at,
  candidate,
  folded,
  given,
  isLet,
  NOW,
  offered,
  registered,
  reserved,
  withdrawn,
  type CommandInBrief,
} from '#homes/home-specification';

const freeFrom = localDate('2027-03-01');
const other = { casus: 'kees-marianne', step: 'K15' };

const STATES: Readonly<Record<string, readonly HomeEvent[]>> = {
  available: [registered],
  reserved: [registered, reserved],
  offered: [registered, reserved, offered],
  accepted: [registered, reserved, offered, accepted],
  let: [registered, reserved, offered, accepted, isLet],
  withdrawn: [registered, withdrawn],
};

const COMMANDS: readonly (readonly [CommandInBrief, states: readonly string[], event: HomeEvent])[] = [
  [{ do: 'reserve-home', candidate: other }, ['available'], homeEvent('HomeReserved', { candidate: other })],
  [
    { do: 'release-home', reason: 'no-answer' },
    ['reserved', 'accepted'],
    homeEvent('HomeReleased', { candidate, reason: 'no-answer' }),
  ],
  [{ do: 'offer-home', offer: 'offer-1', expiresOn: localDate('2026-11-24') }, ['reserved'], offered],
  [{ do: 'accept-home', offer: 'offer-1' }, ['offered'], accepted],
  [
    { do: 'decline-home', offer: 'offer-1', by: 'candidate', reason: 'too-small' },
    ['offered'],
    homeEvent('HomeDeclined', { by: 'candidate', candidate, offer: 'offer-1', reason: 'too-small' }),
  ],
  [{ do: 'let-home', from: localDate('2026-12-01') }, ['accepted'], isLet],
  [{ do: 'free-home', freeFrom }, ['let', 'withdrawn'], homeEvent('HomeFreed', { freeFrom })],
  [{ do: 'withdraw-home', reason: 'renovated' }, ['available', 'let'], withdrawn],
];

const matrix = COMMANDS.flatMap(([command, states, event]) =>
  Object.entries(STATES).map(([state, facts]) => ({ command, state, facts, event, taken: states.includes(state) })),
);

describe('the life of a home', () => {
  it.each(matrix)('$command.do while it is $state: $taken', ({ command, state, facts, event, taken }) => {
    const when = given(...facts).when(command);
    if (taken) when.then(event);
    else when.thenRefused('home-not-in-this-state', expect.objectContaining({ state }) as object);
  });

  it.each(COMMANDS)('$do is for the corporation that lets it, and about a home that is there', (command) => {
    given(registered)
      .when({ ...command, actor: { partner: 'sociaal-team' } })
      .thenRefused('not-the-landlord', { landlord: 'corporatie' });
    given().when(command).thenRefused('home-unknown', { home: 'linde-4' });
  });

  const registering = {
    do: 'register-home',
    features: registered.data.features,
    freeFrom: registered.data.freeFrom,
  } as const;

  it('begins when its corporation enters it, once', () => {
    given().when(registering).then(registered);
    given(registered).when(registering).thenRefused('home-exists', { home: 'linde-4' });
  });

  it('knows no facts of the future, of long ago, or out of order', () => {
    given()
      .when({ ...registering, occurredAt: instant('2026-11-20T09:01:00.001Z') })
      .thenRefused('occurred-in-the-future');
    given()
      .when({ ...registering, occurredAt: instant('2026-08-22T08:59:59.999Z') })
      .thenRefused('occurred-too-long-ago');
    const latest = instant('2026-11-19T10:00Z');
    given(registered, at(latest, reserved, 1))
      .when({ do: 'release-home', reason: 'other', occurredAt: instant('2026-11-19T09:59Z') })
      .thenRefused('occurred-before-known', { occurredAt: '2026-11-19T09:59:00.000Z', latest });
  });

  describe('an offer that nobody answers', () => {
    const facts = [registered, reserved, offered];
    // 00:00 of 25 November in Amsterdam.
    const midnight = instant('2026-11-24T23:00Z');
    const justBefore = instant('2026-11-24T22:59:59.999Z');

    it('expires by itself from 00:00 of the day after, and frees the home', () => {
      const home = folded(facts);
      if (!home) throw new Error('no home');
      expect(statusAt(home, justBefore)).toMatchObject({ is: 'offered' });
      expect(statusAt(home, midnight)).toEqual({ is: 'available' });
    });

    it('can be answered until then, and not a moment later, whenever the answer was given', () => {
      const answer = { do: 'accept-home', offer: 'offer-1' } as const;
      given(...facts)
        .when({ ...answer, recordedAt: justBefore })
        .then(accepted);
      given(...facts)
        .when({ ...answer, recordedAt: midnight, occurredAt: justBefore })
        .thenRefused('home-not-in-this-state', { state: 'available', needs: ['offered'] });
    });

    it('is noted as expired once it has, and not before or again', () => {
      const note = { do: 'note-offer-expired', offer: 'offer-1' } as const;
      const expired = homeEvent('HomeOfferExpired', { candidate, offer: 'offer-1' });
      given(...facts)
        .when({ ...note, recordedAt: midnight })
        .then(expired);
      given(...facts)
        .when({ ...note, recordedAt: justBefore })
        .thenRefused('home-not-in-this-state', { state: 'offered', needs: ['available'] });
      for (const after of [[...facts, expired], [registered]]) {
        given(...after)
          .when({ ...note, recordedAt: midnight })
          .thenRefused('offer-not-open', { offer: 'offer-1' });
      }
      expect(folded([...facts, expired])).toMatchObject({
        status: { is: 'available' },
        offers: [{ offer: 'offer-1', candidate, outcome: 'expired' }],
      });
    });

    it('is known as expired once the home is kept for another', () => {
      given(...facts)
        .when({ do: 'reserve-home', candidate: other, recordedAt: midnight })
        .then(homeEvent('HomeReserved', { candidate: other }));
      expect(folded([...facts, homeEvent('HomeReserved', { candidate: other })])).toMatchObject({
        status: { is: 'reserved', candidate: other },
        offers: [{ offer: 'offer-1', candidate, outcome: 'expired' }],
      });
    });
  });

  it('remembers what became of every offer', () => {
    const declined = homeEvent('HomeDeclined', { by: 'agency', candidate, offer: 'offer-1', reason: 'no-answer' });
    const again = homeEvent('HomeOffered', { candidate, offer: 'offer-2', expiresOn: localDate('2026-11-27') });
    const taken = homeEvent('HomeAccepted', { candidate, offer: 'offer-2' });
    expect(folded([registered, reserved, offered, declined, reserved, again, taken])?.offers).toEqual([
      { offer: 'offer-1', candidate, outcome: 'declined-by-agency' },
      { offer: 'offer-2', candidate, outcome: 'accepted' },
    ]);
  });

  it('is not answered for another offer than the one that is open', () => {
    for (const command of [
      { do: 'accept-home', offer: 'offer-7' },
      { do: 'decline-home', offer: 'offer-7', by: 'agency', reason: 'no-answer' },
    ] as const) {
      given(registered, reserved, offered)
        .when(command)
        .thenRefused('offer-not-open', { offer: 'offer-7', open: 'offer-1' });
    }
  });

  it('names its offers itself where nobody does', () => {
    given(registered, reserved)
      .when({ do: 'offer-home', expiresOn: localDate('2026-11-24') })
      .then(offered);
  });

  describe('that was offered by a name of one’s own', () => {
    const byHand = homeEvent('HomeOffered', { candidate, offer: 'offer-2', expiresOn: localDate('2026-11-24') });
    const declined = homeEvent('HomeDeclined', { by: 'agency', candidate, offer: 'offer-2', reason: 'no-answer' });
    const before = [registered, reserved, byHand, declined, reserved];

    it('is never offered by that name again, so that a late answer does not take another offer', () => {
      const expiresOn = localDate('2026-11-24');
      const third = homeEvent('HomeOffered', { candidate, offer: 'offer-3', expiresOn });
      given(...before)
        .when({ do: 'offer-home', expiresOn })
        .then(third);
      given(...before, third)
        .when({ do: 'accept-home', offer: 'offer-2' })
        .thenRefused('offer-not-open');
      given(...before)
        .when({ do: 'offer-home', offer: 'offer-2', expiresOn })
        .thenRefused('offer-exists', { offer: 'offer-2' });
    });
  });

  it('is not kept for a candidate that has another', () => {
    given(registered)
      .when({ do: 'reserve-home', candidate, otherHome: 'eik-1' })
      .thenRefused('candidate-has-home', { ...candidate, home: 'eik-1' });
  });

  it('is offered for today at least', () => {
    given(registered, reserved)
      .when({ do: 'offer-home', expiresOn: localDate('2026-11-19'), occurredAt: NOW })
      .thenRefused('expires-before-today', { expiresOn: '2026-11-19', today: '2026-11-20' });
  });

  it.each([
    ['candidate', 'income-does-not-fit'],
    ['agency', 'too-small'],
  ] as const)('keeps apart whose choice a decline is: not %s with %s', (by, reason) => {
    given(registered, reserved, offered)
      .when({ do: 'decline-home', offer: 'offer-1', by, reason })
      .thenRefused('reason-of-other-side');
  });
});
