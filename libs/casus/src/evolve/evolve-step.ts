import { later } from '#event-sourcing/instant';
import { dayAfter, startOfDay, type LocalDate } from '#calendar/local-date';
import type { stepEvents } from '#casus/events/step-events';
import { changeOwner, changeStep, endStep, withEntry, type Evolve } from '#casus/evolve/change';
import type { Fact } from '#casus/fact';
import type { Casus } from '#casus/casus';
import { lastSuspension, partyWaitedFor, type Step } from '#casus/step';

const startOf = (day: LocalDate) => ({ day, startsAt: startOfDay(day) });

/** The owner acted itself: what is left of a refused offer no longer matters, nor of one that had expired by then. */
const takenUp = (step: Step, { occurredAt }: Fact): Partial<Step> => ({
  rerouting: false,
  takenUpAt: step.takenUpAt === undefined ? occurredAt : later(step.takenUpAt, occurredAt),
});

/** What a replanning leaves: what it does not name stays, null takes it away. */
const replanned = <Planned>(to: Planned | null | undefined, from: Planned): Planned | undefined =>
  to === undefined ? from : (to ?? undefined);

const unchanged = (casus: Casus): Casus => casus;

/** What the events of a step do to the casus. */
export const EVOLVE_STEP: { [T in keyof typeof stepEvents]: Evolve<T> } = {
  StepPlanned: (casus, { data, occurredAt }) => ({
    ...casus,
    steps: withEntry(casus.steps, data.step, {
      id: data.step,
      title: data.title,
      category: data.category,
      plannedAt: occurredAt,
      owner: data.owner,
      acquired: { by: 'plan', at: occurredAt },
      acquisitions: [{ by: 'plan', at: occurredAt }],
      ownership: 0,
      after: data.after,
      term: data.term,
      extensions: [],
      suspensions: [],
      target: data.target,
      notBefore: data.notBefore && startOf(data.notBefore),
      product: data.product,
      confirmedBy: data.confirmedBy,
      rhythm: data.rhythm,
      harm: data.harm,
      life: { is: 'active' },
      rerouting: false,
    }),
  }),
  StepReplanned: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, (step) => ({
      title: fact.data.title ?? step.title,
      after: fact.data.after ?? step.after,
      target: replanned(fact.data.target, step.target),
      notBefore: replanned(fact.data.notBefore && startOf(fact.data.notBefore), step.notBefore),
    })),
  StepClaimed: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, () => ({ claimedBy: fact.data.person, claimedAt: fact.occurredAt })),
  StepReleased: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, () => ({ claimedBy: undefined, claimedAt: undefined })),
  StepStarted: (casus, fact) => changeStep(casus, fact.data.step, fact, (step) => takenUp(step, fact)),
  ProgressNoted: unchanged,
  WaitingStarted: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, () => ({
      waiting: {
        party: partyWaitedFor(fact.data.waitingFor),
        since: fact.occurredAt,
        until: fact.data.until,
        endsAt: startOfDay(dayAfter(fact.data.until)),
      },
    })),
  WaitingResumed: (casus, fact) => changeStep(casus, fact.data.step, fact, () => ({ waiting: undefined })),
  TermSuspended: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, ({ suspensions }) => ({
      suspensions: [
        ...suspensions,
        {
          ground: fact.data.ground,
          source: fact.data.source,
          party: partyWaitedFor(fact.data.waitingFor),
          firstDay: fact.data.firstDay,
          until: fact.data.until,
          from: startOfDay(fact.data.firstDay),
          to: fact.data.until && startOfDay(dayAfter(fact.data.until)),
          resumed: false,
        },
      ],
    })),
  // It holds to the end of the last day named, or to the resumption itself if that day had passed.
  TermResumed: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, (step) => ({
      suspensions: step.suspensions.map((suspension) =>
        suspension !== lastSuspension(step)
          ? suspension
          : {
              ...suspension,
              until: fact.data.lastDay,
              to: later(startOfDay(dayAfter(fact.data.lastDay)), fact.occurredAt),
              resumed: true,
            },
      ),
    })),
  TermExtended: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, ({ extensions, suspensions }) => ({
      extensions: [
        ...extensions,
        { ground: fact.data.ground, lastDay: fact.data.lastDay, afterSuspensions: suspensions.length },
      ],
    })),
  TermRuleRenewed: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, ({ term }) => ({
      term: term && { ...term, rule: fact.data.rule, calendar: fact.data.calendar },
    })),
  // A report ends a running waiting, for otherwise nobody could confirm it before the waiting is over.
  StepReported: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, (step) => ({
      ...takenUp(step, fact),
      life: { is: 'reported', at: fact.occurredAt },
      waiting: undefined,
    })),
  StepCompleted: (casus, fact) => endStep(casus, fact.data.step, fact, 'done'),
  CompletionConfirmed: (casus, fact) => endStep(casus, fact.data.step, fact, 'done'),
  CompletionRejected: (casus, fact) => changeStep(casus, fact.data.step, fact, () => ({ life: { is: 'active' } })),
  StepCancelled: (casus, fact) => endStep(casus, fact.data.step, fact, 'cancelled'),
  StepReturned: (casus, fact) =>
    changeOwner(casus, fact.data.step, fact, {
      owner: fact.data.to,
      acquired: {
        by: 'return',
        at: fact.occurredAt,
        from: fact.data.from,
        to: fact.data.to,
        reason: fact.data.reason,
      },
      rerouting: true,
    }),
  StepReassigned: (casus, fact) =>
    changeOwner(casus, fact.data.step, fact, {
      owner: fact.data.to,
      acquired: { by: 'reassignment', at: fact.occurredAt },
      rerouting: false,
    }),
  StepReopened: (casus, fact) =>
    changeStep(casus, fact.data.step, fact, () => ({ life: { is: 'active' }, reopenedAt: fact.occurredAt })),
};
