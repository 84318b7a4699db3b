import type { Instant } from '#event-sourcing/instant';
import type { Fact } from '#casus/fact';
import { allOf, followed } from '#tests/properties/model/facts-of';
import { expiryOf } from '#tests/properties/model/step-story';

/** What happened to a step, expiries among its facts at their instant, of which nothing is recorded. */
function courseOf(facts: readonly Fact[], at: Instant): (Fact | 'expired')[] {
  const course: { readonly when: Instant; readonly what: Fact | 'expired' }[] = facts.map((fact) => ({
    when: fact.occurredAt,
    what: fact,
  }));
  for (const offer of allOf(facts, 'HandoffOffered')) {
    const expiry = expiryOf(offer);
    const answered = followed(
      facts.filter((fact) => 'handoff' in fact.data && fact.data.handoff === offer.data.handoff),
      offer,
      'HandoffAccepted',
      'HandoffDeclined',
      'HandoffWithdrawn',
    );
    if (expiry === undefined || expiry > at || answered) continue;
    const place = course.findIndex(({ when }) => when >= expiry);
    course.splice(place < 0 ? course.length : place, 0, { when: expiry, what: 'expired' });
  }
  return course.map(({ what }) => what);
}

/** Whether a step goes to and fro at the end of these facts of it: PINGPONG. */
export function toAndFro(facts: readonly Fact[], at: Instant): boolean {
  const pairs = new Map<string, number>();
  let row = 0;
  let holds = false;
  const refused = (pair?: string): void => {
    row += 1;
    const times = pair === undefined ? 0 : (pairs.get(pair) ?? 0) + 1;
    if (pair !== undefined) pairs.set(pair, times);
    if (times >= 2 || row >= 3) holds = true;
  };
  for (const what of courseOf(facts, at)) {
    if (what === 'expired') {
      refused();
      continue;
    }
    const { type, data } = what;
    switch (type) {
      case 'HandoffDeclined':
      case 'StepReturned':
        if (data.reason !== 'resident-declined') refused([data.from, data.to].sort().join());
        break;
      case 'HandoffAccepted':
        row = 0;
        holds = false;
        break;
      case 'TakeoverGranted':
      case 'StepReassigned':
      case 'StepCompleted':
      case 'CompletionConfirmed':
      case 'StepCancelled':
        holds = false;
        break;
      default:
    }
  }
  return holds;
}
