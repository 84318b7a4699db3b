/**
 * Any text as one line without control characters or NUL, which PostgreSQL cannot hold: the inside of its JSON string.
 * Keys, fingerprints and types are stored in this form; nearly all of them look the same in it.
 */
export const line = (text: string): string => JSON.stringify(text).slice(1, -1);

/** The text of which `stored` is the line. */
export const unline = (stored: string): string => JSON.parse(`"${stored}"`) as string;
