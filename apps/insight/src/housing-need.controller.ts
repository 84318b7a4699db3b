import { Controller, Get, Param, Req } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyRequest } from 'fastify';
import { moment } from '#casus/moment';
import { takesPart } from '#casus/taking-part';
import { casusIdFrom } from '#commands/casus-id';
import { casusReference, isUuid } from '#commands/form/forms';
import { isOwnStep, mayKnow, otherSteps, type Viewer } from '#messaging/audience/rights';
import { headerIdentity } from '#platform/http/acting';
import { problem, ProblemError } from '#platform/http/problem';
import { housingNeed, type HousingNeedView } from '#read-models/housing-need/query';
import { describeQuery } from '#apps/insight/src/describe-query';
import { missing, Reading } from '#apps/insight/src/reading';

/** What home is sought: what public events of housing needs refer to. */
@ApiTags('Views')
@Controller('v1/casus')
export class HousingNeedController {
  constructor(private readonly reading: Reading) {}

  @Get(':casus/housing-need')
  @ApiHeader({
    name: 'Aanzet-Partner',
    required: true,
    schema: { type: 'string', example: 'corporatie' },
    description: 'The partner that asks',
  })
  @ApiResponse({ status: 403, description: 'The partner that asks may not know of housing in this casus' })
  @describeQuery('get-housing-need', 'Tells what home is sought for a casus, to whoever may know of housing in it')
  async one(@Param('casus') reference: string, @Req() request: FastifyRequest): Promise<HousingNeedView> {
    const { partner } = headerIdentity.actorOf(request);
    const { kind } = await this.reading.partner(partner);
    // From the log and not from a view: whoever comes with a public event in hand must find what it refers to.
    const isName = casusReference.fits(reference) || isUuid(reference);
    const { log, clock } = this.reading.sources;
    const found = isName ? await housingNeed(log, casusIdFrom(reference), clock.now()) : undefined;
    if (!found || !takesPart(found.casus, partner, moment(found.at))) {
      return missing('casus-unknown', { casus: reference });
    }
    const { casus, view, at } = found;
    const viewer: Viewer = { partner, kind, casus, at };
    const own = view.steps.filter(({ step }) => isOwn(viewer, step));
    const knowsHousing = mayKnow(viewer, 'housing');
    if (!knowsHousing && own.length === 0) {
      throw new ProblemError(
        problem(403, 'category-not-allowed', 'The partner that asks may not know of housing in this casus.', {
          category: 'housing',
        }),
      );
    }
    // Whose step it is knows its dates; what is sought, and how urgently, takes a basis for housing.
    const known = knowsHousing ? view : { ...view, need: null, describedAt: null, priority: false };
    return otherSteps(viewer) === 'all' ? known : { ...known, steps: own };
  }
}

function isOwn(viewer: Viewer, id: string): boolean {
  const step = viewer.casus.steps.get(id);
  return step !== undefined && isOwnStep(viewer, step);
}
