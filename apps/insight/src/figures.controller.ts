import { Controller, Get, Param, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { problem, ProblemError } from '#platform/http/problem';
import type { FigureDefinition } from '#read-models/figures/definition';
import { FIGURE_DEFINITIONS, FIGURES, isFigure, type FigureName } from '#read-models/figures/definitions';
import { periodIn, type FigureQuery } from '#read-models/figures/figure';
import { periodFault } from '#read-models/figures/period';
import { casusBehind, figure, type CasusBehind, type Figure } from '#read-models/figures/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import { FigureCasusParameters, FigureParameters } from '#apps/insight/src/figure-parameters';
import { Reading, refuse, type Listed } from '#apps/insight/src/reading';

const noCell = () => problem(404, 'cell-unknown', 'This figure has no such row over this period at this moment.');
const noFigure = () => problem(404, 'figure-unknown', 'There is no such figure.', { figures: [...FIGURES] });

/** Figures for managers: counted from the log, each with what it was counted from. No names. */
@ApiTags('Views')
@Controller('v1/figures')
export class FiguresController {
  constructor(private readonly reading: Reading) {}

  @Get('definitions')
  @describeQuery('list-figure-definitions', 'Tells what each figure counts, in Dutch and in English')
  definitions(): { items: readonly FigureDefinition[] } {
    return { items: FIGURES.map((name) => FIGURE_DEFINITIONS[name]) };
  }

  @Get('waiting')
  @describeQuery('get-waiting-figure', 'Counts how long partners waited for each other')
  waiting(@Query() given: FigureParameters): Promise<Figure<'waiting'>> {
    return this.figure('waiting', given);
  }

  @Get('stalls')
  @describeQuery('get-stalls-figure', 'Counts where it stalled, by pattern, cause, building block and group')
  stalls(@Query() given: FigureParameters): Promise<Figure<'stalls'>> {
    return this.figure('stalls', given);
  }

  @Get('promises')
  @describeQuery('get-promises-figure', 'Counts what came of promises')
  promises(@Query() given: FigureParameters): Promise<Figure<'promises'>> {
    return this.figure('promises', given);
  }

  @Get(':figure/casus')
  @describeQuery('list-casus-behind-figure', 'Lists the casus behind one row of a figure, by their ids')
  async casus(@Param('figure') name: string, @Query() given: FigureCasusParameters): Promise<Listed<CasusBehind>> {
    if (!isFigure(name)) throw new ProblemError(noFigure());
    const { cell, limit, cursor, ...parameters } = await this.reading.parameters(FigureCasusParameters, given);
    const query = this.query(parameters);
    return this.reading.list({ ...(limit !== undefined && { limit }) }, async (most) => {
      const page = await casusBehind(name, this.reading.ledgers, { ...query, cell, cursor, limit: most });
      if (!page) throw new ProblemError(noCell());
      return page;
    });
  }

  private async figure<Name extends FigureName>(name: Name, given: FigureParameters): Promise<Figure<Name>> {
    const parameters = await this.reading.parameters(FigureParameters, given);
    return figure(name, this.reading.ledgers, this.query(parameters));
  }

  private query({ from, to, partner, ...rest }: Readonly<FigureParameters>): FigureQuery {
    const query = { ...this.reading.moment(rest), firstDay: from, lastDay: to, partner };
    const fault = periodFault(periodIn(query), query.at);
    if (fault) refuse(fault);
    return query;
  }
}
