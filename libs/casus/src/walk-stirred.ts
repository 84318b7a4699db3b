import type { Instant } from '#event-sourcing/instant';
import type { Casus } from '#casus/casus';
import { stepsNamed, type Fact } from '#casus/fact';
import type { Look } from '#casus/walk-look';

/** The entries that are not what they were. */
function changed<V>(then: ReadonlyMap<string, V>, now: ReadonlyMap<string, V>): readonly V[] {
  if (then === now) return [];
  const found: V[] = [];
  for (const [key, value] of now) if (then.get(key) !== value) found.push(value);
  return found;
}

/** The steps that wait for one of these, directly or through others, and these themselves. */
function withThoseBehind(casus: Casus, steps: Set<string>): ReadonlySet<string> {
  if (steps.size === 0) return steps;
  for (let before = -1; steps.size > before;) {
    before = steps.size;
    for (const { id, after } of casus.steps.values()) {
      if (after.length > 0 && !steps.has(id) && after.some(({ step }) => steps.has(step))) steps.add(id);
    }
  }
  return steps;
}

/**
 * The steps that may stand otherwise than at an earlier look: what they are made of was changed, a moment came at which
 * they change by themselves, or a step before them is one of these. All others stand as they stood.
 */
export function stirredSince(before: Look, casus: Casus, at: Instant, fact: Fact | undefined): ReadonlySet<string> {
  const then = before.casus;
  if (then.director.partner !== casus.director.partner) return new Set(casus.steps.keys());
  const stirred = new Set(fact ? stepsNamed(fact) : []);
  if (before.turnsAt !== undefined && before.turnsAt <= at) {
    for (const { step, turnsAt } of before.steps.values()) {
      if (turnsAt !== undefined && turnsAt <= at) stirred.add(step.id);
    }
  }
  for (const { id } of changed(then.steps, casus.steps)) stirred.add(id);
  for (const { step } of changed(then.handoffs, casus.handoffs)) stirred.add(step);
  for (const { step } of changed(then.asks, casus.asks)) stirred.add(step);
  for (const { step } of changed(then.takeovers, casus.takeovers)) stirred.add(step);
  if (then.decisions !== casus.decisions) {
    for (const { step } of casus.decisions) if (step !== undefined) stirred.add(step);
  }
  return withThoseBehind(casus, stirred);
}
