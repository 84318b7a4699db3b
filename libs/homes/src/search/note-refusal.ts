import { accepted } from '#event-sourcing/decider';
import { homeRejected } from '#homes/home-rejection';
import { inOrder, type DecideSearch } from '#homes/search/decide-search';
import { searchEvent } from '#homes/search/search-events';

/** The casus did not take what was told to it; once for each command that followed from an event. */
export const noteRefusal: DecideSearch<'note-refusal'> = inOrder(
  ({ event, because, command, about, code }, { refusals }) =>
    refusals.some((one) => one.event === event && one.command === command)
      ? homeRejected('refusal-noted', { command, about })
      : accepted(searchEvent('AnswerRefused', { event, because, command, about, code })),
);
