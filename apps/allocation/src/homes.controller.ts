import { Controller, Get, Inject, Param, Query, Req, Res } from '@nestjs/common';
import { ApiHeader, ApiResponse, ApiTags } from '@nestjs/swagger';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { describeAnswer } from '#commands/http/describe-answer';
import { fieldsOf } from '#commands/http/fields-of';
import { refusalOfHome } from '#commands/handle-home-command';
import { statusAt } from '#homes/home';
import { homeRejected } from '#homes/home-rejection';
import type { Clock } from '#platform/clock';
import type { Identity } from '#platform/http/acting';
import { ProblemError, problemOfRefusal } from '#platform/http/problem';
import { assertLandlord } from '#apps/allocation/src/assert-landlord';
import type { AllocationDatabase } from '#apps/allocation/src/allocation-database';
import type { Candidates } from '#apps/allocation/src/candidates';
import { HomesParameters } from '#apps/allocation/src/home-parameters';
import { candidatesView, homeView, type CandidatesView, type HomeView } from '#apps/allocation/src/home-view';
import { ANSWERS } from '#apps/allocation/src/query-answers';
import type { KnownHome, Shelf } from '#apps/allocation/src/shelf';
import { workList, type WorkList } from '#apps/allocation/src/work-list';

/** What the queries of the service read from. */
export interface Desk {
  readonly db: AllocationDatabase;
  readonly shelf: Shelf;
  readonly candidates: Candidates;
  readonly clock: Clock;
  readonly identity: Identity;
  readonly landlord: string;
}

export const DESK = Symbol('desk');

const USUAL_LIMIT = 50;

const asPartner = ApiHeader({
  name: 'Aanzet-Partner',
  required: true,
  schema: { type: 'string', example: 'corporatie' },
  description: 'The housing corporation whose service this is',
});
const others = ApiResponse({ status: 403, description: 'The partner that asks is another' });

const describe = (operation: keyof typeof ANSWERS, summary: string) =>
  describeAnswer(operation, summary, ANSWERS[operation]);

/** What the allocation staff sees: homes, who could have them, and what is to be done. */
@ApiTags('Allocation')
@Controller('v1')
export class HomesController {
  constructor(@Inject(DESK) private readonly desk: Desk) {}

  @Get('homes')
  @asPartner
  @others
  @describe('list-homes', 'Lists homes, by their ids')
  async list(
    @Query() given: HomesParameters,
    @Req() request: FastifyRequest,
  ): Promise<{ items: readonly HomeView[]; next: string | null }> {
    this.admit(request);
    const { status, neighbourhood, limit = USUAL_LIMIT, cursor = '' } = fieldsOf(HomesParameters, given);
    const { homes } = await this.desk.shelf.readOn();
    const fitting = [...homes.values()]
      .map((known) => this.view(known))
      .filter((view) => status === undefined || view.status === status)
      .filter((view) => neighbourhood === undefined || view.neighbourhood === neighbourhood)
      .filter(({ home }) => home > cursor)
      .sort((a, b) => (a.home < b.home ? -1 : 1));
    const items = fitting.slice(0, limit);
    return { items, next: fitting.length > limit ? (items.at(-1)?.home ?? null) : null };
  }

  @Get('homes/:home')
  @asPartner
  @others
  @describe('get-home', 'Gives one home')
  async one(
    @Param('home') home: string,
    @Req() request: FastifyRequest,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<HomeView> {
    this.admit(request);
    const view = this.view(await this.known(home));
    void reply.header('ETag', `"${view.revision}"`);
    return view;
  }

  @Get('homes/:home/candidates')
  @asPartner
  @others
  @describe('rank-candidates', 'Ranks who could have a home, with every reason')
  async candidates(@Param('home') id: string, @Req() request: FastifyRequest): Promise<CandidatesView> {
    this.admit(request);
    const { home } = await this.known(id);
    const { candidates, clock } = this.desk;
    return candidatesView(id, candidates.allocation, await candidates.beside(home, clock.now()));
  }

  @Get('work-list')
  @asPartner
  @others
  @describe('get-work-list', 'Tells what the allocation staff has to do')
  async work(@Req() request: FastifyRequest): Promise<WorkList> {
    this.admit(request);
    const { db, shelf, candidates, clock } = this.desk;
    return workList(db, shelf, candidates, clock.now());
  }

  private admit(request: FastifyRequest): void {
    const { landlord, identity } = this.desk;
    assertLandlord(landlord, identity.actorOf(request).partner);
  }

  private async known(home: string): Promise<KnownHome> {
    const known = (await this.desk.shelf.readOn()).homes.get(home);
    if (known) return known;
    throw new ProblemError(problemOfRefusal(refusalOfHome(homeRejected('home-unknown', { home }).rejection)));
  }

  private view(known: KnownHome): HomeView {
    return homeView(known, statusAt(known.home, this.desk.clock.now()));
  }
}
