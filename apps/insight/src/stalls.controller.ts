import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { stalls, type StallView } from '#read-models/stalls/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import { CasusStallsParameters, MomentParameters, StallsParameters } from '#apps/insight/src/query-parameters';
import { missing, Reading, type Listed } from '#apps/insight/src/reading';

/** Where casus stall: since when, who was on the move, and why according to whom. */
@ApiTags('Views')
@Controller('v1')
export class StallsController {
  constructor(private readonly reading: Reading) {}

  @Get('stalls')
  @describeQuery('list-stalls', 'Lists the stalls that had begun, over all casus')
  async all(@Query() given: StallsParameters): Promise<Listed<StallView>> {
    const query = await this.reading.parameters(StallsParameters, given);
    const moment = this.reading.moment(query);
    if (query.casus !== undefined) await this.reading.casus(query.casus, moment);
    return this.reading.list(query, (limit) => stalls(this.reading.sources.db, { ...query, ...moment, limit }));
  }

  @Get('stalls/:stall')
  @describeQuery('get-stall', 'Gives one stall by its stable id (its slashes as %2F)')
  async one(@Param('stall') id: string, @Query() given: MomentParameters): Promise<StallView> {
    const moment = this.reading.moment(await this.reading.parameters(MomentParameters, given));
    const { rows } = await stalls(this.reading.sources.db, { ...moment, id });
    return rows[0] ?? missing('stall-unknown', { stall: id });
  }

  @Get('casus/:casus/stalls')
  @describeQuery('list-stalls-of-casus', 'Lists the stalls of a casus that had begun')
  async ofCasus(@Param('casus') casus: string, @Query() given: CasusStallsParameters): Promise<Listed<StallView>> {
    const query = await this.reading.parameters(CasusStallsParameters, given);
    const moment = this.reading.moment(query);
    await this.reading.casus(casus, moment);
    return this.reading.list(query, (limit) => stalls(this.reading.sources.db, { ...query, ...moment, casus, limit }));
  }
}
