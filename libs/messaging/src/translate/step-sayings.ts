import type { Casus } from '#casus/casus';
import type { AfterItem } from '#casus/commands';
import type { stepEvents } from '#casus/events/step-events';
import type { Fact } from '#casus/fact';
import type { Step } from '#casus/step';
import { stepState } from '#casus/step-state';
import { say, type Concerns, type Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';

/** The step of a fact as it is known after it. Throws when the log has no such step. */
export function stepOf(casus: Casus | undefined, id: string): Step {
  const step = casus?.steps.get(id);
  if (!step) throw new Error(`no step ${id} in the casus`);
  return step;
}

export const stepPath = (step: string): string => `/steps/${encodeURIComponent(step)}`;

export const concernsStep = (step: string, ...parties: readonly string[]): Concerns => ({
  what: 'step',
  step,
  parties,
});

const afterOf = (items: readonly AfterItem[]) =>
  items.map(({ step, outcome }) => ({ step, ...(outcome !== undefined && { outcome }) }));

/** The dates that are planned for a step. */
export const datesOf = ({ target, notBefore }: Step) => ({
  ...(target !== undefined && { target }),
  ...(notBefore && { notBefore: notBefore.day }),
});

/** A step that opened, ended or is open again: which, of what category, whose. */
export function sayOfStep(
  name: 'casus.step-opened' | 'casus.step-done' | 'casus.step-cancelled' | 'casus.step-reopened',
  { id, category, owner }: Step,
  occurredAt: string,
): Said {
  const data = { occurredAt, step: id, category, owner };
  return say(name, data, concernsStep(id), { path: stepPath(id), which: id });
}

type Sayings = { readonly [T in keyof typeof stepEvents]?: (fact: Fact<T>, scene: Scene) => readonly Said[] };

/** What the events of steps say in public. Claims, notes and suspensions say nothing; owners and openings are seen by comparing. */
export const STEP_SAYINGS: Sayings = {
  StepPlanned: ({ data, occurredAt }, { after, at }) => {
    const casus = after.casus;
    const step = stepOf(casus, data.step);
    const { id, category } = step;
    const state = casus ? stepState(casus, step, at) : 'open';
    const rule = data.term && { rule: data.term.rule.code, ruleFrom: data.term.from };
    const planned = { occurredAt, step: id, category, owner: data.owner, state, after: afterOf(data.after) };
    return [
      say('casus.step-planned', { ...planned, ...datesOf(step), ...rule }, concernsStep(id), { path: stepPath(id) }),
    ];
  },
  StepReplanned: ({ data, occurredAt }, { after }) => {
    const step = stepOf(after.casus, data.step);
    const { id, category, owner } = step;
    const replanned = { occurredAt, step: id, category, owner, after: afterOf(step.after), ...datesOf(step) };
    return [say('casus.step-replanned', replanned, concernsStep(id), { path: stepPath(id) })];
  },
  WaitingStarted: ({ data, occurredAt }, { after }) => {
    const { id, category, owner } = stepOf(after.casus, data.step);
    const waiting = { occurredAt, step: id, category, owner, waitingFor: data.waitingFor.kind, until: data.until };
    return [say('casus.step-waiting', waiting, concernsStep(id), { path: stepPath(id) })];
  },
  StepReported: ({ data, occurredAt }, { after }) => {
    const { id, category, owner } = stepOf(after.casus, data.step);
    const { confirmedBy } = data;
    const reported = { occurredAt, step: id, category, owner, confirmedBy };
    return [say('casus.step-reported', reported, concernsStep(id, confirmedBy), { path: stepPath(id) })];
  },
  StepCompleted: ({ data, occurredAt }, { after }) => [
    sayOfStep('casus.step-done', stepOf(after.casus, data.step), occurredAt),
  ],
  CompletionConfirmed: ({ data, occurredAt }, { after }) => [
    sayOfStep('casus.step-done', stepOf(after.casus, data.step), occurredAt),
  ],
  StepCancelled: ({ data, occurredAt }, { after }) => [
    sayOfStep('casus.step-cancelled', stepOf(after.casus, data.step), occurredAt),
  ],
  StepReopened: ({ data, occurredAt }, { after }) => [
    sayOfStep('casus.step-reopened', stepOf(after.casus, data.step), occurredAt),
  ],
};
