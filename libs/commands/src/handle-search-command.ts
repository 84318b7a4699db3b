import type { StateCache } from '#event-sourcing/execute';
import { idOf, streamName } from '#event-sourcing/stream-name';
import type { Candidate } from '#homes/home';
import { homeRejected, type HomeRejection } from '#homes/home-rejection';
import type { Search } from '#homes/search/search';
import type { SearchCommand, SearchCommandName } from '#homes/search/search-commands';
import { searchDecider } from '#homes/search/search-decider';
import type { SearchEvent } from '#homes/search/search-events';
import { readSearchFact, SEARCH_CATEGORY, type SearchFact } from '#homes/search/search-fact';
import { CommandBody } from '#commands/body/command-body';
import { homeId } from '#commands/body/home-bodies';
import { wasDone } from '#commands/attempt';
import { carryOut } from '#commands/carry-out';
import { casusIdFrom } from '#commands/casus-id';
import type { CommandDeps, CommandOrder, Handled } from '#commands/command-order';
import { Required } from '#commands/form/field';
import { refusalOfHome } from '#commands/handle-home-command';
import { SEARCH_TABLE } from '#commands/table/home-table';
import type { CommandLine } from '#commands/table/command-line';
import type { Trade } from '#commands/trade';

export interface SearchCommandDeps extends CommandDeps {
  readonly searchStates?: StateCache<Search>;
  readonly landlord: string;
  readonly isCandidate: (candidate: Candidate) => Promise<boolean>;
  /** The step of an offer that is open with the corporation. */
  readonly offeredStep: (casus: string, handoff: string) => Promise<string | undefined>;
  /** The free homes that fit a candidate. */
  readonly fitting: (candidate: Candidate) => Promise<readonly string[]>;
}

/** A command for a candidate; `casus` is its reference or id. */
export interface SearchCommandOrder extends CommandOrder<SearchCommandName> {
  readonly casus: string;
}

class FittingHomeBody extends CommandBody {
  @Required(homeId, 'The home that fits')
  home!: string;
}

const LINES: readonly CommandLine<SearchCommandName>[] = [
  ...SEARCH_TABLE,
  {
    do: 'note-fitting-home',
    path: 'candidates/{casus}/steps/{step}/fitting-home',
    body: FittingHomeBody,
    summary: 'Notes that a home that fits is free after all',
  },
];

const trade = (
  { landlord, searchStates }: SearchCommandDeps,
  offered: string | undefined,
): Trade<SearchCommand, Search, SearchFact, SearchEvent, HomeRejection> => ({
  decider: searchDecider,
  ...(searchStates && { cache: searchStates }),
  read: readSearchFact,
  commandOf(name, fields, { occurredAt, recordedAt }, stream) {
    const whole = { ...(offered !== undefined && { step: offered }), ...fields, casus: idOf(stream), do: name };
    // The fields were checked by the class that the table of commands names for this very command.
    return { ...whole, occurredAt, recordedAt } as unknown as SearchCommand;
  },
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: refusalOfHome,
  missing: () => undefined,
  about: () => ({ responsible: landlord }),
  head: (stream) => Promise.resolve({ casus: idOf(stream) }),
});

/** Why a command cannot be attempted, by what the corporation knows of its candidates and homes. */
async function refusedBefore(
  deps: SearchCommandDeps,
  name: SearchCommandName,
  casus: string,
  address: Readonly<Record<string, string>>,
  offered: string | undefined,
): Promise<HomeRejection | undefined> {
  const { handoff = '', step = '' } = address;
  if (name === 'take-on-step') {
    if (offered !== undefined) return undefined;
    return homeRejected('offered-step-unknown', { casus, handoff }).rejection;
  }
  if (!(await deps.isCandidate({ casus, step }))) return homeRejected('candidate-unknown', { casus, step }).rejection;
  const homes = name === 'record-no-fit' ? await deps.fitting({ casus, step }) : [];
  return homes.length > 0
    ? homeRejected('fitting-home-there', { casus, step, homes: [...homes] }).rejection
    : undefined;
}

/**
 * Carries out one command for a candidate; refusals come back as values. That no home fits is only recorded when none
 * does. The same command again under its key has the same answer, whatever has changed since.
 */
export async function handleSearchCommand(deps: SearchCommandDeps, order: SearchCommandOrder): Promise<Handled> {
  const line = LINES.find((one) => one.do === order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const { address = {}, actor } = order;
  const casus = casusIdFrom(order.casus);
  const stream = streamName(SEARCH_CATEGORY, casus);
  const offered = line.do === 'take-on-step' ? await deps.offeredStep(casus, address['handoff'] ?? '') : undefined;
  const rejection =
    actor.partner === deps.landlord ? await refusedBefore(deps, line.do, casus, address, offered) : undefined;
  const job = { line, stream, target: stream, order };
  if (rejection && !(await wasDone(deps, job))) return refusalOfHome(rejection);
  return carryOut(deps, trade(deps, offered), job);
}
