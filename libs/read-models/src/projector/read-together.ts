import type { EventStore, LogPage } from '#event-sourcing/event-store';
import { categoryOf } from '#event-sourcing/stream-name';
import { PARTNER_CATEGORY } from '#partners/partner-fact';
import { LRUCache } from 'lru-cache';

/** What views that read every type read, all or some of it. */
const TOGETHER: readonly string[] = ['casus', PARTNER_CATEGORY];

/** Of views that take turns none is further ahead of another than a page on its way into the tables and the next. */
const KEPT = 3;

/**
 * A log that views read side by side while they are behind: a page that one has read is not read again for the others.
 * They may go apart, and begin apart; then each reads for itself. Pages at the end of the log are not kept, for they grow.
 */
export function readTogether(store: EventStore): EventStore {
  const pages = new LRUCache<string, Promise<LogPage>>({ max: KEPT });

  function pageAfter(after: LogPage['position'], limit: number): Promise<LogPage> {
    const key = `${after} ${limit}`;
    const kept = pages.get(key);
    if (kept) return kept;
    const read = store.readAll({ after, limit, categories: TOGETHER });
    const forget = () => {
      if (pages.peek(key) === read) pages.delete(key);
    };
    pages.set(key, read);
    read.then(({ end }) => {
      // The views are level: what they took need not be held any more.
      if (end) pages.clear();
    }, forget);
    return read;
  }

  const readAll: EventStore['readAll'] = async (options) => {
    const { after, limit, types, categories } = options;
    if (types || !categories?.every((category) => TOGETHER.includes(category))) return store.readAll(options);
    const page = await pageAfter(after, limit);
    return { ...page, events: page.events.filter(({ stream }) => categories.includes(categoryOf(stream))) };
  };

  return {
    ...store,
    readAll,
    async *subscribe(options) {
      const { after, signal, limit, ...filter } = options;
      let position = after;
      for (let end = limit === undefined; limit !== undefined && !end && !signal.aborted;) {
        const page = await readAll({ after: position, limit, ...filter });
        if (page.position > position) yield page;
        ({ position, end } = page);
      }
      yield* store.subscribe({ ...options, after: position });
    },
  };
}
