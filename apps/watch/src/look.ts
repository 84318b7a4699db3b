import { v5 } from 'uuid';
import { Contended, UnreadableEvent } from '#apps/watch/src/faults';
import { casusFolding } from '#casus/casus-decider';
import { readFact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
import { foresee, noticesBy, type Foreseen, type Notices } from '#casus/watch/notices';
import { watchDecider, type Watch } from '#casus/watch/watch-decider';
import { instantOf, type WatchEvent } from '#casus/watch/watch-events';
import { readWatchFact, WATCH_CATEGORY } from '#casus/watch/watch-fact';
import type { ProposedEvent, RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { load, type StateCache } from '#event-sourcing/execute';
import { later } from '#event-sourcing/instant';
import { nextRevision, type CurrentRevision } from '#event-sourcing/expected-revision';
import { streamName } from '#event-sourcing/stream-name';
import type { Clock } from '#platform/clock';
import type { PartnersKnown } from '#partners/partners-known';
import type { PartnersOverTime } from '#partners/partners-over-time';
import { partnersIn } from '#read-models/stalls/involved';
import type { Agenda } from '#read-models/watch/agenda';

/** What is to come of a casus as it stands at a revision, by a partner directory. */
export interface Outlook {
  readonly revision: CurrentRevision;
  readonly partners: PartnersOverTime;
  readonly foreseen: Foreseen;
}

/** Where an outlook may be kept between looks, by casus. Losing one costs time, never truth. */
export interface OutlookCache {
  get(casus: string): Outlook | undefined;
  set(casus: string, outlook: Outlook): void;
}

/** What looking at a casus needs. The caches hold what was folded before, of casus and of what is on record of them. */
export interface Post {
  readonly store: EventStore;
  readonly partners: PartnersKnown;
  readonly agenda: Pick<Agenda, 'note'>;
  readonly clock: Clock;
  readonly histories: StateCache<CasusHistory>;
  readonly records: StateCache<Watch>;
  readonly outlooks: OutlookCache;
}

/** The namespace of the ids of what the system notices. */
const NOTICES = '0f0c7f86-52f5-4c0e-9d2b-5a3c3f1b7e64';

/** Who acts when the system does. */
const SYSTEM = { partner: 'aanzet' };

const TRIES = 8;

function proposed(event: WatchEvent, at: Notices['at'], stream: string, revision: number): ProposedEvent<WatchEvent> {
  const id = v5(`${stream} ${revision}`, NOTICES);
  // What lies ahead of the clock of this machine was told by one that runs ahead.
  const occurredAt = instantOf(event) ?? at;
  const metadata = { actor: SYSTEM, occurredAt, recordedAt: at, commandId: id, correlationId: id, causationId: id };
  return { id, type: event.type, schemaVersion: event.schemaVersion, data: event.data, metadata };
}

const involved = ({ facts }: CasusHistory): readonly string[] => [...new Set(facts.flatMap(partnersIn))];

const reading =
  <Read>(read: (event: RecordedEvent) => Read) =>
  (event: RecordedEvent): Read => {
    try {
      return read(event);
    } catch (error) {
      throw new UnreadableEvent(event, error);
    }
  };

/**
 * Looks at one casus: writes what must be on record of it by now and is not, until there is nothing more to write, and
 * notes when to look again. Looking twice, or with several at once, records nothing twice. Rejects with Contended, with
 * UnreadableEvent, and with what log and tables reject with.
 */
export async function look(post: Post, casus: string): Promise<void> {
  const { store, partners, agenda, clock, outlooks } = post;
  const stream = streamName(WATCH_CATEGORY, casus);
  const ofRecord = { store, read: reading(readWatchFact), cache: post.records };
  const ofCasus = { store, read: reading(readFact), cache: post.histories };
  const foreseenOf = (history: CasusHistory, by: Omit<Outlook, 'foreseen'>): Foreseen => {
    const kept = outlooks.get(casus);
    if (kept?.revision === by.revision && kept.partners === by.partners) return kept.foreseen;
    const foreseen = foresee(casus, history, by.partners);
    outlooks.set(casus, { ...by, foreseen });
    return foreseen;
  };
  for (let attempt = 0; attempt < TRIES; attempt++) {
    const known = await store.head();
    // First what is on record, then what happened: so whoever finds the record unchanged knows no less than its writer.
    const record = await load(watchDecider, ofRecord, stream);
    const { state: history, revision } = await load(casusFolding, ofCasus, streamName('casus', casus));
    const directory = await partners.by();
    const now = clock.now();
    const at = record.state.recordedAt === undefined ? now : later(now, record.state.recordedAt);
    const notices = noticesBy(foreseenOf(history, { revision, partners: directory }), at);
    const decision = watchDecider.decide(notices, record.state);
    if (!decision.accepted) {
      await agenda.note({ casus, known, wakeAt: notices.next, partners: involved(history) });
      return;
    }
    const first = nextRevision(record.revision);
    const events = decision.events.map((event, n) => proposed(event, at, stream, first + n));
    // Whatever becomes of it: another may have found nothing to write by what came since, and not look again.
    await store.append([{ stream, expected: record.revision, events }]);
  }
  throw new Contended(stream);
}
