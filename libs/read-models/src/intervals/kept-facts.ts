import { getHeapStatistics } from 'node:v8';

/** What a followed casus takes in memory for each of its facts, in a view: measured, and rounded up. */
const BYTES_PER_FACT = 1500;
/** Of the memory that this process may use, for what one view follows; there are half a dozen of such views. */
const SHARE = 1 / 16;

/**
 * Of how many facts a view keeps what they came to: so many that all views together stay below half of the memory that
 * the process may use. A casus that is not kept is read from its stream when something happens to it.
 */
export const keptFacts = (heapLimit = getHeapStatistics().heap_size_limit): number =>
  Math.floor((heapLimit * SHARE) / BYTES_PER_FACT);
