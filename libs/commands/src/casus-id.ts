import { v5 } from 'uuid';
import { streamName, type StreamName } from '#event-sourcing/stream-name';
import { isUuid } from '#commands/form/forms';

/** The namespace of all casus of all installations: the same reference is the same id everywhere, at every playing. */
const CASUS = '5b0d6f0e-6a3c-4f4e-9d1b-7c2f3a8e4d10';

/** The id of the casus with a reference (UUID version 5). */
export const casusIdOf = (reference: string): string => v5(reference, CASUS);

/** The id of a casus, by its reference or by that id itself. */
export const casusIdFrom = (referenceOrId: string): string =>
  isUuid(referenceOrId) ? referenceOrId.toLowerCase() : casusIdOf(referenceOrId);

/** The stream of a casus, by its reference or id. */
export const casusStream = (referenceOrId: string): StreamName => streamName('casus', casusIdFrom(referenceOrId));

/** The id of a person in a casus, by the short reference. */
export const residentIdOf = (casusId: string, ref: string): string => v5(ref, casusId);
