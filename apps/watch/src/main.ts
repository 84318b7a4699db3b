import { watchService } from '#apps/watch/src/service';
import { runService } from '#installation/run-service';

await runService(watchService);
