import type { Json } from '#event-sourcing/event';

/** What sort of refusal it is; outside it decides the status. `stale`: If-Match; `key-reused`: Idempotency-Key. */
export type RefusalKind = 'unknown' | 'input' | 'forbidden' | 'conflict' | 'stale' | 'key-reused';

/** A command that was not carried out, and why, as a value. Nothing was written. */
export interface Refused {
  readonly result: 'refused';
  readonly kind: RefusalKind;
  readonly code: string;
  /** What the code says, in one English sentence. */
  readonly sentence: string;
  /** What helps to do it right: ids, states, revisions, times, fields; never personal data. */
  readonly details: Readonly<Record<string, Json>>;
}

export const refused = (
  kind: RefusalKind,
  code: string,
  sentence: string,
  details: Refused['details'] = {},
): Refused => ({ result: 'refused', kind, code, sentence, details });

export const partnerUnknown = (partner: string): Refused =>
  refused('unknown', 'partner-unknown', 'There is no such partner.', { partner });

export const actorUnknown = (partner: string): Refused =>
  refused('forbidden', 'actor-unknown', 'The partner that acts is not in the partner directory.', { partner });

export const fieldsInvalid = (errors: readonly { field: string; wrong: string; right: string }[]): Refused =>
  refused('input', 'fields-invalid', 'Not every field fits; `errors` says which and what is right.', {
    errors: errors.map(({ field, wrong, right }) => ({ field, wrong, right })),
  });

export const revisionStale = (current: number | 'no-stream'): Refused =>
  refused('stale', 'revision-stale', 'It has changed since the revision that If-Match names.', {
    revision: current === 'no-stream' ? null : current,
  });

export const keyReused: Refused = refused(
  'key-reused',
  'idempotency-key-reused',
  'This Idempotency-Key was used before with another command.',
);

export const contended: Refused = refused(
  'conflict',
  'contended',
  'Others changed this at the same time, again and again; nothing was written, try again.',
);
