import { Module, type DynamicModule } from '@nestjs/common';
import { CqrsModule } from '@nestjs/cqrs';
import { CLOCK, commandController, IDENTITY } from '#commands/http/command-controller';
import { HOME_TABLE, SEARCH_TABLE } from '#commands/table/home-table';
import { feedController } from '#messaging/feed-http/feed-controller';
import type { FeedSources } from '#messaging/feed-http/feed-sources';
import {
  CarryOutHomeCommand,
  CarryOutSearchCommand,
  HOME_DEPS,
  HomeCommandHandler,
  SearchCommandHandler,
  type HomeDeps,
} from '#apps/allocation/src/carry-out-command';
import { DESK, HomesController, type Desk } from '#apps/allocation/src/homes.controller';
import { PublicEventsController, RECEIVING } from '#apps/allocation/src/public-events.controller';
import { receiving } from '#apps/allocation/src/receiving';

const TAG = 'Allocation';

const HOME_FEED = Symbol('sources of the feed of homes');

const controllers = [
  feedController({
    ...{ tag: TAG, path: 'home-feed', operationId: 'read-home-feed', sources: HOME_FEED },
    summary: 'Gives what happened to homes after a place, as public events, to the housing corporation that lets them',
  }),
  commandController(TAG, HOME_TABLE, (order) => new CarryOutHomeCommand(order)),
  commandController(TAG, SEARCH_TABLE, (order, { casus = '' }) => new CarryOutSearchCommand({ ...order, casus })),
  HomesController,
];

/** The service of a housing corporation over HTTP: homes, candidates, work list. */
@Module({})
export class AllocationModule {
  static register(deps: HomeDeps, desk: Desk, feed: FeedSources): DynamicModule {
    return {
      module: AllocationModule,
      imports: [CqrsModule.forRoot()],
      controllers,
      providers: [
        { provide: HOME_DEPS, useValue: deps },
        { provide: DESK, useValue: desk },
        { provide: HOME_FEED, useValue: feed },
        { provide: CLOCK, useValue: desk.clock },
        { provide: IDENTITY, useValue: desk.identity },
        HomeCommandHandler,
        SearchCommandHandler,
      ],
    };
  }
}

/** What public events do to it; for the transport. */
@Module({})
export class AllocationEventsModule {
  static register(partner: string): DynamicModule {
    return {
      module: AllocationEventsModule,
      controllers: [PublicEventsController],
      providers: [{ provide: RECEIVING, useValue: receiving(partner) }],
    };
  }
}
