import type { RecordedEvent } from '#event-sourcing/event';
import { moment } from '#casus/moment';
import { takesPart } from '#casus/taking-part';
import { outlineOf } from '#messaging/audience/outline';
import { isOwnStep, knowsStep, mayKnow, neverKnows, type Viewer } from '#messaging/audience/rights';
import type { Delivery } from '#messaging/audience/delivery';
import { forViewer } from '#messaging/audience/stall-for-viewer';
import type { PublicEvent } from '#messaging/contract/public-event';
import { partnersNamed } from '#messaging/translate/partners-named';
import { say, type Concerns } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';
import { stepPath } from '#messaging/translate/step-sayings';
import { aboutCasus, enveloped } from '#messaging/translate/envelope';
import { translate, type Translated } from '#messaging/translate/translate';

/** A partner as it stood before and after an event; before the opening there is nothing to look at. */
type Looks = readonly [after: Viewer, ...before: Viewer[]];

const partiesOf = (concerns: Concerns): readonly string[] => ('parties' in concerns ? concerns.parties : []);

/** Whether a partner may have an event whole; a stall with what forViewer leaves of it. */
function mayHave(looks: Looks, concerns: Concerns): boolean {
  const [after] = looks;
  const { partner, kind, casus } = after;
  const isParty = partiesOf(concerns).includes(partner);
  const stepsOf = (ids: readonly string[]) => ids.flatMap((id) => casus.steps.get(id) ?? []);
  switch (concerns.what) {
    case 'casus':
      return true;
    case 'promise':
      return isParty || looks.some((look) => look.casus.director.partner === partner);
    case 'housing-need':
      return looks.some((look) => mayKnow(look, 'housing'));
    case 'step': {
      const [step] = stepsOf([concerns.step]);
      if (!step || neverKnows(kind, step.category)) return false;
      return isParty || looks.some((look) => knowsStep(look, look.casus.steps.get(step.id) ?? step));
    }
    case 'stall': {
      const steps = stepsOf(concerns.steps);
      if (casus.director.partner === partner) return true;
      if (steps.some(({ category }) => neverKnows(kind, category))) return false;
      return isParty || steps.some((step) => isOwnStep(after, step));
    }
  }
}

/**
 * The steps of others that look different to a partner after an event, as it may see them. To one that took no part before,
 * all of them do.
 */
function outlines(looks: Looks, recorded: RecordedEvent, scene: Scene, from: number): readonly PublicEvent[] {
  const [after, before] = looks;
  const occurredAt = recorded.metadata.occurredAt;
  const changed = [...after.casus.steps.values()].flatMap((step) => {
    const now = outlineOf(after, step);
    const old = before?.casus.steps.get(step.id);
    const then = before && old && outlineOf(before, old);
    return now && JSON.stringify(now) !== JSON.stringify(then) ? [now] : [];
  });
  return changed.map((outline, index) => {
    const which = `${outline.step} ${after.partner}`;
    const below = { path: stepPath(outline.step), which };
    const concerns: Concerns = { what: 'step', step: outline.step, parties: [] };
    const said = say('casus.other-step-changed', { occurredAt, ...outline }, concerns, below);
    return enveloped(recorded, aboutCasus(scene), said, from + index);
  });
}

function deliveriesTo(partner: string, told: readonly Translated[], recorded: RecordedEvent, scene: Scene): Delivery[] {
  const { at, before, after } = scene;
  if (!after.casus) return [];
  const kind = scene.kindOf(partner);
  const looks: Looks = [
    { partner, kind, casus: after.casus, at },
    ...(before.casus ? ([{ partner, kind, casus: before.casus, at }] as const) : ([] as const)),
  ];
  const isIn = looks.some(({ casus }) => takesPart(casus, partner, moment(at)));
  const whole = told
    .filter(({ concerns }) => (isIn || partiesOf(concerns).includes(partner)) && mayHave(looks, concerns))
    .map(({ event }) => forViewer(looks[0], event));
  const wasIn = before.casus !== undefined && takesPart(before.casus, partner, moment(at));
  const seen = wasIn ? looks : ([looks[0]] as const);
  const others = isIn && before !== after ? outlines(seen, recorded, scene, told.length) : [];
  return [...whole, ...others].map((event) => ({ partner, event }));
}

/**
 * Everything that is told because of one private event, and to whom: the installation itself hears all of it, a partner
 * what its own steps and the rules for other steps allow it, no more. Pure. Throws what `translate` throws.
 */
export function deliveriesOf(recorded: RecordedEvent, scene: Scene): readonly Delivery[] {
  const told = translate(recorded, scene);
  const named = [scene.after.casus, scene.before.casus].flatMap((casus) => (casus ? partnersNamed(casus) : []));
  const partners = [...new Set(named)].sort();
  return [
    ...told.map(({ event }) => ({ partner: null, event })),
    ...partners.flatMap((partner) => deliveriesTo(partner, told, recorded, scene)),
  ];
}
