/** Rows that were to be replaced are not there: the tables are not what this projection wrote. */
export class RowsMissing extends Error {
  constructor(table: string, expected: number, found: number) {
    super(`${table} holds ${found} of ${expected} rows that were to be changed`);
    this.name = 'RowsMissing';
  }
}

// Classes of SQLSTATE that say that the rows themselves do not fit: data, integrity, and what does not exist.
const OF_THE_ROWS = /^(22|23|42)/;

/** Whether writing failed for what was written, so that trying again is of no use. */
export const isOfTheRows = (error: unknown): boolean =>
  error instanceof RowsMissing ||
  (error instanceof Error && 'code' in error && typeof error.code === 'string' && OF_THE_ROWS.test(error.code));
