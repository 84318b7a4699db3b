/** By how much a clock may run ahead of the one that records, in milliseconds. */
export const TOLERANCE_MS = 60_000;

/** How late a fact may be entered, in milliseconds: ninety days. */
export const LATEST_ENTRY_MS = 90 * 24 * 60 * 60 * 1000;
