/** Where something stands in a rule file: keys and, in lists, numbers from 0. */
export type FilePath = readonly (string | number)[];

/** Something wrong in a rule file, and what would be right. */
export interface RuleFault {
  readonly line: number;
  /** Such as `rules[3].length.unit`, counted from 0; empty for the file as a whole. */
  readonly at: string;
  readonly wrong: string;
  readonly right: string;
}

/** A path as people write it. */
export const pathText = (path: FilePath): string =>
  path
    .map((part) => (typeof part === 'number' ? `[${part}]` : `.${part}`))
    .join('')
    .replace(/^\./, '');

const LONGEST_QUOTE = 60;

/** What stands there, in short. */
export function quoted(value: unknown): string {
  if (value === undefined) return 'is missing';
  if (Array.isArray(value)) return 'is a list';
  if (typeof value === 'object' && value !== null) return 'is a map';
  const text = JSON.stringify(value);
  return `is ${text.length > LONGEST_QUOTE ? `${text.slice(0, LONGEST_QUOTE)}…` : text}`;
}

/** A fault of the book as a whole, found at a path. */
export interface FoundFault {
  readonly path: FilePath;
  readonly wrong: string;
  readonly right: string;
}
