import type { LocalDate } from '#calendar/local-date';
import {
  BASIS_KINDS,
  CATEGORIES,
  DECISION_OUTCOMES,
  STALL_PATTERNS,
  type BasisKind,
  type Category,
  type DecisionOutcome,
  type StallPattern,
} from '#casus/vocabulary';
import { CommandBody } from '#commands/body/command-body';
import { Optional, Required } from '#commands/form/field';
import { day, listOf, objectOf, oneOf, partner, reference, text } from '#commands/form/forms';

const categories = listOf(oneOf(CATEGORIES), CATEGORIES.length);
const persons = listOf(reference, 20);

export class RecordBasisBody extends CommandBody {
  @Required(partner, 'The partner that may know')
  partner!: string;

  @Required(oneOf(BASIS_KINDS), 'On what ground')
  basis!: BasisKind;

  @Required(persons, 'The residents whom it concerns', ['eva'])
  persons!: string[];

  @Optional(text(200), 'Who gave consent: the short name of a resident', 'eva')
  givenBy?: string;

  @Optional(text(200), 'The article of a legal task', 'Wmo 2015 2.3.2')
  article?: string;

  @Required(text(200), 'Purpose', 'casus')
  purpose!: string;

  @Required(categories, 'What it may know about', ['housing'])
  categories!: Category[];

  @Optional(day, 'The last day on which it is valid')
  validUntil?: LocalDate;
}

export class WithdrawBasisBody extends CommandBody {
  @Required(partner, 'The partner that may know no longer')
  partner!: string;

  @Required(categories, 'What it may know about no longer', ['housing'])
  categories!: Category[];

  @Optional(persons, 'The residents whom it concerns; all when left out', ['eva'])
  persons?: string[];
}

export class RecordDecisionBody extends CommandBody {
  @Required(text(200), 'What was decided on', 'briefadres')
  product!: string;

  @Required(partner, 'The partner that decided', 'gemeente-burgerzaken')
  decidedBy!: string;

  @Required(oneOf(DECISION_OUTCOMES), 'What it came to')
  outcome!: DecisionOutcome;

  @Required(text(2000), 'On what ground', 'ambtshalve, adres van de gemeente')
  ground!: string;

  @Optional(reference, 'The step that waited for it')
  step?: string;
}

export class StallBody {
  @Required(oneOf(STALL_PATTERNS), 'The pattern')
  pattern!: StallPattern;

  @Required(text(200), 'What stalled: the reference of a step, offer, ask or promise, or a product', 'O1')
  about!: string;
}

export class NameStallCauseBody extends CommandBody {
  @Required(objectOf(StallBody), 'The stall: the latest of this pattern about this that had begun')
  stall!: StallBody;

  @Required(text(100), 'The cause, from the taxonomy', 'TE_DRUK')
  cause!: string;

  @Optional(text(10_000), 'In words', 'Twee weken onderbezet.')
  note?: string;
}
