import type { Instant } from '#event-sourcing/instant';
import { isValid } from '#casus/basis';
import type { Casus } from '#casus/casus';

/** The partner has a valid basis, whatever its category. The director's partner needs none. */
export const hasBasis = (casus: Casus, partner: string, at: Instant): boolean =>
  casus.director.partner === partner || casus.bases.some((basis) => basis.partner === partner && isValid(basis, at));
