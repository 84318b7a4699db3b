import { Command, CommandHandler, type ICommandHandler } from '@nestjs/cqrs';
import { Inject } from '@nestjs/common';
import type { Handled } from '#commands/command-order';
import { handleCasusCommand, type CasusCommandDeps, type CasusCommandOrder } from '#commands/handle-casus-command';
import { handleInboxCommand, type InboxCommandDeps, type InboxCommandOrder } from '#commands/handle-inbox-command';
import {
  handlePartnerCommand,
  type PartnerCommandDeps,
  type PartnerCommandOrder,
} from '#commands/handle-partner-command';

export type Deps = CasusCommandDeps & PartnerCommandDeps & InboxCommandDeps;

export const COMMAND_DEPS = Symbol('what carrying out commands needs');

/** A command on its way through the bus, which only dispatches. */
export class CarryOutCasusCommand extends Command<Handled> {
  constructor(readonly order: CasusCommandOrder) {
    super();
  }
}

export class CarryOutPartnerCommand extends Command<Handled> {
  constructor(readonly order: PartnerCommandOrder) {
    super();
  }
}

export class CarryOutInboxCommand extends Command<Handled> {
  constructor(readonly order: InboxCommandOrder) {
    super();
  }
}

@CommandHandler(CarryOutCasusCommand)
export class CasusCommandHandler implements ICommandHandler<CarryOutCasusCommand> {
  constructor(@Inject(COMMAND_DEPS) private readonly deps: Deps) {}

  execute({ order }: CarryOutCasusCommand): Promise<Handled> {
    return handleCasusCommand(this.deps, order);
  }
}

@CommandHandler(CarryOutPartnerCommand)
export class PartnerCommandHandler implements ICommandHandler<CarryOutPartnerCommand> {
  constructor(@Inject(COMMAND_DEPS) private readonly deps: Deps) {}

  execute({ order }: CarryOutPartnerCommand): Promise<Handled> {
    return handlePartnerCommand(this.deps, order);
  }
}

@CommandHandler(CarryOutInboxCommand)
export class InboxCommandHandler implements ICommandHandler<CarryOutInboxCommand> {
  constructor(@Inject(COMMAND_DEPS) private readonly deps: Deps) {}

  execute({ order }: CarryOutInboxCommand): Promise<Handled> {
    return handleInboxCommand(this.deps, order);
  }
}
