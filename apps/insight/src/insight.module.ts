import { Module, type DynamicModule } from '@nestjs/common';
import { AccountsController } from '#apps/insight/src/accounts.controller';
import { BoardController } from '#apps/insight/src/board.controller';
import { CasusController } from '#apps/insight/src/casus.controller';
import { ChangesController } from '#apps/insight/src/changes.controller';
import { FiguresController } from '#apps/insight/src/figures.controller';
import { HousingNeedController } from '#apps/insight/src/housing-need.controller';
import { InboxController } from '#apps/insight/src/inbox.controller';
import { StallsController } from '#apps/insight/src/stalls.controller';
import { Reading, SOURCES, type Sources } from '#apps/insight/src/reading';

/** The read side: every query as a GET below /v1, and the feed of changes. */
@Module({})
export class InsightModule {
  static register(sources: Sources): DynamicModule {
    return {
      module: InsightModule,
      controllers: [
        BoardController,
        CasusController,
        AccountsController,
        StallsController,
        InboxController,
        FiguresController,
        HousingNeedController,
        ChangesController,
      ],
      providers: [{ provide: SOURCES, useValue: sources }, Reading],
    };
  }
}
