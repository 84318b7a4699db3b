import type { LocalDate } from '#calendar/local-date';
import type { TermNature } from '#calendar/term-rule';
import { breachOf, type TermStanding } from '#casus/clocks/step-clock';
import type { StepState } from '#casus/step-state';
import type { Instant } from '#event-sourcing/instant';
import { holds, ofCasus, type AsOf } from '#read-models/as-of';
import type { NextStepsTable } from '#read-models/next-steps/table';
import type { ReadDatabase } from '#read-models/read-database';
import { sql, type Selectable } from 'kysely';

/** The term of a step by a rule, at a moment; of a step that has ended as it last counted. */
export interface StepTerm {
  readonly step: string;
  readonly rule: string;
  readonly from: LocalDate;
  readonly raw: LocalDate | null;
  readonly suspendedDays: number;
  readonly lastDay: LocalDate | null;
  readonly warnsOn: LocalDate | null;
  readonly state: StepState;
  /** The article, or whose norm it is. */
  readonly article: string;
  readonly nature: TermNature;
  readonly ruleVersion: LocalDate;
  readonly calendarVersion: string;
  /** When it lapsed while the step was not done; null while it has not. */
  readonly lapsedAt: Instant | null;
  /** What that gives the resident; null while it has not lapsed, and where the law gives nothing. */
  readonly onLapse: string | null;
}

type Read = Pick<Selectable<NextStepsTable>, 'step' | 'state' | 'valid_from'> & { readonly term: TermStanding };

function lapseOf({ state, valid_from, term: { lastDay } }: Read, at: Instant): Instant | null {
  if (lastDay === null) return null;
  const lapse = breachOf(lastDay);
  const end = state === 'done' || state === 'cancelled' ? valid_from : at;
  return lapse <= end ? lapse : null;
}

/** Every term of a casus by a rule at a moment, also of ended steps, in the order in which people count. */
export async function termsOfCasus(
  db: ReadDatabase,
  query: AsOf & { readonly casus: string },
): Promise<readonly StepTerm[]> {
  const { rows } = await sql<Read>`
    select s.step, s.state, s.valid_from, s.term from read.next_steps_v1 s
    where ${ofCasus(query.casus)} and ${holds(query)} and s.term is not null
    order by s.step_order, s.step`.execute(db);
  return rows.map((row) => {
    const { step, state, term } = row;
    const { isEarliest, onLapse, ...told } = term;
    const lapsedAt = isEarliest ? null : lapseOf(row, query.at);
    return { step, ...told, state, lapsedAt, onLapse: lapsedAt === null ? null : onLapse };
  });
}
