import type { Category } from '#casus/vocabulary';
import type { PartnerKind } from '#partners/partner-kind';

/** `basis`: only with a valid basis for that category. `never` beats every other rule. */
export type Right = 'yes' | 'basis' | 'no' | 'never';

/** The columns: a director, or a partner by its kind. Whoever is not named has `default`. */
export type Row<Value> = { readonly default: Value } & Readonly<Partial<Record<'director' | PartnerKind, Value>>>;

/** Who may know a category of data. docs/explanation/domain.md, "Persons and partners". */
export const CATEGORY_RIGHTS: Readonly<Record<Category, Row<Right>>> = {
  general: { director: 'yes', default: 'basis' },
  address: {
    director: 'yes',
    'municipality-records': 'basis',
    'municipality-care': 'basis',
    school: 'basis',
    'client-support': 'basis',
    default: 'no',
  },
  housing: {
    director: 'yes',
    'municipality-care': 'basis',
    'municipality-housing': 'basis',
    'housing-corporation': 'basis',
    'client-support': 'basis',
    welfare: 'basis',
    default: 'no',
  },
  care: {
    director: 'basis',
    'municipality-care': 'basis',
    'care-provider': 'basis',
    'general-practitioner': 'basis',
    'housing-corporation': 'never',
    default: 'no',
  },
  income: {
    director: 'basis',
    'municipality-care': 'basis',
    'municipality-debt': 'basis',
    'youth-desk': 'basis',
    'housing-corporation': 'never',
    default: 'no',
  },
  'day-structure': { director: 'yes', welfare: 'basis', 'care-provider': 'basis', default: 'no' },
  'informal-care': { director: 'yes', welfare: 'basis', 'care-provider': 'basis', default: 'no' },
};

/** What a partner learns of steps that it neither owns nor is offered. */
export type OtherSteps = 'all' | 'state' | 'state-if-blocking';

export const OTHER_STEPS: Row<OtherSteps> = {
  director: 'all',
  'municipality-care': 'state',
  'care-provider': 'state',
  welfare: 'state',
  'client-support': 'state',
  default: 'state-if-blocking',
};
