import type { Instant } from '#event-sourcing/instant';
import type { LocalDate } from '#calendar/local-date';
import {
  CLOSING_OUTCOMES,
  INCOME_CLASSES,
  RESIDENT_ROLES,
  type ClosingOutcome,
  type ResidentRole,
} from '#casus/vocabulary';
import { CommandBody, HappenedAt, ReasonBody } from '#commands/body/command-body';
import { Optional, Required } from '#commands/form/field';
import {
  audience,
  casusReference,
  day,
  listOf,
  objectOf,
  oneOf,
  partner,
  reference,
  text,
  wholeNumber,
  yesOrNo,
} from '#commands/form/forms';

export class ResidentBody {
  @Required(reference, 'The short name of this person within the casus; no real name', 'eva')
  ref!: string;

  @Required(oneOf(RESIDENT_ROLES), 'Whether the casus is about them, or they care for someone it is about')
  role!: ResidentRole;

  @Required(text(100), 'Given name', 'Eva')
  givenName!: string;

  @Required(text(100), 'Family name', 'Voorbeeld')
  familyName!: string;

  @Optional(wholeNumber(1900, 2100), 'Year of birth', 2006)
  birthYear?: number;
}

export class AddResidentBody extends ResidentBody {
  @HappenedAt()
  at?: Instant;
}

export class DirectorBody {
  @Required(partner, 'The partner that keeps the casus going', 'sociaal-team')
  partner!: string;

  @Optional(text(100), 'Its first contact', 'jongerenwerker')
  person?: string;
}

export class AppointDirectorBody extends DirectorBody {
  @HappenedAt()
  at?: Instant;
}

export class OpenCasusBody extends CommandBody {
  @Optional(casusReference, 'The name of the casus, for ever; a random one when left out')
  reference?: string;

  @Required(text(200), 'Title', 'Jongere zonder adres')
  title!: string;

  @Required(text(2000), 'What the resident wants to reach', 'Een eigen plek en mijn diploma halen')
  goal!: string;

  @Required(text(10_000), 'How things stand', 'Logeert bij een vriendin; briefadres tweemaal afgewezen.')
  situation!: string;

  @Required(listOf(objectOf(ResidentBody), 20), 'Whom the casus is about')
  residents!: ResidentBody[];

  @Optional(objectOf(DirectorBody), 'The casus director; the partner that opens it when left out')
  director?: DirectorBody;

  @Optional(text(200), 'Who pointed out the casus', 'huisarts')
  referredBy?: string;

  @Optional(text(100), 'Attention group', 'dakloze-jongere')
  attentionGroup?: string;

  @Optional(text(100), 'Neighbourhood', 'Zuid')
  neighbourhood?: string;
}

export class CloseCasusBody extends ReasonBody {
  @Required(oneOf(CLOSING_OUTCOMES), 'How it ended')
  outcome!: ClosingOutcome;
}

export class AddNoteBody extends CommandBody {
  @Required(text(10_000), 'The note', 'Gesproken met de inwoner; maandag verder.')
  text!: string;

  @Required(audience, 'Who may read it: all partners, only the own one, or one partner')
  audience!: string;

  @Optional(reference, 'The step that it is about')
  step?: string;
}

export class RecordMeetingBody extends CommandBody {
  @Required(listOf(text(200), 50), 'Who were there', ['sociaal-team', 'gemeente-wmo'])
  present!: string[];

  @Required(text(10_000), 'What was agreed', 'Ambtshalve briefadres op een adres van de gemeente.')
  agreed!: string;

  @Optional(listOf(reference, 50, 0), 'The steps that it was about')
  steps?: string[];
}

export class SupportBody {
  @Required(yesOrNo, 'Whether support at home is arranged')
  arranged!: boolean;

  @Optional(day, 'From which day')
  from?: LocalDate;
}

export class DescribeHousingNeedBody extends CommandBody {
  @Required(wholeNumber(1, 20), 'Rooms needed')
  rooms!: number;

  @Required(yesOrNo, 'Reachable without a step')
  stepFree!: boolean;

  @Required(yesOrNo, 'A lift, where it is not on the ground floor')
  lift!: boolean;

  @Required(listOf(text(100), 50, 0), 'Neighbourhoods that fit; none: any', ['Zuid'])
  neighbourhoods!: string[];

  @Required(oneOf(INCOME_CLASSES), 'Income class')
  incomeClass!: 'low' | 'middle' | 'high';

  @Required(day, 'From when the home is needed')
  from!: LocalDate;

  @Optional(objectOf(SupportBody), 'Support at home')
  support?: SupportBody;
}
