import type { Act } from '#casus/move';
import type { RefusalReason, StallPattern } from '#casus/vocabulary';
import type { TermNature } from '#calendar/term-rule';

/**
 * The sentences of an explanation in one language. Parties, days, stretches of time and titles come in as texts; what
 * comes back is a sentence without its first capital and its full stop. `due`: the last day of a norm that was passed.
 */
export interface Phrases {
  lateDone(of: { title: string; by: string; done: string; lastDay: string; source: string }): string;
  lateOpen(of: { title: string; by: string; lastDay: string; source: string }): string;
  stalled(of: { title: string; pattern: StallPattern; since: string; until: string | null }): string;
  neverRed(title: string): string;
  source(of: { nature: TermNature; text: string } | null): string;

  planned(of: { by: string; owner: string | null; day: string }): string;
  plannedAndOffered(of: { by: string; day: string; later: string; to: string; warm: boolean; ref: string }): string;
  plannedAndAsked(of: { by: string; day: string; later: string; to: string; ref: string }): string;
  /** From here on the step waited for another one. */
  elsewhere(title: string): string;

  /** The offer or question, by its reference where it was not told of before. */
  theOffer(ref: string | null): string;
  theAsk(ref: string | null): string;
  offered(of: { from: string; day: string; to: string; warm: boolean; ref: string }): string;
  offerAccepted(of: {
    offer: string;
    to: string;
    read: string | null;
    day: string;
    span: string;
    due: string | null;
  }): string;
  offerDeclined(of: {
    offer: string;
    to: string;
    day: string;
    reason: RefusalReason;
    span: string;
    due: string | null;
  }): string;
  offerWithdrawn(of: { offer: string; from: string; day: string; span: string; due: string | null }): string;
  offerExpired(of: { offer: string; to: string; day: string; span: string; due: string | null }): string;
  offerOpen(of: { offer: string; to: string; span: string; due: string | null }): string;
  offerLay(of: { offer: string; to: string; span: string; due: string | null }): string;

  asked(of: { from: string; day: string; to: string; ref: string }): string;
  askEnded(of: { ask: string; to: string; answered: boolean; day: string; span: string; due: string | null }): string;
  askOpen(of: { ask: string; to: string; span: string; due: string | null }): string;

  worked(of: { party: string; span: string; again: boolean; completed: string | null; lasts: boolean }): string;
  suspended(of: { party: string; first: string; last: string | null; source: string; span: string }): string;
  waited(of: { party: string; span: string; lasts: boolean }): string;
  rerouted(of: { party: string; span: string; lasts: boolean }): string;
  replanned(of: { party: string; span: string; lasts: boolean }): string;
  confirmed(of: { party: string; span: string; lasts: boolean }): string;
  requested(of: { party: string; span: string; lasts: boolean }): string;
  nobody(of: { span: string; lasts: boolean }): string;

  causes(of: readonly { by: string; labels: readonly string[] }[]): string;
  /** What a party would have done in time; `title` when it is about another step, `rhythm` when no day but silence counts. */
  had(of: { act: Act; party: string; day: string; ref: string; title: string | null; rhythm: boolean }): string;
  thenOnTime(had: string, of: { title: string; late: boolean }): string;
  thenTimeLeft(had: string, of: { owner: string; days: string }): string;
  notEnough(had: string, gain: string): string;
  noneAlone(had: string, gain: string): string;
  nothingToGain(late: boolean): string;
}
