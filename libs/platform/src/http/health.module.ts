import { Controller, Get, Inject, Module, type DynamicModule } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Json } from '#event-sourcing/event';
import { kindOf } from '#platform/what-failed';
import { problem, ProblemError } from '#platform/http/problem';

/** Why something does not work, in words without data: what the answer tells. */
export class NotWorking extends Error {
  constructor(readonly reasons: Json) {
    super('something does not work');
    this.name = 'NotWorking';
  }
}

/**
 * Looks whether something works that the service cannot do without; rejects when it does not, with NotWorking where it
 * can say why. What it gives is told when it works. By name.
 */
export type Probes = Readonly<Record<string, () => Promise<Json | undefined>>>;

/** What health is told from. `stopping` aborts when the stop has begun. */
export interface HealthSources {
  readonly probes: Probes;
  readonly stopping: AbortSignal;
}

const SOURCES = Symbol('sources of health');

const reasonOf = (error: unknown): Json => (error instanceof NotWorking ? error.reasons : kindOf(error));

@ApiExcludeController()
@Controller('health')
class HealthController {
  constructor(@Inject(SOURCES) private readonly sources: HealthSources) {}

  @Get('live')
  live(): object {
    return { status: 'up' };
  }

  @Get('ready')
  async ready(): Promise<object> {
    const { probes, stopping } = this.sources;
    if (stopping.aborted) throw notReady({ stopping: 'the service stops' });
    const looked = await Promise.all(
      Object.entries(probes).map(async ([name, probe]) => {
        try {
          return { name, told: await probe() };
        } catch (error) {
          return { name, reason: reasonOf(error) };
        }
      }),
    );
    const reasons = looked.flatMap((look) => ('reason' in look ? [[look.name, look.reason] as const] : []));
    if (reasons.length > 0) throw notReady(Object.fromEntries(reasons));
    const told = looked.flatMap((look) => (look.told === undefined ? [] : [[look.name, look.told] as const]));
    return { status: 'up', works: Object.keys(probes), ...Object.fromEntries(told) };
  }
}

const notReady = (reasons: Readonly<Record<string, Json>>): ProblemError =>
  new ProblemError(
    problem(503, 'not-ready', 'Something that this service needs does not work.', {
      down: Object.keys(reasons),
      reasons,
    }),
  );

/** `/health/live`: the process answers. `/health/ready`: all probes succeed and no stop has begun; else which do not and why. */
@Module({})
export class HealthModule {
  static register(sources: HealthSources): DynamicModule {
    return {
      module: HealthModule,
      controllers: [HealthController],
      providers: [{ provide: SOURCES, useValue: sources }],
    };
  }
}
