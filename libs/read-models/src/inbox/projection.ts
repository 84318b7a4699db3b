import type { RecordedEvent } from '#event-sourcing/event';
import type { Projection } from '#event-sourcing/projection';
import { categoryOf, idOf, streamName } from '#event-sourcing/stream-name';
import { localDate } from '#calendar/local-date';
import { breachOf } from '#casus/clocks/step-clock';
import { readFact } from '#casus/fact';
import { readInboxFact } from '#casus/inbox/inbox-fact';
import { INBOX_CATEGORY, itemIdOf } from '#casus/inbox/inbox-item';
import { readWatchFact, WATCH_CATEGORY, type WatchFact } from '#casus/watch/watch-fact';
import type { InboxChange } from '#read-models/inbox/change';
import type { InboxCourseTable, InboxRow } from '#read-models/inbox/table';
import { writeInbox } from '#read-models/inbox/write-rows';
import { referenceOfStream, type Named } from '#read-models/projector/reference';
import { viewOver } from '#read-models/projector/view';
import { VIEW_VERSIONS } from '#read-models/view-name';

const NO_NEWS = { root: null, on_the_move: null, since: null, ended_at: null, due: null } as const;

const promiseOf = (casus: string, promise: string): string => `${casus}/promise/${promise}`;

/** What the last day is that a warning is about: the end of what it is known by. */
const lastDayIn = (of: string) => localDate(of.slice(of.lastIndexOf('/') + 1));

function itemOf({ position }: RecordedEvent, reference: string, fact: WatchFact<'Escalated'>): InboxRow {
  const { casus, revision, recordedAt } = fact;
  const { of, why, about, pattern, level, role, partner, person, at } = fact.data;
  const last_day = why === 'stall' ? null : lastDayIn(of);
  return {
    item: itemIdOf({ casus, revision }),
    position,
    casus,
    reference,
    subject: why === 'promise' ? promiseOf(casus, about) : of,
    about,
    pattern,
    last_day,
    partner,
    person: person ?? null,
    at,
    recorded_at: recordedAt,
    open_until: last_day === null ? 'infinity' : breachOf(last_day),
    why,
    level,
    role,
  };
}

type News = Pick<InboxCourseTable, 'subject' | 'news'> & Partial<InboxCourseTable>;

const begun = ({ root, onTheMove, since }: WatchFact<'StallBegan'>['data']) => ({
  root,
  on_the_move: onTheMove,
  since,
});

/** What the watch found out of a stall. */
function ofStall(fact: WatchFact): News | undefined {
  switch (fact.type) {
    case 'StallBegan':
      return { subject: fact.data.stall, news: 'lasts', ...begun(fact.data) };
    case 'StallEnded':
      return { subject: fact.data.stall, news: 'ended', ended_at: fact.data.until };
    case 'StallCorrected': {
      const { stall: subject, instead } = fact.data;
      if (!instead) return { subject, news: 'never-was' };
      return { subject, news: instead.until === null ? 'lasts' : 'ended', ...begun(instead), ended_at: instead.until };
    }
    default:
      return undefined;
  }
}

/** What became of a promise. */
function ofPromise(event: RecordedEvent): News | undefined {
  const fact = readFact(event);
  const casus = idOf(event.stream);
  const ended_at = fact.occurredAt;
  switch (fact.type) {
    case 'PromiseKept':
      return { subject: promiseOf(casus, fact.data.promise), news: 'kept', ended_at };
    case 'PromiseReleased':
      return { subject: promiseOf(casus, fact.data.promise), news: 'released', ended_at };
    case 'PromiseRenegotiated':
      return { subject: promiseOf(casus, fact.data.promise), news: 'moved', ended_at, due: fact.data.due };
    default:
      return undefined;
  }
}

function marksOf(event: RecordedEvent): InboxChange[] {
  const { type, partner, data, occurredAt: at } = readInboxFact(event);
  return [{ mark: { item: data.item, person: data.person ?? '', partner, read: type === 'InboxItemRead', at } }];
}

const TYPES = [
  ...['Escalated', 'StallBegan', 'StallEnded', 'StallCorrected'],
  ...['PromiseKept', 'PromiseReleased', 'PromiseRenegotiated'],
  ...['InboxItemRead', 'InboxItemUnread'],
];

/** A row per escalation, with what became of what it is about, and who read it. */
export const inboxProjection: Projection<Named | undefined, InboxChange> & { name: 'inbox' } = {
  name: 'inbox',
  version: VIEW_VERSIONS.inbox,
  types: TYPES,
  project(event, named) {
    const category = categoryOf(event.stream);
    if (category === INBOX_CATEGORY) return marksOf(event);
    const fact = category === WATCH_CATEGORY ? readWatchFact(event) : undefined;
    if (fact?.type === 'Escalated' && named) return [{ item: itemOf(event, named.reference, fact) }];
    const news = fact ? ofStall(fact) : ofPromise(event);
    const { position, metadata } = event;
    return news ? [{ course: { ...NO_NEWS, position, recorded_at: metadata.recordedAt, ...news } }] : [];
  },
};

export const inboxView = viewOver({
  projection: inboxProjection,
  reads: { categories: ['casus', WATCH_CATEGORY, INBOX_CATEGORY], types: TYPES },
  contexts: ({ readStream }) => {
    const named = referenceOfStream(readStream);
    return (event) =>
      event.type === 'Escalated' ? named(streamName('casus', idOf(event.stream))) : Promise.resolve(undefined);
  },
  write: writeInbox,
});
