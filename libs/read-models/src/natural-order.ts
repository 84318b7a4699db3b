import { boundedMemo } from '#calendar/bounded-memo';

/** A text under which references sort as people count: E2 before E10. */
export const naturalOrder: (reference: string) => string = boundedMemo(10_000, (reference: string) =>
  reference.replace(/\d+/g, (digits) => digits.padStart(8, '0')),
);
