import type { Command } from '#casus/commands';
import type { Refusal } from '#casus/decide/decide';
import { rejected } from '#casus/rejection';
import { pathOfBsn } from '#partners/bsn';

/** No BSN is kept anywhere. The refusal names the field, never the number. */
export function noBsn(command: Command): Refusal {
  const field = pathOfBsn(command);
  return field === undefined ? undefined : rejected('bsn-not-accepted', { field });
}
