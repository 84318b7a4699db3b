import { partnerUnknown } from '#commands/refusal';
import type { EventStore } from '#event-sourcing/event-store';
import { streamName } from '#event-sourcing/stream-name';
import type { FeedSources } from '#messaging/feed-http/feed-sources';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { ProblemError, problemOfRefusal } from '#platform/http/problem';

export const FEED_SOURCES = Symbol('sources of the feed');

/** Ends the request of a partner that is not in the partner directory. */
export const inDirectory =
  (log: Pick<EventStore, 'readStream'>): FeedSources['assertPartner'] =>
  async (partner) => {
    const [registered] = await log.readStream(streamName(PARTNER_CATEGORY, partner), { limit: 1 });
    if (!registered) throw new ProblemError(problemOfRefusal(partnerUnknown(partner)));
  };
