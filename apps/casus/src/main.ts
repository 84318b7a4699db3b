import { casusService } from '#apps/casus/src/service';
import { runService } from '#installation/run-service';

await runService(casusService);
