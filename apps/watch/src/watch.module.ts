import { Module, type DynamicModule } from '@nestjs/common';
import { WATCHING, WatchService } from '#apps/watch/src/watch.service';
import type { WatcherOptions, WatchLog } from '#apps/watch/src/watcher';
import type { EventStore } from '#event-sourcing/event-store';
import type { Clock } from '#platform/clock';
import { partnersKnown } from '#partners/partners-known';
import type { ReadDatabase } from '#read-models/read-database';
import { agendaIn } from '#read-models/watch/agenda';

/** What the watch stands on; who opened store and db closes them afterwards. */
export interface WatchSources {
  readonly store: EventStore;
  readonly db: ReadDatabase;
  readonly clock: Clock;
  readonly log: WatchLog;
}

/** Everything that a watcher needs, over these sources. */
export const watcherOptions = (sources: WatchSources): WatcherOptions => ({
  ...sources,
  partners: partnersKnown(sources.store),
  agenda: agendaIn(sources.db),
});

/** The watch, from the moment the application has started until it shuts down. */
@Module({})
export class WatchModule {
  static register(sources: WatchSources): DynamicModule {
    return {
      module: WatchModule,
      providers: [{ provide: WATCHING, useValue: watcherOptions(sources) }, WatchService],
    };
  }
}
