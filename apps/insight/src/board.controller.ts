import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { handoffs, type HandoffView } from '#read-models/handoffs/query';
import { nextSteps, type NextStep } from '#read-models/next-steps/query';
import { partnerWorkload, type PartnerWorkload } from '#read-models/partner-workload/query';
import { partners, type PartnerView } from '#read-models/partners/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import {
  HandoffsParameters,
  MomentParameters,
  NextStepsParameters,
  PartnersParameters,
} from '#apps/insight/src/query-parameters';
import { Reading, type Listed } from '#apps/insight/src/reading';

/** What goes across casus: the board, handoffs, partners. */
@ApiTags('Views')
@Controller('v1')
export class BoardController {
  constructor(private readonly reading: Reading) {}

  @Get('next-steps')
  @describeQuery('list-next-steps', 'The board: which partner owns each next step and who is on the move')
  async nextSteps(@Query() given: NextStepsParameters): Promise<Listed<NextStep>> {
    const query = await this.reading.parameters(NextStepsParameters, given);
    const moment = this.reading.moment(query);
    if (query.casus !== undefined) await this.reading.casus(query.casus, moment);
    return this.reading.list(query, (limit) => nextSteps(this.reading.sources.db, { ...query, ...moment, limit }));
  }

  @Get('handoffs')
  @describeQuery('list-handoffs', 'Lists handoffs over all casus')
  async handoffs(@Query() given: HandoffsParameters): Promise<Listed<HandoffView>> {
    const query = await this.reading.parameters(HandoffsParameters, given);
    const moment = this.reading.moment(query);
    if (query.casus !== undefined) await this.reading.casus(query.casus, moment);
    return this.reading.list(query, (limit) =>
      handoffs(this.reading.sources.db, { ...query, ...moment, limit, latestFirst: query.sort === 'latest' }),
    );
  }

  @Get('partners')
  @describeQuery('list-partners', 'Lists the partner directory')
  async partners(@Query() given: PartnersParameters): Promise<Listed<PartnerView>> {
    const query = await this.reading.parameters(PartnersParameters, given);
    const { kind, cursor } = query;
    return this.reading.list(query, (limit) => partners(this.reading.sources.db, { kind, cursor, limit }));
  }

  @Get('partners/:partner')
  @describeQuery('get-partner', 'Gives one partner')
  async partner(@Param('partner') partner: string, @Query() given: MomentParameters): Promise<PartnerView> {
    await this.reading.parameters(MomentParameters, given);
    return this.reading.partner(partner);
  }

  @Get('partners/:partner/workload')
  @describeQuery('get-workload', 'Tells what lies with a partner, over all casus')
  async workload(@Param('partner') partner: string, @Query() given: MomentParameters): Promise<PartnerWorkload> {
    const query = await this.reading.parameters(MomentParameters, given);
    await this.reading.partner(partner);
    const { rows } = await partnerWorkload(this.reading.sources.db, { ...this.reading.moment(query), partner });
    return rows[0] ?? { ...NOTHING, partner };
  }
}

const NOTHING = { owned: 0, onTheMove: 0, offersToAnswer: 0, asksToAnswer: 0, waitingOnOthers: 0, oldestSince: null };
