import type { Instant } from '#event-sourcing/instant';
import type { CasusHistory } from '#casus/history';
import type { Step } from '#casus/step';
import { stepState } from '#casus/step-state';
import { say, type Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';
import { concernsStep, sayOfStep, stepPath } from '#messaging/translate/step-sayings';

const stepsOf = ({ casus }: CasusHistory): readonly Step[] => [...(casus?.steps.values() ?? [])];

/** A change of owner, however it came about. */
function ownerChanged({ before, after }: Scene, occurredAt: Instant): readonly Said[] {
  return stepsOf(after).flatMap((step) => {
    const old = before.casus?.steps.get(step.id);
    const { acquired } = step;
    if (!old || old.ownership === step.ownership || acquired.by === 'plan') return [];
    const [from, to] = [old.owner, step.owner];
    const reason = acquired.by === 'return' ? { reason: acquired.reason } : {};
    const data = { occurredAt, step: step.id, category: step.category, from, to, by: acquired.by, ...reason };
    const below = { path: stepPath(step.id), which: step.id };
    return [say('casus.step-owner-changed', data, concernsStep(step.id, from, to), below)];
  });
}

const CLOSED_BEFORE: ReadonlySet<string> = new Set(['blocked', 'scheduled', 'waiting', 'reported']);

/** Steps that this event opened; what opens by the calendar alone is seen on both sides and says nothing. */
function opened({ before, after, at }: Scene, occurredAt: Instant): readonly Said[] {
  const { casus } = after;
  return stepsOf(after).flatMap((step) => {
    const old = before.casus?.steps.get(step.id);
    if (!before.casus || !casus || !old) return [];
    if (!CLOSED_BEFORE.has(stepState(before.casus, old, at)) || stepState(casus, step, at) !== 'open') return [];
    return [sayOfStep('casus.step-opened', step, occurredAt)];
  });
}

const hasNeed = ({ facts }: CasusHistory): boolean => facts.some(({ type }) => type === 'HousingNeedDescribed');

/** The open housing steps of corporations, once it is described what is sought. */
function ready(history: CasusHistory, { at, kindOf }: Scene): readonly Step[] {
  const { casus } = history;
  if (!casus || casus.life.is === 'closed' || !hasNeed(history)) return [];
  return stepsOf(history).filter(
    (step) =>
      step.category === 'housing' &&
      kindOf(step.owner) === 'housing-corporation' &&
      stepState(casus, step, at) === 'open',
  );
}

const HOUSING_NEED = { path: '/housing-need' };

/** That it was described what home is sought, and for which steps a home can be offered from now on. */
function housingNeed(scene: Scene, occurredAt: Instant): readonly Said[] {
  const described = (history: CasusHistory) =>
    history.facts.filter(({ type }) => type === 'HousingNeedDescribed').length;
  const already = new Set(ready(scene.before, scene).map(({ id, owner }) => `${id} ${owner}`));
  const now = ready(scene.after, scene).filter(({ id, owner }) => !already.has(`${id} ${owner}`));
  return [
    ...(described(scene.after) > described(scene.before)
      ? [say('casus.housing-need-described', { occurredAt }, { what: 'housing-need' }, HOUSING_NEED)]
      : []),
    ...now.map(({ id, owner }) =>
      say('casus.housing-need-ready', { occurredAt, step: id, owner }, concernsStep(id), {
        ...HOUSING_NEED,
        which: id,
      }),
    ),
  ];
}

/** What is seen by comparing the casus before and after an event: owners, openings, candidates. */
export const changesSaid = (scene: Scene, occurredAt: Instant): readonly Said[] => [
  ...ownerChanged(scene, occurredAt),
  ...opened(scene, occurredAt),
  ...housingNeed(scene, occurredAt),
];
