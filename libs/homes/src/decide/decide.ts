import type { Decision } from '#event-sourcing/decider';
import { plusMs } from '#event-sourcing/instant';
import { statusAt, type Home, type HomeStatus } from '#homes/home';
import type { HomeCommand, HomeCommandContext, HomeCommandName } from '#homes/home-commands';
import type { HomeEvent } from '#homes/home-events';
import { homeRejected, type HomeRejection } from '#homes/home-rejection';
import { LATEST_ENTRY_MS, TOLERANCE_MS } from '#partners/entry-times';

/** The rule of one command: from the command and the home as it stands (undefined: not registered) to what comes of it. */
export type DecideHome<N extends HomeCommandName> = (
  command: HomeCommand<N>,
  home: Home | undefined,
) => Decision<HomeEvent, HomeRejection>;

/** Refuses a fact ahead of its recording (but for sixty seconds) or more than ninety days before it. */
export function timesRefused({ occurredAt, recordedAt }: Pick<HomeCommandContext, 'occurredAt' | 'recordedAt'>) {
  const times = { occurredAt, recordedAt };
  if (occurredAt > plusMs(recordedAt, TOLERANCE_MS)) return homeRejected('occurred-in-the-future', times);
  if (occurredAt < plusMs(recordedAt, -LATEST_ENTRY_MS)) return homeRejected('occurred-too-long-ago', times);
  return undefined;
}

/** The states in which a home can be, and what each has. */
export type InState<S extends HomeStatus['is']> = Extract<HomeStatus, { is: S }>;

/**
 * Decides about a home that is there, by its landlord, in one of these states; what lies before that is refused. States
 * are judged when it happened, expiry when it is recorded.
 */
export function ofHome<S extends HomeStatus['is']>(
  command: HomeCommandContext,
  home: Home | undefined,
  states: readonly S[],
  decide: (status: InState<S>, home: Home) => Decision<HomeEvent, HomeRejection>,
): Decision<HomeEvent, HomeRejection> {
  if (!home) return homeRejected('home-unknown', { home: command.home });
  const badTimes = timesRefused(command);
  if (badTimes) return badTimes;
  if (command.actor.partner !== home.landlord) return homeRejected('not-the-landlord', { landlord: home.landlord });
  const { occurredAt, recordedAt } = command;
  if (occurredAt < home.latest) return homeRejected('occurred-before-known', { occurredAt, latest: home.latest });
  const status = statusAt(home, recordedAt);
  const fits = states.find((state) => state === status.is);
  if (fits === undefined) return homeRejected('home-not-in-this-state', { state: status.is, needs: [...states] });
  // The state was compared just now; the compiler cannot follow the union.
  return decide(status as InState<S>, home);
}
