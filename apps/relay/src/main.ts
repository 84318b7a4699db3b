import { relayService } from '#apps/relay/src/service';
import { runService } from '#installation/run-service';

await runService(relayService);
