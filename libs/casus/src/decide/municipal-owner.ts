import { isMunicipal } from '#partners/partner-kind';
import type { Refusal } from '#casus/decide/decide';
import { owner, type Attempt } from '#casus/decide/who-may';
import { rejected } from '#casus/rejection';
import type { Step } from '#casus/step';

/** Moving a statutory clock is a legal act of the public body that owns the step. */
export const municipalOwner = (attempt: Attempt, step: Step): Refusal =>
  owner(attempt, step) ??
  (isMunicipal(attempt.actor.kind) ? undefined : rejected('not-municipal', { kind: attempt.actor.kind }));
