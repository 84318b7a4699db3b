import type { EventStore } from '#event-sourcing/event-store';
import type { Instant } from '#event-sourcing/instant';
import { localDateOf } from '#calendar/local-date';
import type { CasusHistory } from '#casus/history';
import { harmSoFar } from '#casus/standing';
import { standingsAt } from '#casus/standings';
import { nextSteps, type NextStep } from '#read-models/next-steps/query';
import type { ReadDatabase } from '#read-models/read-database';
import { histories } from '#tests/integration/read-session';

const ALL = ['open', 'blocked', 'scheduled', 'waiting', 'reported', 'done', 'cancelled'] as const;

const inOrder = (a: NextStep, b: NextStep): number => (`${a.casus} ${a.step}` < `${b.casus} ${b.step}` ? -1 : 1);

/** The board as the domain's own function has it, ended steps included. */
export function toldBoard(told: Iterable<CasusHistory>, at: Instant, knownAt?: Instant): NextStep[] {
  const lines = [...told].flatMap((history) =>
    standingsAt(history, at, knownAt).map(({ harmDates, line: _line, dueOn: _dueOn, term: _term, ...standing }) => ({
      casus: history.casus?.reference ?? '',
      ...standing,
      harmSoFar: harmSoFar(harmDates, localDateOf(at)),
    })),
  );
  return lines.sort(inOrder);
}

/** The same board from the tables. */
export async function readBoard(db: ReadDatabase, at: Instant, knownAt?: Instant): Promise<NextStep[]> {
  const { rows } = await nextSteps(db, { at, knownAt, state: ALL });
  return [...rows].sort(inOrder);
}

/** Every instant at which something happened or was recorded, by all casus of a store. */
export async function instantsOf(store: EventStore): Promise<Instant[]> {
  const facts = [...(await histories(store)).values()].flatMap((history) => history.facts);
  return [...new Set(facts.flatMap(({ occurredAt, recordedAt }) => [occurredAt, recordedAt]))].sort();
}
