import type { LocalDate } from '#calendar/local-date';
import { ANSWER_KINDS, MOST_NORM_DAYS, type AnswerKind } from '#partners/norm';
import { PARTNER_KINDS, type PartnerKind } from '#partners/partner-kind';
import { CommandBody } from '#commands/body/command-body';
import { Optional, Required } from '#commands/form/field';
import {
  day,
  listOf,
  newPartner,
  objectOf,
  oneOf,
  partner,
  reference,
  text,
  timeOfDay,
  wholeNumber,
} from '#commands/form/forms';

const name = text(200);

export class RenamePartnerBody extends CommandBody {
  @Required(name, 'Its name', 'Woningcorporatie')
  name!: string;
}

export class RegisterPartnerBody extends RenamePartnerBody {
  @Required(newPartner, 'The id of the partner, for ever')
  partner!: string;

  @Required(oneOf(PARTNER_KINDS), 'Its kind, which decides what it may do and see', 'housing-corporation')
  kind!: PartnerKind;
}

export class SetNormBody extends CommandBody {
  @Required(oneOf(ANSWER_KINDS), 'What it answers')
  of!: AnswerKind;

  @Optional(partner, 'Of which partner; of every partner without a norm of its own when left out', 'sociaal-team')
  counterPartner?: string;

  @Required(wholeNumber(1, MOST_NORM_DAYS), 'Within how many working days', 3)
  workingDays!: number;
}

export class OpenFromBody {
  @Required(timeOfDay, 'From', '09:00')
  from!: string;

  @Required(timeOfDay, 'Until', '17:00')
  to!: string;
}

const open = objectOf(OpenFromBody);

/** A day that is left out has no hours. */
export class OpeningHoursBody {
  @Optional(open, 'Hours on Mondays')
  monday?: OpenFromBody;

  @Optional(open, 'Hours on Tuesdays')
  tuesday?: OpenFromBody;

  @Optional(open, 'Hours on Wednesdays')
  wednesday?: OpenFromBody;

  @Optional(open, 'Hours on Thursdays')
  thursday?: OpenFromBody;

  @Optional(open, 'Hours on Fridays')
  friday?: OpenFromBody;

  @Optional(open, 'Hours on Saturdays')
  saturday?: OpenFromBody;

  @Optional(open, 'Hours on Sundays')
  sunday?: OpenFromBody;
}

export class SetOpeningHoursBody extends CommandBody {
  @Required(objectOf(OpeningHoursBody), 'The hours of the week')
  hours!: OpeningHoursBody;
}

export class SetClosingDaysBody extends CommandBody {
  @Required(listOf(day, 400, 0), 'All days on which it is closed, beside the holidays')
  days!: LocalDate[];
}

export class PlanAbsenceBody extends CommandBody {
  @Optional(reference, 'The name of the absence; one is given when left out', 'absence-1')
  absence?: string;

  @Required(text(100), 'The person of the partner who is away', 'jongerenwerker')
  person!: string;

  @Required(day, 'The first day')
  from!: LocalDate;

  @Required(day, 'The last day', '2026-11-27')
  until!: LocalDate;

  @Optional(text(100), 'The person of the partner who stands in', 'teamleider')
  substitute?: string;
}
