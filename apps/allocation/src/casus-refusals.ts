import { REJECTIONS } from '#casus/rejection';
import { fieldsInvalid, keyReused } from '#commands/refusal';

/** By the clock of the casus it lies ahead: that passes. */
const PASSING: ReadonlySet<string> = new Set(['occurred-in-the-future']);

// Left out of the second line: `contended`, and what says that the settings are wrong, not the command (`actor-unknown`,
// `partner-unknown`, and `revision-stale`, for no command names a revision).
const REFUSALS: ReadonlySet<string> = new Set([
  ...Object.keys(REJECTIONS).filter((code) => !PASSING.has(code)),
  ...[fieldsInvalid([]), keyReused].map(({ code }) => code),
]);

/**
 * Whether a code says that the casus will never take this command: it was understood, and refused by the rules. Any other
 * (nothing at that address, no JSON, an unknown partner) may be taken once something else was put right.
 */
export const isRefusal = (code: string): boolean => REFUSALS.has(code);
