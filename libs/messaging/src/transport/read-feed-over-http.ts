import { aborted } from '#messaging/transport/aborted';
import type { ReadFeed } from '#messaging/transport/rewind';

/** The feed over HTTP cannot be read now. */
export class FeedUnreadable extends Error {
  constructor(what: string, cause?: unknown) {
    super(`the feed over HTTP cannot be read: ${what}`, { cause });
    this.name = 'FeedUnreadable';
  }
}

const LIMIT = '500';
const PATIENCE_MS = 30_000;

/** The feed of one partner (`GET /v1/feed`). `url`: where the feed is reached, once that is known. Rejects with FeedUnreadable. */
export const readFeedOverHttp =
  (url: Promise<string>, partner: string): ReadFeed =>
  async (after, stopping) => {
    const signal = AbortSignal.any([stopping, AbortSignal.timeout(PATIENCE_MS)]);
    const query = new URLSearchParams({ partner, limit: LIMIT, ...(after !== undefined && { after }) });
    let answer: Response;
    let batch: unknown;
    try {
      const base = await Promise.race([url, aborted(signal)]);
      if (base === undefined) throw new FeedUnreadable('it is not known where it is');
      const headers = { 'aanzet-partner': partner };
      answer = await fetch(`${base}/v1/feed?${query.toString()}`, { headers, redirect: 'error', signal });
      batch = await answer.json();
    } catch (error) {
      throw new FeedUnreadable('no answer', error);
    }
    if (!answer.ok) throw new FeedUnreadable(`status ${answer.status}`);
    const next = answer.headers.get('aanzet-next');
    if (next === null || !Array.isArray(batch)) throw new FeedUnreadable('no feed answers there');
    const from = after ?? 'the beginning';
    const messages = batch.map((event: unknown, n) => ({
      place: `feed ${partner}, ${n + 1} from ${from}`,
      content: JSON.stringify(event),
    }));
    const ends = answer.headers.get('aanzet-end');
    // A feed service of before that header is at its end where the place stays.
    return { messages, next, end: ends === null ? next === after : ends === 'true' };
  };
