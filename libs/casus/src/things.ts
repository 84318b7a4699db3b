import type { Instant } from '#event-sourcing/instant';
import type { CasusEvent, CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';

/** Events that name a thing but change no state of it: they may be entered out of order. */
const CHANGES_NOTHING: ReadonlySet<CasusEventType> = new Set([
  'StepClaimed',
  'StepReleased',
  'ProgressNoted',
  'DecisionRecorded',
  'MeetingRecorded',
  'NoteAdded',
  'StallCauseNamed',
]);

const OF_THE_CASUS: ReadonlySet<CasusEventType> = new Set(['CasusClosed', 'CasusReopened', 'DirectorAppointed']);

/**
 * The things whose state an event changes: the casus, a step, the order of steps, a promise. What happens to a handoff, an
 * ask or a takeover request happens to its step. A fact about a thing cannot lie before the latest known fact about it.
 */
export function thingsOf(event: CasusEvent): readonly string[] {
  if (CHANGES_NOTHING.has(event.type)) return [];
  if (OF_THE_CASUS.has(event.type)) return ['casus'];
  if ('promise' in event.data) return [`promise ${event.data.promise}`];
  const steps = 'step' in event.data && event.data.step !== undefined ? [`step ${event.data.step}`] : [];
  // Two steps could be made to wait for each other, were the one change entered before the other.
  return event.type === 'StepReplanned' && event.data.after ? [...steps, 'order of steps'] : steps;
}

/** When the latest known fact about any of these things happened. A closing is about all things: nothing of them was left. */
export function latestAbout(facts: readonly Fact[], event: CasusEvent): Instant | undefined {
  const things = thingsOf(event);
  if (things.length === 0) return undefined;
  const latest = facts.findLast((fact) => {
    const touched = thingsOf(fact);
    const closes = event.type === 'CasusClosed' || fact.type === 'CasusClosed';
    return closes ? touched.length > 0 : touched.some((thing) => things.includes(thing));
  });
  return latest?.occurredAt;
}
