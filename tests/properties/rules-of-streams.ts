import { isDeepStrictEqual } from 'node:util';
import type { RecordedEvent } from '#event-sourcing/event';
import { firstBrokenLink } from '#event-sourcing/hash-chain';
import { sha256 } from '#stores/sha256';
import { casusDecider } from '#casus/casus-decider';
import { readFact, type Fact } from '#casus/fact';
import type { CasusHistory } from '#casus/history';
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
    .reduce((state, fact) => casusDecider.evolve(state, fact), casusDecider.initialState);
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

/** For each step the order of recording is the order of happening. */
export function checkOrders(recorded: readonly Fact[]): void {
  const latest = new Map<string, Fact>();
  for (const fact of recorded) {
    if (CHANGES_NO_STATE.has(fact.type) || !('step' in fact.data) || fact.data.step === undefined) continue;
    const before = latest.get(fact.data.step);
    must(
      before === undefined || before.occurredAt <= fact.occurredAt,
      'for each step the two orders agree',
      () => `${fact.type} at ${fact.occurredAt} was recorded after ${before?.type} at ${before?.occurredAt}`,
    );
    latest.set(fact.data.step, fact);
  }
}

/** A closed casus takes its reopening and notes only. */
export function checkTaken(before: CasusHistory, { command, decision }: Given): void {
  if (before.casus?.life.is !== 'closed' || !decision.accepted) return;
  const taken = command.do === 'reopen-casus' || command.do === 'add-note';
  must(taken, 'a closed casus takes reopen-casus and add-note only', () => command.do);
}

/** Between its closing and its reopening, in order of happening, nothing changes about a step or promise of a casus; and none was open. */
export function checkClosed(history: CasusHistory): void {
  let closed = false;
  for (const fact of history.facts) {
    if (fact.type === 'CasusClosed') closed = true;
    if (fact.type === 'CasusReopened') closed = false;
    const touches = ('step' in fact.data && fact.data.step !== undefined) || 'promise' in fact.data;
    if (!closed || !touches || fact.type === 'NoteAdded' || fact.type === 'DecisionRecorded') continue;
    must(false, 'nothing happens in a closed casus', () => `${fact.type} at ${fact.occurredAt}`);
  }
}
