import type { PartnerDirectory } from '#partners/partner-directory';
import { DUTCH_INBOX } from '#read-models/inbox/dutch';
import { ENGLISH_INBOX } from '#read-models/inbox/english';
import type { InboxPhrases } from '#read-models/inbox/phrases';
import type { InboxItem } from '#read-models/inbox/query';
import type { Language } from '#read-models/why/language';
import { partyNames } from '#read-models/why/parties';
import { spansIn, type Spans } from '#read-models/why/spans';
import { titled } from '#read-models/why/voice';

const PHRASES: Readonly<Record<Language, InboxPhrases>> = { nl: DUTCH_INBOX, en: ENGLISH_INBOX };

/** `“Beslissen op briefadres” (E4)`; with the offer or ask that it is about; the product or casus where there is no step. */
function subject({ casus, about, pattern, step, title }: InboxItem, phrases: InboxPhrases): string {
  if (pattern === 'REVOLVING_DOOR') return about;
  if (step !== null) return titled(title ?? '', step === about ? step : `${step}, ${about}`);
  return about === casus ? phrases.theCasus(casus) : `${phrases.theCasus(casus)} (${about})`;
}

function what(item: InboxItem, phrases: InboxPhrases, spans: Spans): string {
  const { why, pattern, about, lastDay, reason, settledAt, since, at } = item;
  if (why === 'stall' && pattern !== null) {
    const until = reason === 'stall-ended' && settledAt !== null ? spans.dayOf(settledAt) : null;
    return phrases.stalled({ title: subject(item, phrases), pattern, since: spans.dayOf(since ?? at), until });
  }
  const on = spans.dayOf(settledAt ?? at);
  const told = { lastDay: lastDay === null ? on : spans.day(lastDay), reason, on };
  return why === 'promise'
    ? phrases.promiseDue({ ...told, title: phrases.thePromise(about) })
    : phrases.stepDue({ ...told, title: subject(item, phrases) });
}

/** Who has to act. Nothing is said of it while the board does not know the step yet. */
function whoActs(
  { why, step, onTheMove, partner }: InboxItem,
  phrases: InboxPhrases,
  named: (party: string) => string,
) {
  if (why === 'term' && step === null) return [];
  if (onTheMove === partner) return [phrases.youAreOnTheMove];
  return [onTheMove === null ? phrases.nobody : phrases.onTheMove(named(onTheMove))];
}

const sentence = (text: string): string => {
  const at = text.search(/\p{L}/u);
  return `${text.slice(0, at)}${text.charAt(at).toUpperCase()}${text.slice(at + 1)}.`;
};

/** Tells items of an inbox, each in a few sentences, with partners by their names in this directory. */
export function inboxTeller(directory: PartnerDirectory, language: Language): (item: InboxItem) => string {
  const phrases = PHRASES[language];
  const spans = spansIn(language);
  const named = partyNames(directory, language);
  return (item) => {
    const { state, reason, level } = item;
    const told = what(item, phrases, spans);
    if (reason === 'never-so' || reason === 'over-before-told') {
      return sentence(`${phrases.withdrawn[reason]}: ${told}`);
    }
    const acts = state === 'open' ? whoActs(item, phrases, named) : [];
    const later = level === 1 ? [] : [phrases.later[level]];
    return [told, ...acts, ...later].map(sentence).join(' ');
  };
}
