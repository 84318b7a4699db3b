import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import type { CasusEventType } from '#casus/events/casus-event';
import type { Fact } from '#casus/fact';
import { moment } from '#casus/moment';
import { moveOf } from '#casus/move';
import { stepState } from '#casus/step-state';
import { must } from '#tests/properties/broken';
import { isPartner } from '#tests/properties/commands/cast';
import type { Place } from '#tests/properties/model/rows';

const MAY_CHANGE_OWNER: ReadonlySet<CasusEventType> = new Set<CasusEventType>([
  'HandoffAccepted',
  'StepReturned',
  'TakeoverGranted',
  'StepReassigned',
]);

/** Every step has one owner, a partner; it changes only by the four facts that may change it, on a step that has not ended. */
export function checkOwners(before: Casus | undefined, after: Casus, fact: Fact): void {
  for (const [id, { owner, life }] of after.steps) {
    must(isPartner(owner), 'a step has one owner, a partner', () => `${id} is owned by ${owner}`);
    const old = before?.steps.get(id);
    const own = 'step' in fact.data && fact.data.step === id;
    if (!old || owner === old.owner) continue;
    const seen = () => `${fact.type} (revision ${fact.revision}) moves ${id} from ${old.owner} to ${owner}`;
    must(own && MAY_CHANGE_OWNER.has(fact.type), 'ownership changes by accept, return, grant and reassign only', seen);
    const { from, to } = { from: '', to: '', ...fact.data };
    must(from === old.owner && to === owner, 'a fact names the old and the new owner', seen);
    must(
      old.life.is !== 'done' && old.life.is !== 'cancelled' && life.is === old.life.is,
      'no step that has ended changes owner',
      seen,
    );
  }
}

/** Nobody is on the move only where a step is scheduled without an open offer, or blocked behind such a step. */
function mayLackAMove(places: ReadonlyMap<string, Place>, { state, offered, blockedBy }: Place): boolean {
  if (offered) return false;
  if (state === 'scheduled') return true;
  if (state !== 'blocked') return false;
  return blockedBy.every((step) => {
    const behind = places.get(step);
    return behind !== undefined && behind.story.ended === undefined && mayLackAMove(places, behind);
  });
}

/** What the decider's own view of a moment says of every step, beside what the text of the domain says. */
export function checkMoves(casus: Casus, places: ReadonlyMap<string, Place>, at: Instant): void {
  for (const [id, step] of casus.steps) {
    const place = places.get(id);
    const move = moveOf(casus, step, moment(at));
    const state = stepState(casus, step, at);
    const seen = () =>
      `${id} at ${at}: ${state} ${JSON.stringify(move ?? null)}, by the text ${place?.state} ${JSON.stringify(place?.row ?? null)}`;
    must(place?.state === state && place.story.owner === step.owner, 'state and owner are those of the text', seen);
    must(
      move?.act === place.row?.act && move?.party === place.row?.party && move?.step === place.row?.root,
      'on the move is the first row that fits',
      seen,
    );
    const ended = place.story.ended !== undefined;
    must(!ended || !move, 'nobody is on the move for a step that has ended', seen);
    must(
      ended || (move === undefined) === mayLackAMove(places, place),
      'nobody only where scheduled or behind that',
      seen,
    );
  }
}
