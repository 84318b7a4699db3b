import type { LocalDate } from '#calendar/local-date';
import type { AfterItem } from '#casus/commands';
import {
  CATEGORIES,
  REFUSAL_REASONS,
  WAITING_KINDS,
  type Category,
  type RefusalReason,
  type WaitingKind,
} from '#casus/vocabulary';
import { AgreedBody, CommandBody, OverrideBody, ReasonBody } from '#commands/body/command-body';
import { afterList } from '#commands/form/after-list';
import { Optional, Required } from '#commands/form/field';
import { day, listOf, objectOf, oneOf, orNull, partner, reference, text, wholeNumber } from '#commands/form/forms';

export class TermBody {
  @Required(reference, 'The rule of the law file', 'AWB-413-8W')
  rule!: string;

  @Required(day, 'The day from which it counts; its first day is the day after')
  from!: LocalDate;
}

export class HarmBody {
  @Required(text(2000), 'What the resident loses', 'maand studiefinanciering')
  what!: string;

  @Required(listOf(day, 100), 'On which days, as long as the step is not done')
  dates!: LocalDate[];
}

export class PlanStepBody extends CommandBody {
  @Optional(reference, 'The name of the step within the casus; the next free one (S1, S2 …) when left out')
  step?: string;

  @Required(text(200), 'Title', 'Beslissen op briefadres')
  title!: string;

  @Required(oneOf(CATEGORIES), 'The data category, which decides who may see it', 'address')
  category!: Category;

  @Required(partner, 'The partner that answers for it', 'sociaal-team')
  owner!: string;

  @Optional(objectOf(AgreedBody), 'How it was agreed; needed for a step of another partner')
  agreed?: AgreedBody;

  @Optional(afterList, 'The steps that must be done first, perhaps with an outcome')
  after?: AfterItem[];

  @Optional(objectOf(TermBody), 'A running term')
  term?: TermBody;

  @Optional(day, 'Target')
  target?: LocalDate;

  @Optional(day, 'The day before which nobody can act')
  notBefore?: LocalDate;

  @Optional(text(200), 'What is being decided', 'briefadres')
  product?: string;

  @Optional(partner, 'The partner that confirms its completion', 'clientondersteuning')
  confirmedBy?: string;

  @Optional(wholeNumber(1, 260), 'Working days between acts that are normal for this step; ten when left out', 10)
  rhythm?: number;

  @Optional(objectOf(HarmBody), 'What the resident loses while it is not done')
  harm?: HarmBody;

  @Optional(text(200), 'Financing', 'Wmo')
  financing?: string;

  @Optional(text(200), 'Legal basis', 'Wet BRP 2.23')
  legalBasis?: string;

  @Optional(objectOf(OverrideBody), 'Why it is planned although a basis is missing')
  override?: OverrideBody;
}

export class ReplanStepBody extends CommandBody {
  @Optional(text(200), 'Title', 'Beslissen op briefadres')
  title?: string;

  @Optional(afterList, 'The steps that must be done first, in place of those named before')
  after?: AfterItem[];

  @Optional(orNull(day), 'Target; null takes it away')
  target?: LocalDate | null;

  @Optional(orNull(day), 'The day before which nobody can act; null takes it away')
  notBefore?: LocalDate | null;

  @Optional(text(2000), 'Why', 'Afgesproken in het overleg')
  reason?: string;
}

export class ClaimStepBody extends CommandBody {
  @Required(text(100), 'The person of the owner who takes it up', 'jongerenwerker')
  person!: string;
}

export class NoteProgressBody extends CommandBody {
  @Required(text(10_000), 'What was done', 'Hospita gevonden, kennismaking nog te plannen.')
  text!: string;
}

export class WaitingForBody {
  @Required(oneOf(WAITING_KINDS), 'Who or what is waited for; another partner is asked instead', 'external')
  kind!: WaitingKind;

  @Optional(text(100), 'Its name; no name of a person', 'CIZ')
  name?: string;
}

export class WaitForBody extends ReasonBody {
  @Required(objectOf(WaitingForBody), 'Who or what is waited for')
  waitingFor!: WaitingForBody;

  @Optional(day, 'The last day of the waiting; that of ten working days when left out')
  until?: LocalDate;
}

export class SuspendTermBody extends CommandBody {
  @Required(reference, 'The ground of the law file', 'AWB-415-AANVULLING')
  ground!: string;

  @Required(objectOf(WaitingForBody), 'Who or what is waited for')
  waitingFor!: WaitingForBody;

  @Required(day, 'The first day of the suspension')
  firstDay!: LocalDate;

  @Optional(day, 'The last day of the time that was set')
  until?: LocalDate;
}

export class ResumeTermBody extends CommandBody {
  @Required(day, 'The last day of the suspension')
  lastDay!: LocalDate;
}

export class ExtendTermBody extends CommandBody {
  @Required(reference, 'The ground of the law file', 'AWB-414-MEDEDELING')
  ground!: string;

  @Required(day, 'The new last day of the term')
  lastDay!: LocalDate;

  @Optional(text(2000), 'Why', 'Advies van de medisch adviseur komt later')
  reason?: string;
}

export class RefusalBody extends CommandBody {
  @Required(oneOf(REFUSAL_REASONS), 'Why')
  reason!: RefusalReason;

  @Optional(text(10_000), 'In words; needed with the reason `other`', 'moet via medisch adviseur')
  note?: string;
}

export class ReassignStepBody extends ReasonBody {
  @Required(partner, 'The new owner')
  to!: string;

  @Required(objectOf(AgreedBody), 'How it was agreed with the new owner')
  agreed!: AgreedBody;

  @Optional(objectOf(OverrideBody), 'Why it is reassigned although a basis is missing')
  override?: OverrideBody;
}
