/** What must hold of a stream for an append to be taken. A number is the revision (from 0) of its last event. */
export type ExpectedRevision = 'any' | 'no-stream' | 'stream-exists' | number;

/** Where a stream stands: the revision of its last event, or that it has none. */
export type CurrentRevision = 'no-stream' | number;

/** Whether a stream that stands at `current` meets `expected`. */
export function meets(expected: ExpectedRevision, current: CurrentRevision): boolean {
  if (expected === 'any') return true;
  if (expected === 'stream-exists') return current !== 'no-stream';
  return expected === current;
}

/** The revision that the next event of the stream gets. */
export const nextRevision = (current: CurrentRevision): number => (current === 'no-stream' ? 0 : current + 1);
