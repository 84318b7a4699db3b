/** What may be told of an error: never a value of a row. */
export interface WhatFailed {
  readonly name: string;
  /** Left out of what PostgreSQL said, for its messages quote values. */
  readonly message?: string;
  readonly code?: string;
  readonly table?: string;
  readonly column?: string;
  readonly constraint?: string;
  /** Where it was thrown, a line for each call. */
  readonly stack?: string;
}

const SQLSTATE = /^[0-9A-Z]{5}$/;
const PLACES = ['table', 'column', 'constraint'] as const;

/** The calls in a stack, without the message above them, which may have several lines itself. */
function framesOf({ stack, message }: Error): string | undefined {
  return stack
    ?.replace(message, () => '')
    .split('\n')
    .filter((line) => /^\s+at /.test(line))
    .join('\n');
}

/** What the log may hold of an error. PostgreSQL repeats values in `message`, `detail` and `where`: those stay out. */
export function whatFailed(error: unknown): WhatFailed {
  if (!(error instanceof Error)) return { name: typeof error };
  const { name, message, stack } = error;
  const code = 'code' in error && typeof error.code === 'string' ? error.code : undefined;
  if (code === undefined || !SQLSTATE.test(code)) {
    return { name, message, ...(stack !== undefined && { stack }), ...(code !== undefined && { code }) };
  }
  const said = new Map<string, unknown>(Object.entries(error));
  const places = PLACES.flatMap((place) => {
    const value = said.get(place);
    return typeof value === 'string' ? [[place, value] as const] : [];
  });
  const frames = framesOf(error);
  return { name, code, ...Object.fromEntries(places), ...(frames !== undefined && { stack: frames }) };
}

/** An error in a word or two, where its text may not be repeated for it may quote data. */
export function kindOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown';
  return `${error instanceof Error ? error.name : 'unknown'}, ${code}`;
}
