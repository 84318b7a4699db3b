import type { EventStore } from '#event-sourcing/event-store';
import { BEGINNING } from '#event-sourcing/position';
import { evolvePartner } from '#partners/evolve';
import type { Partner } from '#partners/partner';
import { PARTNER_CATEGORY, readPartnerFact } from '#partners/partner-fact';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { partnersKnown } from '#partners/partners-known';

/** The partner directory as the write side looks things up in it: by id, read on when an id is not known yet. */
export interface PartnerBook {
  find(id: string): Promise<Partner | undefined>;
  /** How many partners are known, once all has been read. */
  count(): Promise<number>;
  /** The directory through time, as far as the log tells it now. */
  overTime(): Promise<PartnersOverTime>;
}

const PAGE = 1000;

/**
 * Folds the partners from their streams. What it is asked for (existence and kind) never changes once registered, so it
 * reads on only when it is asked for somebody it does not know.
 */
export function partnerBook(store: EventStore): PartnerBook {
  const partners = new Map<string, Partner>();
  let position = BEGINNING;
  let reading: Promise<void> | undefined;
  const known = partnersKnown(store);

  async function readOn(): Promise<void> {
    for (;;) {
      const page = await store.readAll({ after: position, limit: PAGE, categories: [PARTNER_CATEGORY] });
      for (const event of page.events) {
        const fact = readPartnerFact(event);
        partners.set(fact.partner, evolvePartner(partners.get(fact.partner), fact));
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
    async find(id) {
      if (!partners.has(id)) await refresh();
      return partners.get(id);
    },
    async count() {
      await refresh();
      return partners.size;
    },
    overTime: () => known.by(),
  };
}
