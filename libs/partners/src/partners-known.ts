import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { BEGINNING } from '#event-sourcing/position';
import { PARTNER_CATEGORY, readPartnerFact, type PartnerFact } from '#partners/partner-fact';
import { partnersOverTime, type PartnersOverTime } from '#partners/partners-over-time';

/** The partner directory through time, as the log tells it: calendars, opening hours and norms of any moment. */
export interface PartnersKnown {
  /** All that is known now, or what had been recorded by `knownAt`. Rejects when the log cannot be read. */
  by(knownAt?: Instant): Promise<PartnersOverTime>;
}

const PAGE = 1000;

/** Reads the facts of all partners from the log once, and from then on only what came after. */
export function partnersKnown(log: Pick<EventStore, 'readAll'>): PartnersKnown {
  let facts: readonly PartnerFact[] = [];
  let now = partnersOverTime(facts);
  let position = BEGINNING;
  let reading: Promise<void> | undefined;

  async function readOn(): Promise<void> {
    for (;;) {
      const page = await log.readAll({ after: position, limit: PAGE, categories: [PARTNER_CATEGORY] });
      if (page.events.length > 0) {
        facts = [...facts, ...page.events.map(readPartnerFact)];
        now = partnersOverTime(facts);
      }
      position = page.position;
      if (page.end) return;
    }
  }

  async function refresh(): Promise<void> {
    // Whoever comes while others read waits for them and then reads what came after.
    while (reading) await reading;
    reading = readOn().finally(() => (reading = undefined));
    await reading;
  }

  return {
    async by(knownAt) {
      await refresh();
      if (knownAt === undefined) return now;
      const known = facts.filter(({ recordedAt }) => recordedAt <= knownAt);
      return known.length === facts.length ? now : partnersOverTime(known);
    },
  };
}
