import { insightService } from '#apps/insight/src/service';
import { runService } from '#installation/run-service';

await runService(insightService);
