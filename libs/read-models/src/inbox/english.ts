import type { InboxPhrases, WarningTold } from '#read-models/inbox/phrases';
import { ENGLISH } from '#read-models/why/english';

function warned({ title, lastDay, reason, on }: WarningTold, done: string): string {
  const was = `${title} was to be ${done} by ${lastDay}`;
  switch (reason) {
    case null:
    case 'never-so':
      return `${title} is to be ${done} by ${lastDay}`;
    case 'step-ended':
      return `${was}, and was closed on ${on}`;
    case 'promise-kept':
      return `${was}, and that was done on ${on}`;
    case 'promise-released':
      return `${was}, but since ${on} it need not be`;
    case 'last-day-moved':
      return `${was}, but since ${on} that last day no longer holds`;
    case 'last-day-passed':
      return `${was}, and that did not happen`;
    case 'stall-ended':
    case 'over-before-told':
      return was;
  }
}

/** The inbox in English. */
export const ENGLISH_INBOX: InboxPhrases = {
  stalled: (of) => ENGLISH.stalled(of),
  stepDue: (of) => warned(of, 'done'),
  promiseDue: (of) => warned(of, 'kept'),
  theCasus: (reference) => `casus ${reference}`,
  thePromise: (promise) => `promise ${promise}`,
  youAreOnTheMove: 'you are on the move',
  onTheMove: (party) => `${party} is on the move`,
  nobody: 'nobody is on the move',
  later: {
    2: 'this goes to the casus director because it was still so after two working days',
    3: 'this goes to the process director because it was still so after seven working days',
  },
  withdrawn: {
    'never-so': 'withdrawn, for in hindsight it was not so',
    'over-before-told': 'withdrawn, for in hindsight it was over already',
  },
};
