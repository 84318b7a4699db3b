import type { Sender } from '#messaging/contract/cloud-event';
import { cursorText, parseCursor, START, type Cursor } from '#messaging/log-feed/cursor';
import type { LogFeed } from '#messaging/log-feed/log-feed';
import { problem, ProblemError } from '#platform/http/problem';

/** What a feed over HTTP is made of. */
export interface FeedSources {
  readonly feed: LogFeed;
  readonly sender: Sender;
  /** Ends the request of a partner that has no feed here. */
  readonly assertPartner: (partner: string) => void | Promise<void>;
  /** Aborts when the service begins to stop: whoever waits is answered then. */
  readonly stopping: AbortSignal;
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
