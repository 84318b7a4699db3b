import type { handoffEvents } from '#casus/events/handoff-events';
import type { Fact } from '#casus/fact';
import { say, type Said } from '#messaging/translate/said';
import type { Scene } from '#messaging/translate/scene';
import { concernsStep, datesOf, stepOf } from '#messaging/translate/step-sayings';

const path = (handoff: string) => ({ path: `/handoffs/${encodeURIComponent(handoff)}` });

/** Who offered what to whom. Throws when the log has no such offer. */
function offerOf({ after }: Scene, id: string) {
  const offer = after.casus?.handoffs.get(id);
  if (!offer) throw new Error(`no handoff ${id} in the casus`);
  const { step, from, to } = offer;
  return { data: { handoff: id, step, from, to }, concerns: concernsStep(step, from, to) };
}

type Sayings = { readonly [T in keyof typeof handoffEvents]?: (fact: Fact<T>, scene: Scene) => readonly Said[] };

/** What the events of handoffs say in public. Takeover requests say nothing; that one was granted is seen by comparing. */
export const HANDOFF_SAYINGS: Sayings = {
  HandoffOffered: ({ data, occurredAt }, { after }) => {
    const { handoff, step, from, to, kind, answerBy, expiresOn, previous } = data;
    const offered = stepOf(after.casus, step);
    const whole = {
      ...{ occurredAt, handoff, step, from, to, category: offered.category, kind },
      ...(answerBy !== undefined && { answerBy }),
      ...(expiresOn !== undefined && { expiresOn }),
      ...(previous !== undefined && { previous }),
      ...datesOf(offered),
    };
    return [say('casus.handoff-offered', whole, concernsStep(step, from, to), path(handoff))];
  },
  HandoffSeen: ({ data: { handoff, toldBy }, occurredAt }, scene) => {
    const { data, concerns } = offerOf(scene, handoff);
    const seen = { occurredAt, ...data, toldByPhone: toldBy !== undefined };
    return [say('casus.handoff-seen', seen, concerns, path(handoff))];
  },
  HandoffAccepted: ({ data: { handoff, toldBy }, occurredAt }, scene) => {
    const { data, concerns } = offerOf(scene, handoff);
    const accepted = { occurredAt, ...data, toldByPhone: toldBy !== undefined };
    return [say('casus.handoff-accepted', accepted, concerns, path(handoff))];
  },
  HandoffDeclined: ({ data: { handoff, toldBy, reason, rightDesk }, occurredAt }, scene) => {
    const { data, concerns } = offerOf(scene, handoff);
    const declined = { occurredAt, ...data, toldByPhone: toldBy !== undefined, reason };
    const whole = { ...declined, ...(rightDesk !== undefined && { rightDesk }) };
    return [say('casus.handoff-declined', whole, concerns, path(handoff))];
  },
  HandoffWithdrawn: ({ data: { handoff }, occurredAt }, scene) => {
    const { data, concerns } = offerOf(scene, handoff);
    return [say('casus.handoff-withdrawn', { occurredAt, ...data }, concerns, path(handoff))];
  },
};
