import { allocationService } from '#apps/allocation/src/service';
import { casusService } from '#apps/casus/src/service';
import { feedService } from '#apps/feed/src/service';
import { insightService } from '#apps/insight/src/service';
import { projectorService } from '#apps/projector/src/service';
import { relayService } from '#apps/relay/src/service';
import { watchService } from '#apps/watch/src/service';
import type { Service } from '#installation/service';

/**
 * Every service, in the order in which they start; they stop the other way round, doors first. A new one adds its line:
 * with that it runs in `npm start`, in `npm run services`, and stands in docs/reference/configuration.md.
 */
export const SERVICES: readonly Service[] = [
  projectorService,
  watchService,
  relayService,
  feedService,
  insightService,
  casusService,
  allocationService,
];
