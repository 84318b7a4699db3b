import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { casusSummaries, type CasusSummary } from '#read-models/casus-summary/query';
import { handoffs, type HandoffView } from '#read-models/handoffs/query';
import { nextSteps, type NextStep } from '#read-models/next-steps/query';
import { timeline, type TimelineEntry } from '#read-models/timeline/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import {
  CasusHandoffsParameters,
  CasusParameters,
  MomentParameters,
  STEP_STATES,
  TimelineParameters,
} from '#apps/insight/src/query-parameters';
import { missing, Reading, type Listed } from '#apps/insight/src/reading';

/** What there is to know of casus, one or all. */
@ApiTags('Views')
@Controller('v1/casus')
export class CasusController {
  constructor(private readonly reading: Reading) {}

  @Get()
  @describeQuery('list-casus', 'Lists casus, with their steps by state and who is on the move')
  async list(@Query() given: CasusParameters): Promise<Listed<CasusSummary>> {
    const query = await this.reading.parameters(CasusParameters, given);
    return this.reading.list(query, (limit) =>
      casusSummaries(this.reading.sources.db, { ...query, ...this.reading.moment(query), limit }),
    );
  }

  @Get(':casus')
  @describeQuery('get-casus', 'Gives one casus in short')
  async one(@Param('casus') casus: string, @Query() given: MomentParameters): Promise<CasusSummary> {
    const query = await this.reading.parameters(MomentParameters, given);
    return this.reading.casus(casus, this.reading.moment(query));
  }

  @Get(':casus/timeline')
  @describeQuery('get-timeline', 'Tells what happened in a casus, in the order in which it happened')
  async timeline(@Param('casus') casus: string, @Query() given: TimelineParameters): Promise<Listed<TimelineEntry>> {
    const query = await this.reading.parameters(TimelineParameters, given);
    const moment = this.reading.moment(query);
    await this.reading.casus(casus, moment);
    const { cursor, sort } = query;
    return this.reading.list(query, (limit) =>
      timeline(this.reading.sources.db, { ...moment, casus, cursor, limit, latestFirst: sort === 'latest' }),
    );
  }

  @Get(':casus/handoffs')
  @describeQuery('list-handoffs-of-casus', 'Lists the handoffs of a casus')
  async handoffs(@Param('casus') casus: string, @Query() given: CasusHandoffsParameters): Promise<Listed<HandoffView>> {
    const query = await this.reading.parameters(CasusHandoffsParameters, given);
    const moment = this.reading.moment(query);
    await this.reading.casus(casus, moment);
    return this.reading.list(query, (limit) =>
      handoffs(this.reading.sources.db, { ...query, ...moment, casus, limit, latestFirst: query.sort === 'latest' }),
    );
  }

  @Get(':casus/handoffs/:handoff')
  @describeQuery('get-handoff', 'Gives one handoff')
  async handoff(
    @Param('casus') casus: string,
    @Param('handoff') handoff: string,
    @Query() given: MomentParameters,
  ): Promise<HandoffView> {
    const moment = this.reading.moment(await this.reading.parameters(MomentParameters, given));
    await this.reading.casus(casus, moment);
    const { rows } = await handoffs(this.reading.sources.db, { ...moment, casus });
    return rows.find((row) => row.handoff === handoff) ?? missing('handoff-unknown', { casus, handoff });
  }

  @Get(':casus/steps/:step')
  @describeQuery('get-step', 'Gives one step, whatever its state')
  async step(
    @Param('casus') casus: string,
    @Param('step') step: string,
    @Query() given: MomentParameters,
  ): Promise<NextStep> {
    const moment = this.reading.moment(await this.reading.parameters(MomentParameters, given));
    await this.reading.casus(casus, moment);
    const { rows } = await nextSteps(this.reading.sources.db, { ...moment, casus, state: STEP_STATES });
    return rows.find((row) => row.step === step) ?? missing('step-unknown', { casus, step });
  }
}
