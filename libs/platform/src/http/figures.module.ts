import { Controller, Get, Header, Inject, Module, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';

/** Gives the figures of this process as Prometheus reads them. */
export type Figures = () => Promise<string>;

const FIGURES = Symbol('figures');

@ApiExcludeController()
@Controller('metrics')
class FiguresController {
  constructor(@Inject(FIGURES) private readonly figures: Figures) {}

  @Get()
  @Header('content-type', 'text/plain; version=0.0.4; charset=utf-8')
  read(): Promise<string> {
    return this.figures();
  }
}

/** `/metrics`: the figures of this process, without a person, a casus or an address in them. */
@Module({})
export class FiguresModule {
  static of(figures: Figures): DynamicModule {
    return {
      module: FiguresModule,
      controllers: [FiguresController],
      providers: [{ provide: FIGURES, useValue: figures }],
    };
  }
}
