import type { Logger } from 'pino';
import type { Sender } from '#messaging/contract/cloud-event';
import type { FeedSources } from '#messaging/feed-http/feed-sources';
import { FeedTrouble } from '#messaging/kafka/feed-trouble';
import { logFeed } from '#messaging/log-feed/log-feed';
import { homesTold } from '#messaging/told/homes-told';
import { remembered } from '#messaging/told/remembered';
import type { EventSource } from '#messaging/transport/event-source';
import { Receiver, ReceiverModule } from '#messaging/transport/receiver.module';
import type { EventStore } from '#event-sourcing/event-store';
import type { SuitableAllocation } from '#homes/matching/suitable-allocation';
import type { Clock } from '#platform/clock';
import { headerIdentity } from '#platform/http/acting';
import { nestLogger } from '#platform/logging';
import { newId } from '#platform/new-id';
import { sha256 } from '#stores/sha256';
import type { Part } from '#installation/service';
import { assertLandlord } from '#apps/allocation/src/assert-landlord';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import { SCHEMA } from '#apps/allocation/src/allocation-schema';
import { AllocationEventsModule, AllocationModule } from '#apps/allocation/src/allocation.module';
import { Candidates } from '#apps/allocation/src/candidates';
import type { HomeDeps } from '#apps/allocation/src/carry-out-command';
import type { CasusApi } from '#apps/allocation/src/casus-api';
import { answering } from '#apps/allocation/src/errands/answering';
import { bell } from '#apps/allocation/src/errands/bell';
import { runErrands } from '#apps/allocation/src/errands/errands';
import { noteExpired } from '#apps/allocation/src/errands/expiring';
import { noteFound } from '#apps/allocation/src/errands/finding';
import { hearing } from '#apps/allocation/src/errands/hearing';
import { lookUp } from '#apps/allocation/src/errands/looking';
import { notingRefusals } from '#apps/allocation/src/errands/noting-refusals';
import { sendFigures } from '#apps/allocation/src/figures-sent';
import { onlyOne } from '#apps/allocation/src/only-one';
import { reserving } from '#apps/allocation/src/reserving';
import { Shelf } from '#apps/allocation/src/shelf';
import { LRUCache } from 'lru-cache';

/** What the service is put together from. */
export interface AllocationOptions {
  /** Its own log, and its own tables. */
  readonly store: EventStore;
  readonly db: AllocationDatabase;
  /** From where public events come. */
  readonly events: EventSource;
  /** Who sends public events: the casus side, whose are taken, and this service, which tells of homes. */
  readonly sender: Sender;
  readonly api: CasusApi;
  readonly clock: Clock;
  readonly log: Logger;
  /** The corporation, and as whom the service acts for it. */
  readonly partner: string;
  readonly person: string;
  readonly allocation: SuitableAllocation;
  /** Aborts when the stop begins. */
  readonly stopping: AbortSignal;
}

const HOMES_KEPT = 1000;

/** Puts the service together. Its errands run from now on, public events come in once the application has started. */
export function allocation(options: AllocationOptions): Required<Part> {
  const { store, db, events, sender, api, clock, log, partner, person, stopping } = options;
  const shelf = new Shelf(store);
  const candidates = new Candidates(db, shelf, options.allocation);
  const deps: HomeDeps = {
    ...{ store, newId, sha256, landlord: partner },
    partners: onlyOne(partner),
    homeStates: new LRUCache({ max: HOMES_KEPT }),
    searchStates: new LRUCache({ max: HOMES_KEPT }),
    isCandidate: (candidate) => candidates.isKnown(candidate),
    offeredStep: (casus, handoff) => candidates.offeredStep(casus, handoff),
    reserving: reserving(db, shelf, clock),
    prospect: (candidate) => candidates.prospect(candidate, clock.now()),
  };
  const receiver = new Receiver({
    source: events,
    inbox: { db, schema: SCHEMA, consumer: SCHEMA, sources: [sender.source] },
    handlers: AllocationEventsModule.register(partner),
    logger: nestLogger(log),
    log,
  });
  const doorbell = bell();
  const errands = runErrands(
    [
      hearing(store, doorbell),
      { name: 'looking', work: (signal) => lookUp({ db, api, partner }, clock.now(), signal) },
      { name: 'finding', work: () => noteFound(deps, candidates, { partner, person }, clock.now()) },
      { name: 'expiring', work: () => noteExpired(deps, shelf, { partner, person }, clock.now()) },
      {
        name: 'answering',
        work: answering({ store, db, api, noteRefusal: notingRefusals(deps, { partner, person }, clock) }),
      },
    ],
    { log, ending: stopping, bell: doorbell },
  );
  const endFigures = sendFigures({ store, db, shelf, clock, receiving: () => receiver.health() });
  const desk = { db, shelf, candidates, clock, identity: headerIdentity, landlord: partner };
  const feed: FeedSources = {
    ...{ sender, stopping, feed: logFeed(store, remembered(homesTold(store))) },
    assertPartner: (asks) => {
      assertLandlord(partner, asks);
    },
  };
  return {
    modules: [AllocationModule.register(deps, desk, feed), ReceiverModule.of(receiver)],
    probes: {
      // The staff can work while the casus cannot be reached: what is to be sent waits.
      allocation() {
        const { state, ...more } = receiver.health();
        const why = 'why' in more && { why: more.why };
        // Made of names and codes, as the text of no other fault is.
        const trouble = 'fault' in more && more.fault instanceof FeedTrouble && { trouble: more.fault.message };
        return Promise.resolve({ receiving: state, ...why, ...trouble, troubled: [...errands.troubles.keys()] });
      },
    },
    close() {
      endFigures();
      return errands.stop();
    },
  };
}
