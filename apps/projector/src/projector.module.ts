import { Module, type DynamicModule } from '@nestjs/common';
import { PROJECTING, ProjectorService } from '#apps/projector/src/projector.service';
import type { ProjectorOptions } from '#read-models/projector/projector';

/** All projections, from the moment the application has started until it shuts down. */
@Module({})
export class ProjectorModule {
  /** `options` bring log, tables and a place to complain; who opened store and db closes them afterwards. */
  static register(options: ProjectorOptions): DynamicModule {
    return {
      module: ProjectorModule,
      providers: [{ provide: PROJECTING, useValue: options }, ProjectorService],
      exports: [ProjectorService],
    };
  }
}
