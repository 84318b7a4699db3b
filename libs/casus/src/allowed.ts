import type { Casus } from '#casus/casus';
import type { CommandName } from '#casus/commands';
import { isOpenOffer, type Handoff } from '#casus/handoff';
import type { Moment } from '#casus/moment';
import { rejected } from '#casus/rejection';
import { lastSuspension, suspensionAt, waitingAt, type Step } from '#casus/step';
import { stepState, type StepState } from '#casus/step-state';

/** What of a step decides which commands it allows. */
interface Situation {
  readonly state: StepState;
  readonly ended: boolean;
  /** Reported done and not yet answered, also while it is blocked again. */
  readonly unconfirmed: boolean;
  readonly suspended: boolean;
  readonly waitingRuns: boolean;
  readonly waitingLeft: boolean;
  readonly suspensionLeft: boolean;
  readonly offer: boolean;
}

const notEnded = ({ ended }: Situation) => !ended;
const notEndedNoOffer = ({ ended, offer }: Situation) => !ended && !offer;
const notEndedNotReported = ({ ended, state }: Situation) => !ended && state !== 'reported';
const reported = ({ state }: Situation) => state === 'reported';

/** The table of the domain ("What each state allows"): the one place that says which command a step takes. */
const NEEDS = {
  'complete-step': ({ state, suspended, offer }) => (state === 'open' || state === 'waiting') && !suspended && !offer,
  'offer-handoff': ({ ended, unconfirmed, offer }) => !ended && !unconfirmed && !offer,
  'wait-for': ({ state, waitingRuns }) => state === 'open' && !waitingRuns,
  resume: ({ ended, waitingLeft }) => !ended && waitingLeft,
  'resume-term': ({ ended, suspensionLeft }) => !ended && suspensionLeft,
  'reopen-step': ({ state }) => state === 'done',
  'request-takeover': notEnded,
  'start-step': ({ state }) => state === 'open',
  'replan-step': notEndedNotReported,
  'suspend-term': notEndedNotReported,
  'extend-term': notEndedNotReported,
  'renew-term-rule': notEndedNotReported,
  'confirm-completion': reported,
  'reject-completion': reported,
  'cancel-step': notEndedNoOffer,
  'reassign-step': notEndedNoOffer,
  'return-step': notEndedNoOffer,
  'grant-takeover': notEndedNoOffer,
  ask: notEnded,
  'claim-step': notEnded,
  'release-step': notEnded,
  'note-progress': notEnded,
} as const satisfies Partial<Record<CommandName, (situation: Situation) => boolean>>;

export type StepCommand = keyof typeof NEEDS;

const STEP_COMMANDS = Object.keys(NEEDS) as readonly StepCommand[];

/** The open offer of a step, if there is one. */
export function openOffer(casus: Casus, step: Step, at: Moment): Handoff | undefined {
  const offer = step.lastOffer === undefined ? undefined : casus.handoffs.get(step.lastOffer);
  return offer && isOpenOffer(offer, at) ? offer : undefined;
}

/** The open offers of a casus: one for a step at most. What has come over an offer, entered late, is its end as well. */
export const openOffers = (casus: Casus, at: Moment): Handoff[] =>
  [...casus.steps.values()].flatMap((step) => openOffer(casus, step, at) ?? []);

function situationOf(casus: Casus, step: Step, at: Moment): Situation {
  const state = stepState(casus, step, at.at);
  return {
    state,
    ended: state === 'done' || state === 'cancelled',
    unconfirmed: step.life.is === 'reported',
    suspended: suspensionAt(step, at.at) !== undefined,
    waitingRuns: waitingAt(step, at.at) !== undefined,
    waitingLeft: step.waiting !== undefined,
    suspensionLeft: lastSuspension(step)?.resumed === false,
    offer: openOffer(casus, step, at) !== undefined,
  };
}

/** Why the present state does not allow the command; undefined when it does. */
export function refusal(casus: Casus, step: Step, command: StepCommand, at: Moment) {
  const situation = situationOf(casus, step, at);
  if (NEEDS[command](situation)) return undefined;
  const offer = openOffer(casus, step, at);
  const details = { state: situation.state, allowed: allowedOf(casus, step, at) };
  return offer && NEEDS[command]({ ...situation, offer: false })
    ? rejected('offer-open', {
        ...details,
        allowed: [...details.allowed, 'withdraw-handoff'],
        handoff: offer.id,
        to: offer.to,
      })
    : rejected('not-in-this-state', details);
}

/** All commands that the present state of the step allows. */
export function allowedOf(casus: Casus, step: Step, at: Moment): readonly StepCommand[] {
  const situation = situationOf(casus, step, at);
  return STEP_COMMANDS.filter((command) => NEEDS[command](situation));
}
