import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onPromise, promiser } from '#casus/decide/on-promise';
import { casusEvent } from '#casus/events/casus-event';
import { rejected } from '#casus/rejection';

/** The promiser stands by a promise that someone else recorded as told by it. */
export const confirmPromise: Decide<'confirm-promise'> = onPromise(
  (attempt, promise) => promiser(attempt, promise, {}),
  (_command, promise) =>
    promise.confirmation === 'unconfirmed'
      ? accepted(casusEvent('PromiseConfirmed', { promise: promise.id }))
      : rejected('promise-confirmed', { promise: promise.id }),
);
