import type { LocalDate } from '#calendar/local-date';
import { ESCALATION_ROLES } from '#casus/watch/watch-events';
import type { Position } from '#event-sourcing/position';
import { Optional, Required } from '#commands/form/field';
import { day, oneOf, partner, text } from '#commands/form/forms';
import type { InboxItem } from '#read-models/inbox/query';
import { LANGUAGES, type Language } from '#read-models/why/language';
import { consistencyToken, limit } from '#apps/insight/src/query-forms';

/** Whose inbox. Which person of the partner asks, the header Aanzet-Person says: no name stands in an address. */
export class UnreadParameters {
  @Required(partner, 'The inbox of this partner', 'corporatie')
  partner!: string;

  @Optional(consistencyToken, 'Waits until what the command with this Consistency-Token wrote is shown')
  atLeast?: Position;
}

export class InboxParameters extends UnreadParameters {
  @Optional(oneOf(['true', 'false']), 'Unread or read; both when left out')
  unread?: 'true' | 'false';

  @Optional(oneOf(ESCALATION_ROLES), 'Told in this role; `process-director` for what has lasted longest')
  role?: InboxItem['role'];

  @Optional(oneOf(LANGUAGES), 'The language of the texts; Dutch when left out')
  lang?: Language;

  @Optional(limit, 'How many at most; 50 when left out')
  limit?: number;

  @Optional(text(2000), 'The part that follows: `next` of the part before', 'WyJsYXRlc3QiXQ')
  cursor?: string;
}

export class DigestParameters extends UnreadParameters {
  @Required(day, 'Which day, as the clocks in Amsterdam count it')
  day!: LocalDate;

  @Optional(oneOf(LANGUAGES), 'The language of the texts; Dutch when left out')
  lang?: Language;
}
