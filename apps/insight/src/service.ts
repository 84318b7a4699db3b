import { sendFigures } from '#apps/insight/src/figures-sent';
import { InsightModule } from '#apps/insight/src/insight.module';
import { service } from '#installation/service';
import { viewLag } from '#installation/view-lag';
import { watchLevels } from '#read-models/projector/levels';

/** The read side: queries and the feed of changes, over the views that a projector fills. */
export const insightService = service({
  name: 'insight',
  about: 'the read side: every query over HTTP, and live updates',
  compose({ url, store, db, clock, stopping }) {
    const levels = watchLevels({ url, db });
    const endFigures = sendFigures({ store, db, clock });
    return {
      modules: [InsightModule.register({ db, log: store, levels, clock, stopping })],
      probes: { views: () => viewLag(store, db) },
      close() {
        endFigures();
        return levels.close();
      },
    };
  },
});
