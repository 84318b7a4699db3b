import { accepted } from '#event-sourcing/decider';
import type { Decide } from '#casus/decide/decide';
import { onPromise, promiser } from '#casus/decide/on-promise';
import { casusEvent } from '#casus/events/casus-event';

/** What was promised is there. */
export const keepPromise: Decide<'keep-promise'> = onPromise(promiser, ({ toldBy }, { id }) =>
  accepted(casusEvent('PromiseKept', { promise: id, toldBy })),
);
