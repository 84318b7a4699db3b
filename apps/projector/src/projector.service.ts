import type { OnApplicationBootstrap, OnApplicationShutdown } from '@nestjs/common';
import { PoisonEvent } from '#event-sourcing/poison-event';
import { NotWorking } from '#platform/http/health.module';
import { kindOf } from '#platform/what-failed';
import { startProjector, type Projector, type ProjectorOptions } from '#read-models/projector/projector';
import type { ViewHealth } from '#read-models/projector/run-view';

/** What may be told of a projection that does not run: the event at which it stopped, and nothing of what that holds. */
function reasonOf({ view, state, fault }: ViewHealth) {
  if (fault instanceof PoisonEvent) return { view, state, type: fault.type, position: fault.position };
  return { view, state, cause: kindOf(fault) };
}

/** Runs the projections while the application runs. `options` bring log, tables and a place to complain. */
export class ProjectorService implements OnApplicationBootstrap, OnApplicationShutdown {
  private projector: Projector | undefined;

  constructor(private readonly options: ProjectorOptions) {}

  onApplicationBootstrap(): void {
    this.projector = startProjector(this.options);
  }

  /** After the requests at hand, which may wait for what they wrote to be shown. */
  async onApplicationShutdown(): Promise<void> {
    await this.projector?.stop();
  }

  /** How each projection is doing. */
  health(): readonly ViewHealth[] {
    return this.projector?.health() ?? [];
  }

  /** A probe: rejects with NotWorking while some projection does not run: which, and at which event it stopped. */
  probe(): Promise<undefined> {
    const down = this.health().filter(({ state }) => state !== 'running');
    return down.length === 0 ? Promise.resolve(undefined) : Promise.reject(new NotWorking(down.map(reasonOf)));
  }
}
