import { Controller, Inject, Post, Req, Res, type Type } from '@nestjs/common';
import { CommandBus, type Command } from '@nestjs/cqrs';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { CommandOrder, Handled } from '#commands/command-order';
import type { CommandLine } from '#commands/table/command-line';
import type { Clock } from '#platform/clock';
import type { Identity } from '#platform/http/acting';
import { conditionsOf } from '#commands/http/conditions';
import { describeCommand } from '#commands/http/describe-command';
import { writeAnswer } from '#commands/http/write-answer';

export const CLOCK = Symbol('clock');
export const IDENTITY = Symbol('identity');

type Request = FastifyRequest<{ Params: Record<string, string> }>;

/** Makes the command for the bus of an order and of what the address says it is about. */
type ToCommand<Name extends string> = (
  order: CommandOrder<Name>,
  about: { readonly casus?: string; readonly partner?: string },
) => Command<Handled>;

/** The controller of some lines of the table of commands: a method each, named after its command. */
export function commandController<Name extends string>(
  tag: string,
  lines: readonly CommandLine<Name>[],
  toCommand: ToCommand<Name>,
): Type {
  @Controller('v1')
  class CommandController {
    constructor(
      @Inject(CommandBus) readonly bus: CommandBus,
      @Inject(CLOCK) readonly clock: Clock,
      @Inject(IDENTITY) readonly identity: Identity,
    ) {}
  }
  for (const line of lines) {
    async function carryOut(this: CommandController, request: Request, reply: FastifyReply): Promise<void> {
      const { casus, partner, ...address } = request.params;
      const order: CommandOrder<Name> = {
        do: line.do,
        fields: request.body,
        address,
        actor: this.identity.actorOf(request),
        now: this.clock.now(),
        ...conditionsOf(request),
      };
      const about = { ...(casus !== undefined && { casus }), ...(partner !== undefined && { partner }) };
      await writeAnswer(reply, line, await this.bus.execute(toCommand(order, about)));
    }
    addRoute(CommandController, tag, line, carryOut);
  }
  return CommandController;
}

/** What the decorators of a method do where it is written, done to a method that is made. */
function addRoute(controller: Type, tag: string, line: CommandLine, method: unknown): void {
  const prototype = controller.prototype as object;
  const descriptor: PropertyDescriptor = { value: method, writable: true, configurable: true, enumerable: false };
  Object.defineProperty(prototype, line.do, descriptor);
  Reflect.defineMetadata('design:paramtypes', [Object, Object], prototype, line.do);
  Req()(prototype, line.do, 0);
  Res()(prototype, line.do, 1);
  Post(line.path.replaceAll(/\{(\w+)\}/g, ':$1'))(prototype, line.do, descriptor);
  describeCommand(tag, line)(prototype, line.do, descriptor);
}
