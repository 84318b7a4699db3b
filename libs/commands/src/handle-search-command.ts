import type { StateCache } from '#event-sourcing/execute';
import type { Instant } from '#event-sourcing/instant';
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
import { reference, text } from '#commands/form/forms';
import { refusalOfHome } from '#commands/handle-home-command';
import { SEARCH_TABLE, type CodeBefore } from '#commands/table/home-table';
import type { CommandLine } from '#commands/table/command-line';
import type { Trade } from '#commands/trade';

export interface SearchCommandDeps extends CommandDeps {
  readonly searchStates?: StateCache<Search>;
  readonly landlord: string;
  readonly isCandidate: (candidate: Candidate) => Promise<boolean>;
  /** The step of an offer that is open with the corporation. */
  readonly offeredStep: (casus: string, handoff: string) => Promise<string | undefined>;
  readonly prospect: (candidate: Candidate) => Promise<Prospect>;
}

/** How a candidate stands. */
export interface Prospect {
  /** The home that it has: kept for it, offered, accepted or let. */
  readonly home: string | undefined;
  /** It is described what is sought, and nothing but a home stands in the way; no home is its own. */
  readonly isReady: boolean;
  /** The free homes that fit and for which nobody stands before it. */
  readonly fitting: readonly string[];
  /** When the casus last said that the step waits no longer. */
  readonly resumedAt: Instant | undefined;
}

/** A command for a candidate; `casus` is its reference or id. */
export interface SearchCommandOrder extends CommandOrder<SearchCommandName> {
  readonly casus: string;
}

class FittingHomeBody extends CommandBody {
  @Required(homeId, 'The home that fits')
  home!: string;
}

class RefusalBody extends CommandBody {
  @Required(reference, 'The event of the own log that led to it')
  event!: string;

  @Required(text(100), 'The type of that event')
  because!: string;

  @Required(text(100), 'What was refused')
  command!: string;

  @Required(reference, 'The step or the offer that it was about')
  about!: string;

  @Required(text(100), 'The code with which it was refused')
  code!: string;
}

const LINES: readonly CommandLine<SearchCommandName>[] = [
  ...SEARCH_TABLE,
  {
    do: 'note-fitting-home',
    path: 'candidates/{casus}/steps/{step}/fitting-home',
    body: FittingHomeBody,
    summary: 'Notes that a home that fits is free after all',
  },
  {
    do: 'note-refusal',
    path: 'candidates/{casus}/refusals',
    body: RefusalBody,
    summary: 'Notes that the casus refused what it was told',
  },
];

/** What is known of a candidate or an offer beside the search itself, as far as a command needs it. */
interface Known {
  /** The step of the offer that is taken on. */
  readonly offered?: string | undefined;
  readonly prospect?: Prospect;
}

const trade = (
  { landlord, searchStates }: SearchCommandDeps,
  { offered, prospect }: Known,
): Trade<SearchCommand, Search, SearchFact, SearchEvent, HomeRejection> => ({
  decider: searchDecider,
  ...(searchStates && { cache: searchStates }),
  read: readSearchFact,
  commandOf(name, fields, { occurredAt, recordedAt }, stream) {
    const known = {
      ...(offered !== undefined && { step: offered }),
      ...(prospect && { resumedAt: prospect.resumedAt }),
    };
    const whole = { ...known, ...fields, casus: idOf(stream), do: name };
    // The fields were checked by the class that the table of commands names for this very command.
    return { ...whole, occurredAt, recordedAt } as unknown as SearchCommand;
  },
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: refusalOfHome,
  missing: () => undefined,
  about: () => ({ responsible: landlord }),
  head: (stream) => Promise.resolve({ casus: idOf(stream) }),
});

/** What the address of a command names; no text where it names none. */
interface Named extends Candidate {
  readonly handoff: string;
}

type FindOut<N extends SearchCommandName> = (
  deps: SearchCommandDeps,
  named: Named,
) => Promise<Known | HomeRejection<CodeBefore<N>>>;

const unknown = ({ casus, step }: Named) => homeRejected('candidate-unknown', { casus, step }).rejection;

/** What each command of the landlord needs to know, or why it cannot be attempted. */
const FIND_OUT: { readonly [N in SearchCommandName]: FindOut<N> } = {
  'note-refusal': () => Promise.resolve({}),
  async 'take-on-step'({ offeredStep }, { casus, handoff }) {
    const offered = await offeredStep(casus, handoff);
    return offered === undefined ? homeRejected('offered-step-unknown', { casus, handoff }).rejection : { offered };
  },
  'note-fitting-home': async ({ isCandidate }, named) => ((await isCandidate(named)) ? {} : unknown(named)),
  async 'record-no-fit'(deps, named) {
    if (!(await deps.isCandidate(named))) return unknown(named);
    const { casus, step } = named;
    const prospect = await deps.prospect({ casus, step });
    const { home, isReady, fitting } = prospect;
    if (home !== undefined) return homeRejected('candidate-has-home', { casus, step, home }).rejection;
    if (!isReady) return homeRejected('candidate-not-ready', { casus, step }).rejection;
    if (fitting.length === 0) return { prospect };
    return homeRejected('fitting-home-there', { casus, step, homes: [...fitting] }).rejection;
  },
};

/**
 * Carries out one command for a candidate; refusals come back as values. That no home fits is only recorded of one who is
 * ready for a home and has none, when none is free that fits and for which nobody stands before it. The same command again
 * under its key has the same answer, whatever has changed since.
 */
export async function handleSearchCommand(deps: SearchCommandDeps, order: SearchCommandOrder): Promise<Handled> {
  const line = LINES.find((one) => one.do === order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const { address: { step = '', handoff = '' } = {}, actor } = order;
  const casus = casusIdFrom(order.casus);
  const stream = streamName(SEARCH_CATEGORY, casus);
  const known = actor.partner === deps.landlord ? await FIND_OUT[line.do](deps, { casus, step, handoff }) : {};
  const job = { line, stream, target: stream, order };
  if (!('code' in known)) return carryOut(deps, trade(deps, known), job);
  return (await wasDone(deps, job)) ? carryOut(deps, trade(deps, {}), job) : refusalOfHome(known);
}
