import { localDateOf, startOfDay } from '#calendar/local-date';
import type { RecordedEvent } from '#event-sourcing/event';
import { instant, type Instant } from '#event-sourcing/instant';
import type { PublicEvent } from '#messaging/contract/public-event';
import { evolveHome } from '#homes/evolve';
import type { Home } from '#homes/home';
import { HOME_CATEGORY, readHomeFact } from '#homes/home-fact';
import { LRUCache } from 'lru-cache';
import type { TellFrom } from '#messaging/told/told';
import { enveloped } from '#messaging/translate/envelope';
import { foldBefore, type FoldedTo } from '#messaging/translate/fold-before';
import { homeSaid } from '#messaging/translate/home-sayings';

type Known = Home | undefined;

const HOMES_KEPT = 500;
const HOME = {
  initial: undefined as Known,
  evolve: (home: Known, event: RecordedEvent): Known => evolveHome(home, readHomeFact(event)),
};

/** At the beginning of its day. */
const ofItsDay = (at: Instant): Instant => startOfDay(localDateOf(at));

/**
 * By the day alone: to the millisecond, what is told of a casus at the same moment would say who goes to live in a home.
 */
function byDay(event: PublicEvent): PublicEvent {
  const { data, time } = event;
  // The same event with other instants; the compiler cannot follow the union.
  return {
    ...event,
    time: ofItsDay(time),
    data: { ...data, occurredAt: ofItsDay(instant(data.occurredAt)) },
  } as PublicEvent;
}

/**
 * What the log of a housing corporation tells: of homes, to the corporation itself, and to the installation by the day
 * alone.
 */
export const homesTold: TellFrom = (store) => {
  const homes = new LRUCache<string, FoldedTo<Known>>({ max: HOMES_KEPT });
  return {
    categories: [HOME_CATEGORY],
    async of(event) {
      const { stream, position, revision, metadata } = event;
      const fact = readHomeFact(event);
      const { state: before } = await foldBefore(store, stream, position, homes.get(stream), HOME);
      const after = evolveHome(before, fact);
      homes.set(stream, { revision, position, state: after });
      const about = { subject: fact.home, root: `/v1/homes/${encodeURIComponent(fact.home)}`, at: metadata.recordedAt };
      return homeSaid(fact, before, after)
        .map((said, index) => enveloped(event, about, said, index))
        .flatMap((told) => [
          { partner: null, event: byDay(told) },
          { partner: after.landlord, event: told },
        ]);
    },
  };
};
