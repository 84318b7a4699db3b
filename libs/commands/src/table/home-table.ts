import type { HomeCommandFields, HomeCommandName } from '#homes/home-commands';
import type { HomeRejectionCode } from '#homes/home-rejection';
import type { SearchCommandFields, SearchCommandName } from '#homes/search/search-commands';
import { EmptyBody, type CommandBody } from '#commands/body/command-body';
import {
  AcceptHomeBody,
  DeclineHomeBody,
  FreeHomeBody,
  LetHomeBody,
  NoFitBody,
  OfferHomeBody,
  RegisterHomeBody,
  ReleaseHomeBody,
  ReserveHomeBody,
  WithdrawHomeBody,
} from '#commands/body/home-bodies';
import type { BodyClass } from '#commands/form/form';
import type { CommandLine, FittingBody } from '#commands/table/command-line';

/** A line whose body fits its command, else it does not compile. */
const line = <N extends HomeCommandName, const Path extends string, Body extends CommandBody>(
  name: N,
  path: Path,
  body: BodyClass<Body> & BodyClass<FittingBody<HomeCommandFields[N], Path, 'at' | 'home', Body>>,
  summary: string,
  creates?: string,
): CommandLine<N> => ({ do: name, path, body, summary, ...(creates && { creates }) });

const H = 'homes/{home}' as const;

/** Every command about a home, a line each. That an offer expired, the service itself notes. */
export const HOME_TABLE = [
  line('register-home', 'homes', RegisterHomeBody, 'Registers a home that is to be let', 'home'),
  line('reserve-home', `${H}/reserve`, ReserveHomeBody, 'Keeps a home for a candidate'),
  line('release-home', `${H}/release`, ReleaseHomeBody, 'Gives up a reservation, or an offer that was accepted'),
  line('offer-home', `${H}/offer`, OfferHomeBody, 'Offers a reserved home to its candidate'),
  line('accept-home', `${H}/accept`, AcceptHomeBody, 'Records that the candidate takes the home'),
  line(
    'decline-home',
    `${H}/decline`,
    DeclineHomeBody,
    'Records that an offer of a home was declined, and by which side',
  ),
  line('let-home', `${H}/let`, LetHomeBody, 'Lets a home that was accepted'),
  line('free-home', `${H}/free`, FreeHomeBody, 'Says that a home is to be let again'),
  line('withdraw-home', `${H}/withdraw`, WithdrawHomeBody, 'Says that a home is no longer to be let'),
] as const;

const search = <N extends SearchCommandName, const Path extends string, Body extends CommandBody>(
  name: N,
  path: Path,
  body: BodyClass<Body> & BodyClass<FittingBody<Omit<SearchCommandFields[N], 'step'>, Path, 'at', Body>>,
  summary: string,
): CommandLine<N> => ({ do: name, path, body, summary });

/** Every command of the staff for a candidate. That a fitting home was found, the service itself notes. */
export const SEARCH_TABLE = [
  search('take-on-step', 'candidates/{casus}/handoffs/{handoff}/accept', EmptyBody, 'Takes on a step that was offered'),
  search('record-no-fit', 'candidates/{casus}/steps/{step}/no-fit', NoFitBody, 'Records that no home fits'),
] as const;

/** What these commands are refused with before they are decided on, for what is known beside their own home or search. */
export const REFUSED_BEFORE = {
  'reserve-home': ['candidate-unknown'],
  'take-on-step': ['offered-step-unknown'],
  'record-no-fit': ['candidate-unknown', 'candidate-has-home', 'candidate-not-ready', 'fitting-home-there'],
  'note-fitting-home': ['candidate-unknown'],
  'note-refusal': [],
} as const satisfies Partial<Record<HomeCommandName | SearchCommandName, readonly HomeRejectionCode[]>>;

/** The codes that are listed for a command. */
export type CodeBefore<Name extends keyof typeof REFUSED_BEFORE> = (typeof REFUSED_BEFORE)[Name][number];
