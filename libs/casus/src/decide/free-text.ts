import { mayHoldBsn } from '#casus/bsn';
import type { Command } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import { rejected } from '#casus/rejection';

/** A random id may hold nine digits in a row that mean nothing. */
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;

/** The path of the first text in a value that may hold a BSN. */
function pathOfBsn(value: unknown, path: string): string | undefined {
  if (typeof value === 'string') return mayHoldBsn(value.replaceAll(UUID, '')) ? path : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = pathOfBsn(item, path === '' ? key : `${path}.${key}`);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** No BSN is kept anywhere. The refusal names the field, never the number. */
export function noBsn(command: Command): Refusal {
  const field = pathOfBsn(command, '');
  return field === undefined ? undefined : rejected('bsn-not-accepted', { field });
}
