import type { LocalDate } from '#calendar/local-date';
import {
  AGENCY_REASONS,
  CANDIDATE_REASONS,
  DECIDING_SIDES,
  WITHDRAWAL_REASONS,
  type AgencyReason,
  type CandidateReason,
  type DecidingSide,
  type WithdrawalReason,
} from '#homes/home-vocabulary';
import { CommandBody } from '#commands/body/command-body';
import { Optional, Required } from '#commands/form/field';
import { day, newPartner, objectOf, oneOf, reference, text, wholeNumber, yesOrNo } from '#commands/form/forms';

const HIGHEST_RENT_CENTS = 1_000_000;

/** Any id of a home: as that of a partner, it stands in the name of a stream. */
export const homeId = {
  ...newPartner,
  right: 'the id of a home: 1 to 60 lower-case letters and digits, with hyphens between',
  example: 'linde-4',
};

export class HomeFeaturesBody {
  @Required(wholeNumber(1, 20), 'Rooms', 2)
  rooms!: number;

  @Required(yesOrNo, 'Reachable without a step, up to every room')
  stepFree!: boolean;

  @Required(yesOrNo, 'A lift')
  lift!: boolean;

  @Required(text(100), 'Neighbourhood', 'Zuid')
  neighbourhood!: string;

  @Required(wholeNumber(1, HIGHEST_RENT_CENTS), 'Rent in whole cents a month', 65_000)
  rentCents!: number;
}

export class RegisterHomeBody extends CommandBody {
  @Required(homeId, 'The id of the home, for ever')
  home!: string;

  @Required(objectOf(HomeFeaturesBody), 'What it is like')
  features!: HomeFeaturesBody;

  @Required(day, 'From when it can be let')
  freeFrom!: LocalDate;
}

export class CandidateBody {
  @Required(reference, 'The reference of the casus, or its id', 'eva')
  casus!: string;

  @Required(reference, 'Its housing step', 'E9')
  step!: string;
}

export class ReserveHomeBody extends CommandBody {
  @Required(objectOf(CandidateBody), 'For whom: the housing step of a casus')
  candidate!: CandidateBody;
}

export class ReleaseHomeBody extends CommandBody {
  @Required(oneOf(AGENCY_REASONS), 'Why')
  reason!: AgencyReason;
}

export class OfferHomeBody extends CommandBody {
  @Optional(reference, 'The name of the offer of this home; the next free one when left out', 'offer-1')
  offer?: string;

  @Required(day, 'The last day on which it can be answered')
  expiresOn!: LocalDate;
}

export class AcceptHomeBody extends CommandBody {
  @Required(reference, 'The offer that is accepted', 'offer-1')
  offer!: string;
}

export class DeclineHomeBody extends AcceptHomeBody {
  @Required(oneOf(DECIDING_SIDES), 'Whose choice it is')
  by!: DecidingSide;

  @Required(oneOf([...new Set([...CANDIDATE_REASONS, ...AGENCY_REASONS])]), 'Why; a reason of the side that declines')
  reason!: CandidateReason | AgencyReason;
}

export class LetHomeBody extends CommandBody {
  @Required(day, 'On which day the tenancy begins')
  from!: LocalDate;
}

export class FreeHomeBody extends CommandBody {
  @Required(day, 'From when it can be let again')
  freeFrom!: LocalDate;
}

export class WithdrawHomeBody extends CommandBody {
  @Required(oneOf(WITHDRAWAL_REASONS), 'Why')
  reason!: WithdrawalReason;
}

export class NoFitBody extends CommandBody {
  @Optional(day, 'When it is looked again at the latest; that of ten working days when left out')
  until?: LocalDate;
}
