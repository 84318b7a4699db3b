/** The kinds of things that wait for an answer: an offered handoff, an ask, a takeover request, a reported completion. */
export const ANSWER_KINDS = ['offer', 'ask', 'takeover', 'completion'] as const;
export type AnswerKind = (typeof ANSWER_KINDS)[number];

/** Within how many working days a partner answers things of one kind; of one other partner, or of all without a norm of their own. */
export interface Norm {
  readonly of: AnswerKind;
  readonly counterPartner?: string | undefined;
  readonly workingDays: number;
}

/** Three working days, where no norm was set (rule OVERDRACHT-3WD). */
export const DEFAULT_NORM_DAYS = 3;
export const MOST_NORM_DAYS = 60;

export type Norms = ReadonlyMap<string, Norm>;

/** What distinguishes one norm of a partner from another. */
export const normKey = (of: AnswerKind, counterPartner?: string): string =>
  counterPartner === undefined ? of : `${of} ${counterPartner}`;
