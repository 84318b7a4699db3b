import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onPromise } from '#casus/decide/on-promise';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The partner to whom it was promised no longer needs it. */
export const releasePromise: Decide<'release-promise'> = onPromise(
  ({ actor }, { to }) => (actor.partner === to ? undefined : rejected('not-the-promisee', { partner: to })),
  (_command, { id }) => accepted(casusEvent('PromiseReleased', { promise: id })),
);
