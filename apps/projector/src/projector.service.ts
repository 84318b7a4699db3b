import type { BeforeApplicationShutdown, OnApplicationBootstrap } from '@nestjs/common';
import { startProjector, type Projector, type ProjectorOptions } from '#read-models/projector/projector';
import type { ViewHealth } from '#read-models/projector/run-view';

/** Projections that are not running: which, and why not. */
export class ProjectionsDown extends Error {
  constructor(readonly views: readonly string[]) {
    super(`not projected: ${views.join(', ')}`);
    this.name = 'ProjectionsDown';
  }
}

/** Runs the projections while the application runs. `options` bring log, tables and a place to complain. */
export class ProjectorService implements OnApplicationBootstrap, BeforeApplicationShutdown {
  private projector: Projector | undefined;

  constructor(private readonly options: ProjectorOptions) {}

  onApplicationBootstrap(): void {
    this.projector = startProjector(this.options);
  }

  async beforeApplicationShutdown(): Promise<void> {
    await this.projector?.stop();
  }

  /** How each projection is doing. */
  health(): readonly ViewHealth[] {
    return this.projector?.health() ?? [];
  }

  /** A probe: rejects with ProjectionsDown while some projection is not running. */
  probe(): Promise<void> {
    const down = this.health().filter(({ state }) => state !== 'running');
    return down.length === 0 ? Promise.resolve() : Promise.reject(new ProjectionsDown(down.map(({ view }) => view)));
  }
}
