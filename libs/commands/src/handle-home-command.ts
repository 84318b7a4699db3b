import type { Decider } from '#event-sourcing/decider';
import type { StateCache } from '#event-sourcing/execute';
import { later, type Instant } from '#event-sourcing/instant';
import { idOf, streamName } from '#event-sourcing/stream-name';
import type { Candidate, Home } from '#homes/home';
import type { HomeCommand, HomeCommandName } from '#homes/home-commands';
import { homeDecider } from '#homes/home-decider';
import type { HomeEvent } from '#homes/home-events';
import { HOME_CATEGORY, readHomeFact, type HomeFact } from '#homes/home-fact';
import { homeRejected, homeRejectionSentence, type HomeRejection } from '#homes/home-rejection';
import { AcceptHomeBody, homeId } from '#commands/body/home-bodies';
import { wasDone } from '#commands/attempt';
import { carryOut } from '#commands/carry-out';
import { casusIdFrom } from '#commands/casus-id';
import type { CommandDeps, CommandOrder, Handled } from '#commands/command-order';
import { isPlainObject } from '#commands/form/form';
import { reference } from '#commands/form/forms';
import { fieldsInvalid, refused, type Refused } from '#commands/refusal';
import { HOME_TABLE, type CodeBefore } from '#commands/table/home-table';
import type { CommandLine } from '#commands/table/command-line';
import type { Trade } from '#commands/trade';

/** A home as it stands, and when the last thing about it was recorded. */
export interface NotedHome {
  readonly home: Home | undefined;
  readonly recordedAt: Instant | undefined;
}

export interface HomeCommandDeps extends CommandDeps {
  readonly homeStates?: StateCache<NotedHome>;
  /** The corporation that lets the homes. */
  readonly landlord: string;
  /** Whether this housing step is with the corporation. */
  readonly isCandidate: (candidate: Candidate) => Promise<boolean>;
  /** Does something while nobody else reserves for this candidate; it hears which homes are kept for it then. */
  readonly reserving: <T>(candidate: Candidate, work: (kept: readonly string[]) => Promise<T>) => Promise<T>;
}

/** A command about a home; its address or, for a registration, its fields say which. */
export type HomeCommandOrder = CommandOrder<HomeCommandName>;

/** A refusal of a decision as it goes outside. */
export const refusalOfHome = ({ kind, code, details }: HomeRejection): Refused =>
  refused(kind, code, homeRejectionSentence(code), details);

const noting: Decider<HomeCommand, NotedHome, HomeFact, HomeEvent, HomeRejection> = {
  initialState: { home: homeDecider.initialState, recordedAt: undefined },
  evolve: ({ home, recordedAt }, fact) => ({
    home: homeDecider.evolve(home, fact),
    recordedAt: later(recordedAt ?? fact.recordedAt, fact.recordedAt),
  }),
  decide: (command, { home }) => homeDecider.decide(command, home),
};

const homeUnknown = (home: string): Refused => refusalOfHome(homeRejected('home-unknown', { home }).rejection);

/** A candidate by the id of its casus, whatever it was named by. */
const byId = ({ casus, step }: Candidate): Candidate => ({ casus: casusIdFrom(casus), step });

const trade = (
  { landlord, homeStates }: HomeCommandDeps,
  otherHome?: string,
): Trade<HomeCommand, NotedHome, HomeFact, HomeEvent, HomeRejection> => ({
  decider: noting,
  ...(homeStates && { cache: homeStates }),
  read: readHomeFact,
  commandOf(name, fields, { actor, occurredAt, recordedAt }, stream) {
    // The fields were checked by the class that the table of commands names for this very command.
    const candidate = fields['candidate'] as Candidate | undefined;
    const known = { ...(candidate && { candidate: byId(candidate) }), ...(otherHome !== undefined && { otherHome }) };
    const whole = { ...fields, ...known, home: idOf(stream), do: name };
    return { ...whole, actor, occurredAt, recordedAt } as unknown as HomeCommand;
  },
  lastRecordedAt: ({ recordedAt }) => recordedAt,
  refusal: refusalOfHome,
  missing: ({ home }, name, stream) => (home || name === 'register-home' ? undefined : homeUnknown(idOf(stream))),
  about: () => ({ responsible: landlord }),
  head: (stream) => Promise.resolve({ home: idOf(stream) }),
});

/** The candidate that a body names, as far as it fits. */
function candidateIn(fields: unknown): Candidate | undefined {
  const named = isPlainObject(fields) ? fields['candidate'] : undefined;
  if (!isPlainObject(named)) return undefined;
  const { casus, step } = named;
  if (!reference.fits(casus) || !reference.fits(step)) return undefined;
  return byId({ casus: String(casus), step: String(step) });
}

/** Why a home cannot be kept for somebody, whatever the home. */
async function whyNoCandidate(
  { isCandidate }: HomeCommandDeps,
  candidate: Candidate,
): Promise<HomeRejection<CodeBefore<'reserve-home'>> | undefined> {
  if (await isCandidate(candidate)) return undefined;
  return homeRejected('candidate-unknown', { ...candidate }).rejection;
}

const LINES: readonly CommandLine<HomeCommandName>[] = [
  ...HOME_TABLE,
  {
    do: 'note-offer-expired',
    path: 'homes/{home}/expiry',
    body: AcceptHomeBody,
    summary: 'Notes that nobody answered an offer in time',
  },
];

/**
 * Carries out one command about a home; refusals come back as values, in the order 404, 400, 403, 409. A home is only
 * kept for a candidate whose housing step is with the corporation, and for whom no other is kept.
 */
export async function handleHomeCommand(deps: HomeCommandDeps, order: HomeCommandOrder): Promise<Handled> {
  const line = LINES.find((one) => one.do === order.do);
  if (!line) throw new TypeError(`no line in the table of commands for ${order.do}`);
  const { fields, address = {} } = order;
  const inAddress = address['home'];
  const named = inAddress ?? (isPlainObject(fields) ? fields['home'] : undefined);
  if (typeof named !== 'string' || !homeId.fits(named)) {
    if (inAddress !== undefined) return homeUnknown(inAddress);
    const wrong = named === undefined ? 'is missing' : 'is a text of another form';
    return fieldsInvalid([{ field: 'home', wrong, right: homeId.right }]);
  }
  const stream = streamName(HOME_CATEGORY, named);
  const candidate = order.do === 'reserve-home' ? candidateIn(fields) : undefined;
  const job = { line, stream, target: stream, order };
  if (!candidate || order.actor.partner !== deps.landlord) return carryOut(deps, trade(deps), job);
  const rejection = await whyNoCandidate(deps, candidate);
  if (rejection && !(await wasDone(deps, job))) return refusalOfHome(rejection);
  return deps.reserving(candidate, (kept) => {
    const otherHome = kept.find((home) => home !== named);
    return carryOut(deps, trade(deps, otherHome), job);
  });
}
