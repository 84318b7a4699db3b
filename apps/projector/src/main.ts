import { projectorService } from '#apps/projector/src/service';
import { runService } from '#installation/run-service';

await runService(projectorService);
