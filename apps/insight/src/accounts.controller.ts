import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { casusDiff, type CasusDiff } from '#read-models/diff/query';
import { casusLedger, partnerLedger, type CasusLedger, type PartnerLedger } from '#read-models/ledger/query';
import { termsOfCasus, type StepTerm } from '#read-models/terms/query';
import { explain, type Explanation } from '#read-models/why/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import { DiffParameters, MomentParameters, PeriodParameters, WhyParameters } from '#apps/insight/src/query-parameters';
import { missing, Reading, refuse } from '#apps/insight/src/reading';

/** What time came to: terms, ledgers, what changed, and why a step is red. */
@ApiTags('Views')
@Controller('v1')
export class AccountsController {
  constructor(private readonly reading: Reading) {}

  @Get('casus/:casus/terms')
  @describeQuery('list-terms', 'Lists every term of a casus by a rule, also of steps that have ended')
  async terms(
    @Param('casus') casus: string,
    @Query() given: MomentParameters,
  ): Promise<{ items: readonly StepTerm[] }> {
    const moment = this.reading.moment(await this.reading.parameters(MomentParameters, given));
    await this.reading.casus(casus, moment);
    return { items: await termsOfCasus(this.reading.sources.db, { ...moment, casus }) };
  }

  @Get('casus/:casus/ledger')
  @describeQuery('get-ledger', 'Books every minute of a casus to one party, by step and in total')
  async ledger(@Param('casus') casus: string, @Query() given: MomentParameters): Promise<CasusLedger> {
    const moment = this.reading.moment(await this.reading.parameters(MomentParameters, given));
    const { casus: reference } = await this.reading.casus(casus, moment);
    return casusLedger(this.reading.ledgers, { ...moment, casus: reference });
  }

  @Get('casus/:casus/diff')
  @describeQuery('get-diff', 'Tells what changed in a casus between two moments')
  async diff(@Param('casus') casus: string, @Query() given: DiffParameters): Promise<CasusDiff> {
    const { from, to, ...query } = await this.reading.parameters(DiffParameters, given);
    const { at, knownAt } = this.reading.moment({ ...query, ...(to !== undefined && { asOf: to }) });
    if (from > at) refuse({ code: 'period-backwards', details: { from, to: at } });
    await this.reading.casus(casus, { at: from, knownAt });
    const { casus: reference } = await this.reading.casus(casus, { at, knownAt });
    return casusDiff(this.reading.sources.db, { casus: reference, from, to: at, knownAt });
  }

  @Get('casus/:casus/steps/:step/why')
  @describeQuery(
    'explain-step',
    'Explains why a step is red: a paragraph, the chain of events, and what would have helped',
  )
  async why(
    @Param('casus') casus: string,
    @Param('step') step: string,
    @Query() given: WhyParameters,
  ): Promise<Explanation> {
    const { lang, ...query } = await this.reading.parameters(WhyParameters, given);
    const moment = this.reading.moment(query);
    const { id } = await this.reading.casus(casus, moment);
    const { sources, partnersKnown } = this.reading;
    const asked = { ...moment, casusId: id, step, language: lang ?? 'nl' };
    return (await explain(sources.log, partnersKnown, asked)) ?? missing('step-unknown', { casus, step });
  }

  @Get('partners/:partner/ledger')
  @describeQuery('get-partner-ledger', 'Tells how much time lay with a partner, over all casus')
  async partnerLedger(@Param('partner') partner: string, @Query() given: PeriodParameters): Promise<PartnerLedger> {
    const { from, to, ...query } = await this.reading.parameters(PeriodParameters, given);
    const moment = this.reading.moment({ ...query, ...(to !== undefined && { asOf: to }) });
    if (from !== undefined && from > moment.at) {
      refuse({ code: 'period-backwards', details: { from, to: moment.at } });
    }
    await this.reading.partner(partner);
    return partnerLedger(this.reading.ledgers, { ...moment, partner, from });
  }
}
