import { Module, type DynamicModule } from '@nestjs/common';
import { WatchService } from '#apps/watch/src/watch.service';
import type { WatcherOptions, WatchLog } from '#apps/watch/src/watcher';
import type { EventStore } from '#event-sourcing/event-store';
import { partnersKnown } from '#partners/partners-known';
import type { Clock } from '#platform/clock';
import { checkpoints } from '#read-models/projector/checkpoints';
import type { ReadDatabase } from '#read-models/read-database';
import { agendaIn } from '#read-models/watch/agenda';
import { LRUCache } from 'lru-cache';

/** What the watch stands on; who opened store and db closes them afterwards. */
export interface WatchSources {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly clock: Clock;
  readonly log: WatchLog;
}

const CASUS_KEPT = 1000;

/** Everything that a watcher needs, over these sources. */
export const watcherOptions = ({ store, db, clock, log }: WatchSources): WatcherOptions => ({
  store,
  clock,
  log,
  checkpoints: checkpoints(db),
  partners: partnersKnown(store),
  agenda: agendaIn(db),
  histories: new LRUCache({ max: CASUS_KEPT }),
  records: new LRUCache({ max: CASUS_KEPT }),
  outlooks: new LRUCache({ max: CASUS_KEPT }),
});

/** The watch, from the moment the application has started until it shuts down. */
@Module({})
export class WatchModule {
  /** Who made `service` can ask it how it is doing. */
  static of(service: WatchService): DynamicModule {
    return {
      module: WatchModule,
      providers: [{ provide: WatchService, useValue: service }],
      exports: [WatchService],
    };
  }

  static register(sources: WatchSources): DynamicModule {
    return WatchModule.of(new WatchService(watcherOptions(sources)));
  }
}
