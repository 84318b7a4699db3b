import { LRUCache } from 'lru-cache';
import { readFact } from '#casus/fact';
import { NO_HISTORY, withFact, type CasusHistory } from '#casus/history';
import { readWatchFact, WATCH_CATEGORY } from '#casus/watch/watch-fact';
import type { RecordedEvent } from '#event-sourcing/event';
import type { EventStore } from '#event-sourcing/event-store';
import { categoryOf, idOf, streamName } from '#event-sourcing/stream-name';
import { foldBefore, type FoldedTo } from '#messaging/translate/fold-before';
import { partnersNamed } from '#messaging/translate/partners-named';
import type { KnownStall, Scene } from '#messaging/translate/scene';
import { PARTNER_CATEGORY, readPartnerFact } from '#partners/partner-fact';
import type { PartnerKind } from '#partners/partner-kind';

/** What was known around private events, read from the log. */
export interface Scenes {
  /** Rejects when the log cannot be read; throws what an event that cannot be read throws. */
  of(recorded: RecordedEvent): Promise<Scene>;
}

type Stalls = ReadonlyMap<string, KnownStall>;

const CASUS_KEPT = 500;
const CASUS = {
  initial: NO_HISTORY,
  evolve: (history: CasusHistory, event: RecordedEvent) => withFact(history, readFact(event)),
};

const WATCH = {
  initial: new Map<string, KnownStall>() as Stalls,
  evolve(stalls: Stalls, event: RecordedEvent): Stalls {
    const fact = readWatchFact(event);
    if (fact.type === 'StallBegan') return new Map(stalls).set(fact.data.stall, fact.data);
    if (fact.type !== 'StallCorrected' || !fact.data.instead) return stalls;
    return new Map(stalls).set(fact.data.stall, fact.data.instead);
  },
};

const ofPartner = (event: RecordedEvent): PartnerKind | undefined => {
  const fact = readPartnerFact(event);
  return fact.type === 'PartnerRegistered' ? fact.data.kind : undefined;
};

/**
 * Scenes over a log. They keep what they folded of some hundreds of casus, so that reading on costs little; they follow
 * from the log alone, so that everyone who asks, now or later, gets the same.
 */
export function scenesOver(store: Pick<EventStore, 'readStream'>): Scenes {
  const casus = new LRUCache<string, FoldedTo<CasusHistory>>({ max: CASUS_KEPT });
  const watches = new LRUCache<string, FoldedTo<Stalls>>({ max: CASUS_KEPT });
  const kinds = new Map<string, PartnerKind>();

  async function learnKinds(partners: Iterable<string>): Promise<void> {
    for (const partner of partners) {
      if (kinds.has(partner)) continue;
      // What it is is said at its registration and never changes.
      const [first] = await store.readStream(streamName(PARTNER_CATEGORY, partner), { limit: 1 });
      const kind = first && ofPartner(first);
      if (kind) kinds.set(partner, kind);
    }
  }

  return {
    async of(recorded) {
      const { stream, position, revision, metadata } = recorded;
      const id = idOf(stream);
      const isWatch = categoryOf(stream) === WATCH_CATEGORY;
      const known = casus.get(id);
      const follows = !isWatch && known?.revision === revision - 1;
      const folded = follows ? known : await foldBefore(store, streamName('casus', id), position, known, CASUS);
      const before = folded.state;
      const after = isWatch ? before : CASUS.evolve(before, recorded);
      casus.set(id, isWatch ? folded : { revision, position, state: after });

      let stalls: Stalls = WATCH.initial;
      if (isWatch) {
        const read = await foldBefore(store, stream, position, watches.get(id), WATCH);
        watches.set(id, read);
        stalls = read.state;
      }
      await learnKinds(after.casus ? partnersNamed(after.casus) : []);
      return {
        casus: id,
        before,
        after,
        at: metadata.recordedAt,
        kindOf: (partner) => kinds.get(partner) ?? 'other',
        stallOf: (stall) => stalls.get(stall),
      };
    },
  };
}
