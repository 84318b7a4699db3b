import type { Instant } from '#event-sourcing/instant';
import { localDateOf, type LocalDate } from '#calendar/local-date';
import { hasBasis } from '#casus/bases';
import type { Casus } from '#casus/casus';
import type { WaitingFor } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import { rejected } from '#casus/rejection';
import type { RefusalReason } from '#casus/vocabulary';

/** A partner that is drawn in needs a valid basis, or someone who answers for its absence. */
export const needsBasis = (
  casus: Casus,
  partner: string,
  at: Instant,
  override: { readonly reason: string } | undefined,
): Refusal => (override || hasBasis(casus, partner, at) ? undefined : rejected('no-basis', { partner }));

/** A day that is still to come (or today) when the fact happened. */
export const notPassed = (field: string, day: LocalDate | undefined, occurredAt: Instant): Refusal =>
  day !== undefined && day < localDateOf(occurredAt)
    ? rejected('day-has-passed', { field, day, occurredAt })
    : undefined;

/** Whoever is waited for outside can only be chased by name. */
export const outsiderNamed = ({ kind, name }: WaitingFor): Refusal =>
  kind === 'external' && name === undefined ? rejected('name-required', { kind }) : undefined;

/** The reason `other` says nothing without a note. */
export const noteWithOther = ({ reason, note }: { reason: RefusalReason; note?: string | undefined }): Refusal =>
  reason === 'other' && !note ? rejected('note-required') : undefined;

/** Every step that is named must exist. */
export function stepsExist(casus: Casus, ids: readonly string[]): Refusal {
  const missing = ids.find((id) => !casus.steps.has(id));
  return missing === undefined ? undefined : rejected('step-unknown', { step: missing });
}

/** Every resident that is named must be one of this casus. */
export function residentsExist(casus: Casus, refs: readonly string[]): Refusal {
  const missing = refs.find((ref) => !casus.residents.has(ref));
  return missing === undefined ? undefined : rejected('resident-unknown', { resident: missing });
}

/** A reference that the client gave must be free. */
export const isFree = (things: ReadonlyMap<string, unknown>, reference: string | undefined): Refusal =>
  reference !== undefined && things.has(reference) ? rejected('reference-taken', { reference }) : undefined;

/** The reference that was given, or the next free one: S1, S2 … */
export function referenceFor(prefix: string, things: ReadonlyMap<string, unknown>, given: string | undefined): string {
  if (given !== undefined) return given;
  let n = things.size + 1;
  while (things.has(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
