import { instant, type Instant } from '#event-sourcing/instant';
import type { Partner } from '#partners/partner';
import type { PartnerCommand, PartnerCommandActor } from '#partners/partner-commands';
import { partnerDecider } from '#partners/partner-decider';
import { partnerEvent, type PartnerEvent } from '#partners/partner-events';
import type { PartnerFact } from '#partners/partner-fact';
import type { PartnerRejectionCode } from '#partners/partner-rejection';

/** Given–when–then over the decider of a partner, for the specifications beside the commands. */

export const REGISTERED_AT = instant('2026-08-31T07:00Z');
export const NOW = instant('2026-11-02T08:00Z');
export const welfare: PartnerCommandActor = { partner: 'welzijn', kind: 'welfare' };
export const socialTeam: PartnerCommandActor = { partner: 'sociaal-team', kind: 'social-team' };
export const housingCorporation: PartnerCommandActor = { partner: 'corporatie', kind: 'housing-corporation' };

/** An event as recorded of `welzijn`; by default at its registration. */
export const factOf = (event: PartnerEvent, more: Partial<PartnerFact> = {}): PartnerFact =>
  // A spread of a union is not that union to the compiler.
  ({
    partner: 'welzijn',
    revision: 0,
    occurredAt: REGISTERED_AT,
    recordedAt: REGISTERED_AT,
    actor: { partner: 'sociaal-team' },
    ...event,
    ...more,
  }) as PartnerFact;

export const registered = partnerEvent('PartnerRegistered', { kind: 'welfare', name: 'Welzijn' });

/** An event that occurred at another instant than the registration. */
export const at = (occurredAt: string, event: PartnerEvent): PartnerFact =>
  factOf(event, { occurredAt: instant(occurredAt), recordedAt: instant(occurredAt) });

type Without<C, K extends PropertyKey> = C extends unknown ? Omit<C, K> : never;

/** A command about `welzijn`, by itself, now, unless it says otherwise. */
export type CommandInBrief = Without<PartnerCommand, 'partner' | 'actor' | 'occurredAt' | 'recordedAt'> & {
  readonly partner?: string;
  readonly actor?: PartnerCommandActor;
  readonly occurredAt?: Instant;
  readonly recordedAt?: Instant;
};

const inFull = (brief: CommandInBrief): PartnerCommand => ({
  partner: 'welzijn',
  actor: welfare,
  occurredAt: brief.recordedAt ?? NOW,
  recordedAt: NOW,
  ...brief,
});

export const folded = (facts: readonly (PartnerEvent | PartnerFact)[]): Partner | undefined =>
  facts
    .map((fact) => ('partner' in fact ? fact : factOf(fact)))
    .reduce<Partner | undefined>((partner, fact) => partnerDecider.evolve(partner, fact), partnerDecider.initialState);

export const given = (...facts: readonly (PartnerEvent | PartnerFact)[]) => ({
  when: (brief: CommandInBrief) => {
    const decision = partnerDecider.decide(inFull(brief), folded(facts));
    return {
      then: (...events: readonly PartnerEvent[]) => {
        expect(decision).toEqual({ accepted: true, events });
      },
      thenRefused: (code: PartnerRejectionCode, details?: object) => {
        if (decision.accepted) throw new Error(`accepted, where ${code} was expected`);
        expect(decision.rejection).toMatchObject({ code, ...(details && { details }) });
      },
    };
  },
});
