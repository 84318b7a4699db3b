import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '#event-sourcing/event';
import { firstBrokenLink } from '#event-sourcing/hash-chain';
import { sha256 } from '#stores/sha256';
import type { Casus } from '#casus/casus';
import { casusFolding } from '#casus/casus-decider';
import { readFact, type Fact } from '#casus/fact';
import { evolve } from '#casus/evolve/evolve';
import type { CasusHistory } from '#casus/history';
import { hasEnded } from '#casus/step';
import { must } from '#tests/properties/broken';
import { wholeText } from '#tests/properties/plain';
import type { Given } from '#tests/properties/workplace';

/** A refused command appends nothing; an accepted one all its events. */
export function checkAppended({ command, decision, eventsBefore, eventsAfter }: Given): void {
  const added = decision.accepted ? decision.events.length : 0;
  must(eventsAfter - eventsBefore === added, 'a refused command appends nothing', () => {
    const how = decision.accepted ? 'accepted' : `refused (${decision.rejection.code})`;
    return `${command.do} ${how}: ${eventsAfter - eventsBefore} events more`;
  });
}

const holdSame = (a: CasusHistory, b: CasusHistory): boolean =>
  isDeepStrictEqual(JSON.parse(wholeText(a)), JSON.parse(wholeText(b)));

/** What the store holds, read and folded anew, is what was kept along the way; and its hash chain holds. */
export function checkStored(stored: readonly RecordedEvent[], kept: CasusHistory, folded: CasusHistory): void {
  const anew = stored
    .map(readFact)
    .reduce((state, fact) => casusFolding.evolve(state, fact), casusFolding.initialState);
  const seen = () => wholeText(anew.casus);
  must(holdSame(kept, anew), 'the stored stream folds to the state kept along the way', seen);
  must(holdSame(folded, anew), 'the stored stream folds to the state the loop kept', seen);
  must(firstBrokenLink(stored, sha256) === undefined, 'the hash chain holds', () => `${stored.length} events`);
}

/** Facts that change no state of a step may be entered out of order; all others about one step may not. */
const CHANGES_NO_STATE: ReadonlySet<string> = new Set([
  'StepClaimed',
  'StepReleased',
  'ProgressNoted',
  'DecisionRecorded',
  'NoteAdded',
]);

const OF_THE_CASUS: ReadonlySet<string> = new Set(['CasusClosed', 'CasusReopened', 'DirectorAppointed']);

function thingOf({ type, data }: Fact): string | undefined {
  if (CHANGES_NO_STATE.has(type)) return undefined;
  if (OF_THE_CASUS.has(type)) return 'casus';
  if ('promise' in data) return `promise ${data.promise}`;
  return 'step' in data ? data.step : undefined;
}

/** For each step (with its handoffs, asks and requests), each promise and the casus the order of recording is that of happening. */
export function checkOrders(recorded: readonly Fact[]): void {
  const latest = new Map<string, Fact>();
  for (const fact of recorded) {
    const thing = thingOf(fact);
    if (thing === undefined) continue;
    const before = latest.get(thing);
    must(
      before === undefined || before.occurredAt <= fact.occurredAt,
      'for each thing the two orders agree',
      () => `${fact.type} at ${fact.occurredAt} was recorded after ${before?.type} at ${before?.occurredAt}`,
    );
    latest.set(thing, fact);
  }
}

/** A closed casus takes its reopening and notes only. */
export function checkTaken(before: CasusHistory, { command, decision }: Given): void {
  if (before.casus?.life.is !== 'closed' || !decision.accepted) return;
  const taken = command.do === 'reopen-casus' || command.do === 'add-note';
  must(taken, 'a closed casus takes reopen-casus and add-note only', () => command.do);
}

/** In the order of happening: a casus closes with nothing left, nothing is done in it while it is closed, and it is always about a resident. */
export function checkClosed({ facts }: CasusHistory): void {
  let casus: Casus | undefined;
  for (const fact of facts) {
    const wasClosed = casus?.life.is === 'closed';
    const seen = () => `${fact.type} at ${fact.occurredAt}`;
    casus = evolve(casus, fact);
    const touches = thingOf(fact) !== undefined && fact.type !== 'CasusReopened';
    must(!wasClosed || !touches, 'nothing happens in a closed casus', seen);
    const { steps, promises, residents } = casus;
    const left =
      [...steps.values()].some((step) => !hasEnded(step)) || [...promises.values()].some(({ life }) => life === 'open');
    must(fact.type !== 'CasusClosed' || !left, 'a casus closes with no work left', seen);
    const someone = [...residents.values()].some(({ ended, role }) => !ended && role === 'resident');
    must(someone, 'a casus is about at least one resident', seen);
  }
}
