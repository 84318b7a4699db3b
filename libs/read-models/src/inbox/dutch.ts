import type { InboxPhrases, WarningTold } from '#read-models/inbox/phrases';
import { DUTCH } from '#read-models/why/dutch';

function warned({ title, lastDay, reason, on }: WarningTold, done: string): string {
  const was = `${title} moest uiterlijk op ${lastDay} ${done} zijn`;
  switch (reason) {
    case null:
    case 'never-so':
      return `${title} moet uiterlijk op ${lastDay} ${done} zijn`;
    case 'step-ended':
      return `${was}, en is op ${on} afgesloten`;
    case 'promise-kept':
      return `${was}, en dat is op ${on} gebeurd`;
    case 'promise-released':
      return `${was}, maar dat hoeft sinds ${on} niet meer`;
    case 'last-day-moved':
      return `${was}, maar sinds ${on} geldt die laatste dag niet meer`;
    case 'last-day-passed':
      return `${was}, en dat is niet gelukt`;
    case 'stall-ended':
    case 'over-before-told':
      return was;
  }
}

/** The inbox in Dutch. */
export const DUTCH_INBOX: InboxPhrases = {
  stalled: (of) => DUTCH.stalled(of),
  stepDue: (of) => warned(of, 'afgerond'),
  promiseDue: (of) => warned(of, 'nagekomen'),
  theCasus: (reference) => `casus ${reference}`,
  thePromise: (promise) => `toezegging ${promise}`,
  youAreOnTheMove: 'u bent aan zet',
  onTheMove: (party) => `aan zet is ${party}`,
  nobody: 'niemand is aan zet',
  later: {
    2: 'dit gaat naar de casusregisseur omdat het na twee werkdagen nog zo was',
    3: 'dit gaat naar de procesregisseur omdat het na zeven werkdagen nog zo was',
  },
  withdrawn: {
    'never-so': 'ingetrokken, want achteraf was dit niet zo',
    'over-before-told': 'ingetrokken, want achteraf was dit al voorbij',
  },
};
