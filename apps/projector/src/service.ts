import { ProjectorModule } from '#apps/projector/src/projector.module';
import { ProjectorService } from '#apps/projector/src/projector.service';
import { service } from '#installation/service';

/** From the log to the views. Several of them side by side do no harm. */
export const projectorService = service({
  name: 'projector',
  about: 'fills the views from the log',
  compose({ store, db, log }) {
    const projections = new ProjectorService({ store, db, log });
    return {
      modules: [ProjectorModule.register(projections)],
      probes: { projections: () => projections.probe() },
    };
  },
});
