import { plusMs, type Instant } from '#event-sourcing/instant';
import { localDateOf, plusDays } from '#calendar/local-date';
import { ANSWER_KINDS } from '#partners/norm';
import { partnerEvent, type PartnerEvent } from '#partners/partner-events';
import type { PartnerFact } from '#partners/partner-fact';
import type { Chance } from '#tests/properties/chance';
import { PARTNERS, type PartnerName } from '#tests/properties/commands/cast';

const DAY = 86_400_000;

/** What partners set and plan from some time before an instant: norms, closing days, absences of their people. */
export function randomPartnerFacts(chance: Chance, around: Instant): PartnerFact[] {
  const day = (least: number, most: number) => plusDays(localDateOf(around), chance.between(least, most));
  const factsOf = (partner: PartnerName): PartnerFact[] => {
    const told: [Instant, PartnerEvent][] = [
      [plusMs(around, -30 * DAY), partnerEvent('PartnerRegistered', { kind: 'other', name: partner })],
    ];
    const tell = (event: PartnerEvent) => told.push([plusMs(around, chance.between(-20 * DAY, 60 * DAY)), event]);
    for (const of of ANSWER_KINDS) {
      if (chance.happens(0.4)) tell(partnerEvent('PartnerNormSet', { of, workingDays: chance.between(1, 6) }));
    }
    if (chance.happens(0.5)) {
      const days = Array.from({ length: 8 }, () => day(0, 90));
      tell(partnerEvent('PartnerClosingDaysSet', { days: [...new Set(days)] }));
    }
    for (const person of ['p1', 'p2']) {
      let from = day(0, 20);
      for (let n = 0; n < 3; n++) {
        const until = plusDays(from, chance.between(0, 12));
        const absence = `${person}-${n}`;
        const substitute = chance.perhaps(0.2, () => 'p3');
        tell(partnerEvent('PartnerAbsencePlanned', { absence, person, from, until, substitute }));
        from = plusDays(until, chance.between(2, 15));
      }
    }
    return told
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([occurredAt, event], revision) => {
        const told = { partner, revision, occurredAt, recordedAt: occurredAt, actor: { partner } };
        // A spread of a union is not that union to the compiler.
        return { ...event, ...told };
      });
  };
  return PARTNERS.flatMap(factsOf);
}
