import { Inject } from '@nestjs/common';
import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import type { Handled } from '#commands/command-order';
import { handleHomeCommand, type HomeCommandDeps, type HomeCommandOrder } from '#commands/handle-home-command';
import { handleSearchCommand, type SearchCommandDeps, type SearchCommandOrder } from '#commands/handle-search-command';

export type HomeDeps = HomeCommandDeps & SearchCommandDeps;

export const HOME_DEPS = Symbol('what carrying out commands about homes needs');

/** A command on its way through the bus, which only dispatches. */
export class CarryOutHomeCommand extends Command<Handled> {
  constructor(readonly order: HomeCommandOrder) {
    super();
  }
}

export class CarryOutSearchCommand extends Command<Handled> {
  constructor(readonly order: SearchCommandOrder) {
    super();
  }
}

@CommandHandler(CarryOutHomeCommand)
export class HomeCommandHandler implements ICommandHandler<CarryOutHomeCommand> {
  constructor(@Inject(HOME_DEPS) private readonly deps: HomeDeps) {}

  execute({ order }: CarryOutHomeCommand): Promise<Handled> {
    return handleHomeCommand(this.deps, order);
  }
}

@CommandHandler(CarryOutSearchCommand)
export class SearchCommandHandler implements ICommandHandler<CarryOutSearchCommand> {
  constructor(@Inject(HOME_DEPS) private readonly deps: HomeDeps) {}

  execute({ order }: CarryOutSearchCommand): Promise<Handled> {
    return handleSearchCommand(this.deps, order);
  }
}
