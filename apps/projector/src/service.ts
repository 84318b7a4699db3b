import { ProjectorModule } from '#apps/projector/src/projector.module';
import { ProjectorService } from '#apps/projector/src/projector.service';
import { tracedView } from '#apps/projector/src/traced-view';
import { service } from '#installation/service';
import { ALL_VIEWS } from '#read-models/projector/all-views';

/** From the log to the views. Several of them side by side do no harm. */
export const projectorService = service({
  name: 'projector',
  about: 'fills the views from the log',
  compose({ store, db, log }) {
    const projections = new ProjectorService({ store, db, log, views: ALL_VIEWS.map(tracedView) });
    return {
      modules: [ProjectorModule.register(projections)],
      probes: { projections: () => projections.probe() },
    };
  },
});
