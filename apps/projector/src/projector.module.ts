import { Module, type DynamicModule } from '@nestjs/common';
import { ProjectorService } from '#apps/projector/src/projector.service';

/** All projections, from the moment the application has started until it shuts down. */
@Module({})
export class ProjectorModule {
  /** Who made `service` can ask it how it is doing; who opened its store and db closes them afterwards. */
  static register(service: ProjectorService): DynamicModule {
    return {
      module: ProjectorModule,
      providers: [{ provide: ProjectorService, useValue: service }],
      exports: [ProjectorService],
    };
  }
}
