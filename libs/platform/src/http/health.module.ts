import { Controller, Get, Inject, Module, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { problem, ProblemError } from '#platform/http/problem';

/** Looks whether something works that the service cannot do without; rejects when it does not. By name. */
export type Probes = Readonly<Record<string, () => Promise<unknown>>>;

const PROBES = Symbol('probes');

@ApiExcludeController()
@Controller('health')
class HealthController {
  constructor(@Inject(PROBES) private readonly probes: Probes) {}

  @Get('live')
  live(): object {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(): Promise<object> {
    const names = Object.keys(this.probes);
    const looked = await Promise.allSettled(Object.values(this.probes).map((probe) => probe()));
    const down = names.filter((_, index) => looked[index]?.status === 'rejected');
    if (down.length === 0) return { status: 'up', works: names };
    throw new ProblemError(problem(503, 'not-ready', 'Something that this service needs does not work.', { down }));
  }
}

/** `/health/live`: the process answers. `/health/ready`: all probes succeed. */
@Module({})
export class HealthModule {
  static register(probes: Probes): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: PROBES, useValue: probes }],
    };
  }
}
