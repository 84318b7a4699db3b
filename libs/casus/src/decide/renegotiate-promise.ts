import { accepted } from '#event-sourcing/decider';
import { notPassed } from '#casus/decide/checks';
import type { Decide } from '#casus/decide/decide';
import { onPromise, promiser } from '#casus/decide/on-promise';
import { casusEvent } from '#casus/events/casus-event';

/** A new day for a promise. As told by the promiser, it confirms again. */
export const renegotiatePromise: Decide<'renegotiate-promise'> = onPromise(
  promiser,
  ({ due, reason, toldBy }, { id }) =>
    accepted(casusEvent('PromiseRenegotiated', { promise: id, due, reason, toldBy })),
  ({ due, occurredAt }) => notPassed('due', due, occurredAt),
);
