import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import { handoffState } from '#casus/handoff';
import { moment } from '#casus/moment';
import { ofActiveStep, ownerWaiting, partyOf } from '#casus/stalls/scene';
import type { Step } from '#casus/step';

/** What happened to the ownership of a step: a refusal (of a pair of partners, or by expiry), or an end of the going to and fro. */
type Bounce =
  | { readonly at: Instant; readonly is: 'refused'; readonly pair: string | undefined }
  | { readonly at: Instant; readonly is: 'accepted' | 'settled' };

const pairOf = (a: string, b: string): string => [a, b].sort().join(' ');

function bouncesOf(casus: Casus, step: Step, at: Instant): Bounce[] {
  const bounces: Bounce[] = [];
  for (const offer of casus.handoffs.values()) {
    if (offer.step !== step.id) continue;
    const { life, from, to, expiresAt } = offer;
    if (life.is === 'declined' && life.reason !== 'resident-declined') {
      bounces.push({ at: life.at, is: 'refused', pair: pairOf(from, to) });
    }
    if (expiresAt !== undefined && handoffState(offer, moment(at)) === 'expired') {
      bounces.push({ at: expiresAt, is: 'refused', pair: undefined });
    }
  }
  for (const acquired of step.acquisitions) {
    if (acquired.by === 'return') {
      if (acquired.reason === 'resident-declined') continue;
      bounces.push({ at: acquired.at, is: 'refused', pair: pairOf(acquired.from, acquired.to) });
    } else if (acquired.by !== 'plan') {
      bounces.push({ at: acquired.at, is: acquired.by === 'handoff' ? 'accepted' : 'settled' });
    }
  }
  // Its end settled it; what follows a reopening is new.
  if (step.reopenedAt !== undefined) bounces.push({ at: step.reopenedAt, is: 'settled' });
  return bounces.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0));
}

const IN_A_ROW = 3;
const OF_A_PAIR = 2;

/** Since when a step goes to and fro; undefined when it does not. */
function toAndFroSince(bounces: readonly Bounce[]): Instant | undefined {
  const ofPair = new Map<string, number>();
  let inARow = 0;
  let since: Instant | undefined;
  for (const bounce of bounces) {
    if (bounce.is !== 'refused') {
      since = undefined;
      if (bounce.is === 'accepted') inARow = 0;
      continue;
    }
    inARow += 1;
    const times = bounce.pair === undefined ? 0 : (ofPair.get(bounce.pair) ?? 0) + 1;
    if (bounce.pair !== undefined) ofPair.set(bounce.pair, times);
    if (inARow >= IN_A_ROW || times >= OF_A_PAIR) since ??= bounce.at;
  }
  return since;
}

/** A step that is declined or returned between the same two partners again, or refused three times in a row. */
export const pingpong = ofActiveStep((scene, one) => {
  const { step } = one;
  const from = toAndFroSince(bouncesOf(scene.casus, step, scene.at));
  if (from === undefined) return undefined;
  return {
    pattern: 'PINGPONG',
    about: step.id,
    root: step.id,
    onTheMove: partyOf(one),
    waiting: ownerWaiting(one),
    from,
  };
});
