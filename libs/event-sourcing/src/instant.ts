declare const brand: unique symbol;

/** A UTC instant as `YYYY-MM-DDTHH:mm:ss.sssZ`: fixed width, so that text order is time order. */
export type Instant = string & { readonly [brand]: 'Instant' };

const WIDTH = 'YYYY-MM-DDTHH:mm:ss.sssZ'.length;

/** Reads any ISO 8601 text with a zone (or epoch milliseconds) as an instant. Throws a RangeError on anything else. */
export function instant(value: string | number): Instant {
  if (typeof value === 'string' && !/(Z|[+-]\d\d:?\d\d)$/.test(value)) {
    throw new RangeError(`not an instant with a time zone: ${value}`);
  }
  const text = new Date(value).toISOString();
  // Of the years before 0 and after 9999 the text begins with a sign and is longer.
  if (text.length !== WIDTH) throw new RangeError(`instant outside the years 0-9999: ${text}`);
  return text as Instant;
}

/** Whether a text can be read as an instant. */
export function isInstant(text: string): boolean {
  try {
    return instant(text).length > 0;
  } catch {
    return false;
  }
}

/** Milliseconds since 1970-01-01T00:00Z. */
export const epochMs = (at: Instant): number => Date.parse(at);

/** The instant `ms` milliseconds after `at` (before it, when negative). */
export const plusMs = (at: Instant, ms: number): Instant => instant(epochMs(at) + ms);

/** The later of two instants. */
export const later = (a: Instant, b: Instant): Instant => (a > b ? a : b);
