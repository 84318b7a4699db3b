import type { Command } from '#casus/commands';
import { accepted } from '#event-sourcing/decider';
import type { Decide, Refusal } from '#casus/decide/decide';
import type { Background } from '#casus/decide/surroundings';
import { participant } from '#casus/decide/who-may';
import { casusEvent } from '#casus/events/casus-event';
import { momentOf } from '#casus/moment';
import { rejected } from '#casus/rejection';
import type { StallPattern } from '#casus/vocabulary';
import { isStallCause, STALL_CAUSE_CODES } from '#casus/stall-cause';
import { stallsAt } from '#casus/standings';

type NameStallCause = Command<'name-stall-cause'>;

/** The patterns in which something stalled, before the command or at it; by all that is known. */
function patternsOf({ occurredAt, stall }: NameStallCause, { history, partners }: Background): readonly StallPattern[] {
  const begun = stallsAt(history, occurredAt, undefined, partners).filter(({ about }) => about === stall.about);
  return [...new Set(begun.map(({ pattern }) => pattern))];
}

const stalledSo = ({ stall: { pattern, about } }: NameStallCause, patterns: readonly StallPattern[]): Refusal =>
  patterns.includes(pattern) ? undefined : rejected('stall-other-pattern', { pattern, about, patterns });

/**
 * Names why something stalls or stalled. The pattern is found by the system; the cause is named by people, and several
 * may. Domain, "Stalls".
 */
export const nameStallCause: Decide<'name-stall-cause'> = (command, casus, _known, background) => {
  const { actor, stall, cause, note } = command;
  if (!isStallCause(cause)) return rejected('cause-unknown', { cause, known: STALL_CAUSE_CODES });
  const refused = participant({ casus, actor, at: momentOf(command) });
  // Who takes no part learns nothing of the casus, not even what stalls in it.
  if (refused) return refused;
  const patterns = patternsOf(command, background);
  if (patterns.length === 0) return rejected('stall-unknown', { pattern: stall.pattern, about: stall.about });
  return (
    stalledSo(command, patterns) ??
    accepted(casusEvent('StallCauseNamed', { stall: { pattern: stall.pattern, about: stall.about }, cause, note }))
  );
};
