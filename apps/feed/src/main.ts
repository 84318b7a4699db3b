import { feedService } from '#apps/feed/src/service';
import { runService } from '#installation/run-service';

await runService(feedService);
