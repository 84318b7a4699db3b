import { allocationService } from '#apps/allocation/src/service';
import { runService } from '#installation/run-service';

await runService(allocationService);
