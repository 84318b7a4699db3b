import type { LocalDate } from '#calendar/local-date';
import type { Instant } from '#event-sourcing/instant';
import { Optional, Required } from '#commands/form/field';
import { day, moment, oneOf, text } from '#commands/form/forms';

/** What every command may tell: when it happened. */
export const HappenedAt = (): PropertyDecorator =>
  Optional(moment, 'When it happened; now when left out. At most 90 days ago, except for a decision.');

export class CommandBody {
  @HappenedAt()
  at?: Instant;
}

/** A command that needs no more than its place in the address. */
export class EmptyBody extends CommandBody {}

export class ReasonBody extends CommandBody {
  @Required(text(2000), 'Why', 'Op verzoek van de inwoner')
  reason!: string;
}

export class ToldByBody {
  @Required(text(200), 'Who said so', 'Balie')
  name!: string;

  @Required(text(200), 'Over which channel', 'telefoon')
  channel!: string;
}

export class OverrideBody {
  @Required(text(2000), 'Why it is right although a basis is missing', 'Acute nood; toestemming volgt')
  reason!: string;
}

export class AgreedBody {
  @Required(oneOf(['meeting', 'phone']), 'How it was agreed')
  how!: 'meeting' | 'phone';

  @Optional(day, 'On which day')
  on?: LocalDate;

  @Optional(text(200), 'With whom', 'teamleider')
  with?: string;
}
