import { streamName } from '#event-sourcing/stream-name';
import type { EventStore } from '#event-sourcing/event-store';
import type { BodyClass } from '#commands/form/form';
import { parseBody } from '#commands/parse-command';
import { fieldsInvalid, partnerUnknown } from '#commands/refusal';
import type { Sender } from '#messaging/contract/cloud-event';
import { cursorText, parseCursor, START, type Cursor } from '#messaging/log-feed/cursor';
import type { LogFeed } from '#messaging/log-feed/log-feed';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { problem, ProblemError, problemOfRefusal } from '#platform/http/problem';

/** What the feed is made of. */
export interface FeedSources {
  readonly feed: LogFeed;
  readonly log: Pick<EventStore, 'readStream'>;
  readonly sender: Sender;
  /** Aborts when the service begins to stop: whoever waits is answered then. */
  readonly stopping: AbortSignal;
}

export const FEED_SOURCES = Symbol('sources of the feed');

/** Reads parameters or a body. Ends the request when they do not fit. */
export function fieldsOf<Fields extends object>(of: BodyClass<Fields>, given: unknown): Fields {
  const parsed = parseBody(of, given);
  if (!parsed.fits) throw new ProblemError(problemOfRefusal(fieldsInvalid(parsed.errors)));
  return parsed.fields;
}

/** Ends the request of a partner that is not in the partner directory. */
export async function assertPartner({ log }: Pick<FeedSources, 'log'>, partner: string): Promise<void> {
  const [registered] = await log.readStream(streamName(PARTNER_CATEGORY, partner), { limit: 1 });
  if (!registered) throw new ProblemError(problemOfRefusal(partnerUnknown(partner)));
}

/** The place that is asked for; the beginning when none is. Ends the request for one that this log does not have. */
export async function placeOf({ feed }: Pick<FeedSources, 'feed'>, after: string | undefined): Promise<Cursor> {
  const place = (after === undefined ? undefined : parseCursor(after)) ?? START;
  if (!(await feed.isBeyond(place))) return place;
  throw new ProblemError(
    problem(
      404,
      'place-unknown',
      'There is no such place in this feed: it lies beyond the end. Begin at the beginning.',
      { after: cursorText(place) },
    ),
  );
}
