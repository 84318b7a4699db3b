import { localDate } from '#calendar/local-date';
import { instant, type Instant } from '#event-sourcing/instant';
import type { Home } from '#homes/home';
import type { HomeCommand, HomeActor } from '#homes/home-commands';
import { homeDecider } from '#homes/home-decider';
import { homeEvent, type HomeEvent } from '#homes/home-events';
import type { HomeFact } from '#homes/home-fact';
import type { HomeRejectionCode } from '#homes/home-rejection';

/** Given–when–then over the decider of a home, for the specifications beside the commands. */

export const NOW = instant('2026-11-20T09:00Z');
export const corporation: HomeActor = { partner: 'corporatie' };
export const candidate = { casus: 'eva', step: 'E9' };
export const features = { rooms: 2, stepFree: true, lift: false, neighbourhood: 'Lindenkwartier', rentCents: 65_000 };

export const registered = homeEvent('HomeRegistered', {
  landlord: 'corporatie',
  features,
  freeFrom: localDate('2026-12-01'),
});
export const reserved = homeEvent('HomeReserved', { candidate });
export const offered = homeEvent('HomeOffered', { candidate, offer: 'offer-1', expiresOn: localDate('2026-11-24') });
export const accepted = homeEvent('HomeAccepted', { candidate, offer: 'offer-1' });
export const isLet = homeEvent('HomeLet', { candidate, from: localDate('2026-12-01') });
export const withdrawn = homeEvent('HomeWithdrawn', { reason: 'renovated' });

const FIRST = instant('2026-11-16T09:00Z');

/** An event as recorded; by default long enough ago. */
export const at = (occurredAt: Instant, event: HomeEvent, revision = 0): HomeFact => ({
  home: 'linde-4',
  revision,
  occurredAt,
  recordedAt: occurredAt,
  ...event,
});

export const folded = (events: readonly (HomeEvent | HomeFact)[]): Home | undefined =>
  events
    .map((event, revision) => ('home' in event ? event : at(FIRST, event, revision)))
    .reduce<Home | undefined>((home, fact) => homeDecider.evolve(home, fact), homeDecider.initialState);

type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, K> : never;

/** A command about one home, by its corporation, now, unless it says otherwise. */
export type CommandInBrief = Without<HomeCommand, 'home' | 'actor' | 'occurredAt' | 'recordedAt'> &
  Partial<Pick<HomeCommand, 'actor' | 'occurredAt' | 'recordedAt'>>;

const inFull = (brief: CommandInBrief): HomeCommand => ({
  home: 'linde-4',
  actor: corporation,
  occurredAt: brief.recordedAt ?? NOW,
  recordedAt: NOW,
  ...brief,
});

export const given = (...facts: readonly (HomeEvent | HomeFact)[]) => ({
  when: (brief: CommandInBrief) => {
    const decision = homeDecider.decide(inFull(brief), folded(facts));
    return {
      then: (...events: readonly HomeEvent[]) => {
        expect(decision).toEqual({ accepted: true, events });
      },
      thenRefused: (code: HomeRejectionCode, details?: object) => {
        if (decision.accepted) throw new Error(`accepted, where ${code} was expected`);
        expect(decision.rejection).toMatchObject({ code, ...(details && { details }) });
      },
    };
  },
});
