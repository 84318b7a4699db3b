import type { Instant } from '#event-sourcing/instant';
import type { CasusDealing } from '#read-models/dealings/query';
import type { Offer } from '#read-models/figures/offer';

/** A step of one casus, in a word. */
export const placeOf = ({ casus, step }: { readonly casus: string; readonly step: string | null }): string =>
  `${casus} ${step ?? ''}`;

/**
 * Which offers came back and were made again, to whomever: declined by the receiver, or accepted and given back by it.
 * What the resident chose is no partner's doing. `offers` and `returns` of the whole history of their steps.
 */
export function bouncedOffers(offers: readonly Offer[], returns: readonly CasusDealing[]): ReadonlySet<Offer> {
  const byStep = Map.groupBy(offers, placeOf);
  const back = Map.groupBy(
    returns.filter(({ reason }) => reason !== 'resident-declined'),
    placeOf,
  );
  const bounced = new Set<Offer>();
  for (const [place, ofStep] of byStep) {
    const offeredFrom = (at: Instant, than: Offer) => ofStep.some((other) => other !== than && other.offeredAt >= at);
    for (const offer of ofStep) {
      const { state, endedAt, reason } = offer;
      if (state === 'declined' && endedAt !== null && reason !== 'resident-declined' && offeredFrom(endedAt, offer)) {
        bounced.add(offer);
      }
    }
    for (const { from, beganAt } of back.get(place) ?? []) {
      const taken = ofStep
        .filter(
          ({ to, state, endedAt }) => to === from && state === 'accepted' && endedAt !== null && endedAt <= beganAt,
        )
        .sort((a, b) => ((a.endedAt ?? '') < (b.endedAt ?? '') ? -1 : 1))
        .at(-1);
      if (taken && offeredFrom(beganAt, taken)) bounced.add(taken);
    }
  }
  return bounced;
}
