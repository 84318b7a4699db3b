import type { StallPattern } from '#casus/vocabulary';
import { isStallCause, STALL_CAUSES } from '#casus/stall-cause';
import { alignedTable } from '#installation/text/aligned-table';
import { partyText } from '#installation/text/board';
import { shortMoment } from '#installation/text/local-text';
import type { StallView } from '#read-models/stalls/query';

/** The patterns as people in the field say them. */
export const PATTERNS: Readonly<Record<StallPattern, string>> = {
  UNANSWERED: 'niet beantwoord',
  NOT_REROUTED: 'niet opnieuw aangeboden',
  TERM_EXCEEDED: 'over de uiterste dag',
  BLOCKED: 'wacht op een stap die stagneert',
  PLAN_OVERTAKEN: 'achterhaald plan',
  STANDSTILL: 'stilstand',
  PINGPONG: 'heen en weer',
  REVOLVING_DOOR: 'draaideur',
  BASIS_LAPSED: 'geen grondslag meer',
  PROMISE_BROKEN: 'toezegging niet nagekomen',
  OWNER_ABSENT: 'behandelaar afwezig',
  NOTHING_PLANNED: 'niets gepland',
  START_INCOMPLETE: 'start niet af',
};

const HEADINGS = ['Casus', 'Wat', 'Over', 'Sinds', 'Tot', 'Aan zet', 'Oorzaak'];

const causeText = (cause: string | null): string => {
  if (cause === null) return '';
  return isStallCause(cause) ? STALL_CAUSES[cause].label : cause;
};

/** Stalls as a table; those that last have no end. */
export function stallsTable(rows: readonly StallView[]): string {
  if (rows.length === 0) return 'Er stagneert niets, en dat was ook niet zo.\n';
  return alignedTable(
    HEADINGS,
    rows.map(({ casus, pattern, about, root, since, until, onTheMove, cause }) => [
      casus,
      PATTERNS[pattern],
      root === null || root === about ? about : `${about} (${root})`,
      shortMoment(since),
      until === null ? '–' : shortMoment(until),
      onTheMove === null ? '–' : partyText(onTheMove),
      causeText(cause),
    ]),
  );
}
