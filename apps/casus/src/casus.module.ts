import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import type { EventStore } from '#event-sourcing/event-store';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import type { CommandName } from '#casus/commands';
import { partnerBook } from '#commands/partner-book';
import { CASUS_TABLE } from '#commands/table/casus-table';
import type { CommandLine } from '#commands/table/command-line';
import { INBOX_TABLE } from '#commands/table/inbox-table';
import { PARTNER_TABLE } from '#commands/table/partner-table';
import type { Clock } from '#platform/clock';
import { headerIdentity, type Identity } from '#platform/http/acting';
import { newId } from '#platform/new-id';
import { sha256 } from '#stores/sha256';
import {
  CarryOutCasusCommand,
  CarryOutInboxCommand,
  CarryOutPartnerCommand,
  CasusCommandHandler,
  COMMAND_DEPS,
  InboxCommandHandler,
  PartnerCommandHandler,
  type Deps,
} from '#apps/casus/src/carry-out-command';
import { CLOCK, commandController, IDENTITY } from '#commands/http/command-controller';
import { LRUCache } from 'lru-cache';

export interface CasusOptions {
  readonly store: EventStore;
  readonly clock: Clock;
  /** The rules by which terms begin. */
  readonly rules: RuleBook;
  readonly identity?: Identity;
}

/** Streams of which the folded state is kept between commands. */
const CASUS_KEPT = 1000;
const PARTNERS_KEPT = 200;
const INBOXES_KEPT = 1000;

const controllers = [
  ...Object.entries(CASUS_TABLE).map(([tag, lines]: [string, readonly CommandLine<CommandName>[]]) =>
    commandController(tag, lines, (order, about) => new CarryOutCasusCommand({ ...order, ...about })),
  ),
  commandController('Partners', PARTNER_TABLE, (order, about) => new CarryOutPartnerCommand({ ...order, ...about })),
  commandController('Inbox', INBOX_TABLE, (order) => new CarryOutInboxCommand(order)),
];

/** The write side: every command of the tables as a POST below /v1. */
@Module({})
export class CasusModule {
  static register({ store, clock, rules, identity = headerIdentity }: CasusOptions): DynamicModule {
    const deps: Deps = {
      store,
      partners: partnerBook(store),
      rules,
      newId,
      sha256,
      casusStates: new LRUCache({ max: CASUS_KEPT }),
      partnerStates: new LRUCache({ max: PARTNERS_KEPT }),
      inboxStates: new LRUCache({ max: INBOXES_KEPT }),
    };
    return {
      module: CasusModule,
      imports: [CqrsModule.forRoot()],
      controllers,
      providers: [
        { provide: COMMAND_DEPS, useValue: deps },
        { provide: CLOCK, useValue: clock },
        { provide: IDENTITY, useValue: identity },
        CasusCommandHandler,
        PartnerCommandHandler,
        InboxCommandHandler,
      ],
    };
  }
}
