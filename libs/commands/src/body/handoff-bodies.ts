import type { LocalDate } from '#calendar/local-date';
import { HANDOFF_KINDS, type HandoffKind } from '#casus/vocabulary';
import { CommandBody, OverrideBody, ToldByBody } from '#commands/body/command-body';
import { RefusalBody } from '#commands/body/step-bodies';
import { Optional, Required } from '#commands/form/field';
import { day, objectOf, oneOf, partner, reference, text } from '#commands/form/forms';

const TOLD = 'Who gave this answer, when another partner records it';
const OVERRIDE = 'Why it is right although a basis is missing';

/** An answer that the partner itself gives, or that another records as told by it. */
export class ToldBody extends CommandBody {
  @Optional(objectOf(ToldByBody), TOLD)
  toldBy?: ToldByBody;
}

export class OverridableBody extends CommandBody {
  @Optional(objectOf(OverrideBody), OVERRIDE)
  override?: OverrideBody;
}

export class OfferHandoffBody extends OverridableBody {
  @Optional(reference, 'The name of the offer within the casus; the next free one (H1, H2 …) when left out', 'O1')
  handoff?: string;

  @Required(partner, 'The partner to which the step is offered', 'gemeente-burgerzaken')
  to!: string;

  @Required(oneOf(HANDOFF_KINDS), 'Together with the resident, or in writing')
  kind!: HandoffKind;

  @Optional(day, 'The last day for answering; the norm when left out')
  answerBy?: LocalDate;

  @Optional(day, 'The last day on which the offer holds')
  expiresOn?: LocalDate;

  @Optional(reference, 'The refused offer that this one follows', 'O1')
  previous?: string;
}

export class AcceptHandoffBody extends ToldBody {
  @Optional(objectOf(OverrideBody), OVERRIDE)
  override?: OverrideBody;
}

export class DeclineHandoffBody extends RefusalBody {
  @Optional(partner, 'The right desk, with the reason `wrong-desk`', 'gemeente-wmo')
  rightDesk?: string;

  @Optional(objectOf(ToldByBody), TOLD)
  toldBy?: ToldByBody;
}

export class RequestTakeoverBody extends OverridableBody {
  @Optional(reference, 'The name of the request within the casus; the next free one (T1, T2 …) when left out', 'T1')
  takeover?: string;
}

export class AskBody extends OverridableBody {
  @Optional(reference, 'The name of the ask within the casus; the next free one (A1, A2 …) when left out', 'A1')
  ask?: string;

  @Optional(reference, 'The step that it is about')
  step?: string;

  @Optional(reference, 'The open offer that it is about, in place of a step', 'O1')
  handoff?: string;

  @Optional(partner, 'The partner asked, when it is about a step')
  to?: string;

  @Required(text(10_000), 'What is asked', 'Zienswijze als eigenaar over traplift of verhuizen')
  what!: string;

  @Optional(day, 'The last day for answering; the norm when left out')
  answerBy?: LocalDate;
}

export class AnswerAskBody extends ToldBody {
  @Required(text(10_000), 'The answer', 'Akkoord met een traplift.')
  answer!: string;
}

export class DeclineAskBody extends RefusalBody {
  @Optional(objectOf(ToldByBody), TOLD)
  toldBy?: ToldByBody;
}

export class MakePromiseBody extends ToldBody {
  @Optional(reference, 'The name of the promise within the casus; the next free one (P1, P2 …) when left out', 'P1')
  promise?: string;

  @Required(partner, 'Who promises')
  promisedBy!: string;

  @Required(partner, 'To whom', 'sociaal-team')
  to!: string;

  @Required(text(2000), 'What', 'Lijst van gelijkvloerse woningen in de wijk')
  what!: string;

  @Required(day, 'By which day')
  due!: LocalDate;
}

export class RenegotiatePromiseBody extends ToldBody {
  @Required(day, 'By which day now')
  due!: LocalDate;

  @Optional(text(2000), 'Why', 'Overzicht komt een week later')
  reason?: string;
}
