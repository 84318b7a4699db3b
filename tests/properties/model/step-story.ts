import { epochMs, type Instant } from '#event-sourcing/instant';
import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import type { Fact } from '#casus/fact';
import { allOf, followed, isOf, lastOf, resumptionOf } from '#tests/properties/model/facts-of';

/** Facts that give a step another owner. */
const CHANGES_OF_OWNER = ['HandoffAccepted', 'TakeoverGranted', 'StepReturned', 'StepReassigned'] as const;
/** Facts that end a step. */
const ENDS = ['StepCompleted', 'CompletionConfirmed', 'StepCancelled'] as const;
/** What a later fact of these makes of an offer that nobody answered: no matter any more. */
const SUPERSEDES_AN_OFFER = ['HandoffOffered', ...CHANGES_OF_OWNER, ...ENDS] as const;

const endOf = (day: LocalDate): Instant => startOfDay(dayAfter(day));

/** All of a step's own facts, in order, and what the text of the domain says of each matter: read off the list, no state kept. */
export function storyOf(facts: readonly Fact[], planned: Fact<'StepPlanned'>) {
  const later = <T extends Fact>(fact: T | undefined, ...by: Parameters<typeof followed>[2][]): T | undefined =>
    fact && !followed(facts, fact, ...by) ? fact : undefined;

  const ownership = lastOf(facts, ...CHANGES_OF_OWNER);
  const turn = lastOf(facts, 'StepReported', 'CompletionRejected', 'StepReopened', ...ENDS);
  const claim = lastOf(facts, 'StepClaimed', 'StepReleased', ...CHANGES_OF_OWNER);
  const replans = allOf(facts, 'StepReplanned');
  const startsOn = replans.findLast(({ data }) => data.notBefore !== undefined);

  return {
    owner: ownership ? ownership.data.to : planned.data.owner,
    ownedSince: (ownership ?? planned).occurredAt,
    changesOfOwner: facts.filter((fact) => isOf(fact, ...CHANGES_OF_OWNER)).length,
    person: claim?.type === 'StepClaimed' ? claim.data.person : null,
    after: replans.findLast(({ data }) => data.after !== undefined)?.data.after ?? planned.data.after,
    notBefore: startsOn === undefined ? planned.data.notBefore : (startsOn.data.notBefore ?? undefined),
    confirmedBy: planned.data.confirmedBy,
    term: planned.data.term,
    rhythm: planned.data.rhythm,
    claimedAt: claim?.type === 'StepClaimed' ? claim.occurredAt : undefined,
    ended: turn && isOf(turn, ...ENDS) ? (turn.type === 'StepCancelled' ? 'cancelled' : 'done') : undefined,
    reported: turn?.type === 'StepReported',

    /** The waiting that nothing has ended, past its last day or not. */
    waiting: later(lastOf(facts, 'WaitingStarted'), 'WaitingResumed', 'StepReported', ...CHANGES_OF_OWNER, ...ENDS),

    /** The suspension that holds at an instant. */
    suspension(at: Instant): Fact<'TermSuspended'> | undefined {
      return allOf(facts, 'TermSuspended').find((suspended) => {
        const resumed = resumptionOf(facts, suspended);
        const { firstDay, until } = suspended.data;
        const to = resumed
          ? Math.max(epochMs(endOf(resumed.data.lastDay)), epochMs(resumed.occurredAt))
          : until && epochMs(endOf(until));
        return epochMs(startOfDay(firstDay)) <= epochMs(at) && (to === undefined || epochMs(at) < to);
      });
    },

    /** The last offer, if nobody has answered or withdrawn it and nothing has come over it; perhaps it has expired. */
    unanswered: later(lastOf(facts, 'HandoffOffered'), 'HandoffDeclined', 'HandoffWithdrawn', ...SUPERSEDES_AN_OFFER),

    /** The open asks about the step itself. */
    asks: allOf(facts, 'AskOpened').filter(
      (ask) => ask.data.handoff === undefined && !isAnswered(facts, ask) && !followed(facts, ask, ...ENDS),
    ),
    /** The ask about an offer that is open, if it is. */
    askAbout: (handoff: string): Fact<'AskOpened'> | undefined =>
      allOf(facts, 'AskOpened').find((ask) => ask.data.handoff === handoff && !isAnswered(facts, ask)),

    /** The open takeover requests. */
    takeovers: allOf(facts, 'TakeoverRequested').filter(
      (request) =>
        !followed(facts, request, ...CHANGES_OF_OWNER, ...ENDS) &&
        !facts.some(
          (fact) => isOf(fact, 'TakeoverRefused', 'TakeoverWithdrawn') && fact.data.takeover === request.data.takeover,
        ),
    ),

    /** Row 10 of the table, as far as it does not come from an expiry. */
    refused: isRefusal(
      lastOf(
        facts,
        'HandoffDeclined',
        'HandoffWithdrawn',
        'HandoffOffered',
        'StepStarted',
        'StepReported',
        ...CHANGES_OF_OWNER,
        ...ENDS,
      ),
    ),
    /** Whether the owner has started or reported the step at or after an instant. */
    takenUpSince: (at: Instant): boolean =>
      facts.some((fact) => isOf(fact, 'StepStarted', 'StepReported') && epochMs(fact.occurredAt) >= epochMs(at)),
  };
}

export type Story = ReturnType<typeof storyOf>;

const isRefusal = (fact: Fact | undefined): boolean =>
  fact !== undefined && isOf(fact, 'HandoffDeclined', 'HandoffWithdrawn', 'StepReturned');

const isAnswered = (facts: readonly Fact[], ask: Fact<'AskOpened'>): boolean =>
  facts.some((fact) => isOf(fact, 'AskAnswered', 'AskDeclined', 'AskWithdrawn') && fact.data.ask === ask.data.ask);

/** When an offer expires, if it does. */
export const expiryOf = ({ data }: Fact<'HandoffOffered'>): Instant | undefined =>
  data.expiresOn === undefined ? undefined : endOf(data.expiresOn);

/** The end of a waiting's last day. */
export const endOfWaiting = ({ data }: Fact<'WaitingStarted'>): Instant => endOf(data.until);
