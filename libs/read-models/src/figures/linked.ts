import type { Cell } from '#read-models/figures/cell';
import type { FigureHead } from '#read-models/figures/figure';

/** How many casus are behind a figure, and where they are listed. */
export interface Behind {
  readonly count: number;
  readonly href: string;
}

/** A row with, in place of the casus themselves, where they are listed. */
export type Linked<Row extends Cell> = Omit<Row, 'casus'> & { readonly casus: Behind };

/** All rows of a figure, linked. */
export type LinkedRows<Rows> = {
  readonly [Name in keyof Rows]: Rows[Name] extends Cell
    ? Linked<Rows[Name]>
    : Rows[Name] extends readonly (infer Row extends Cell)[]
      ? readonly Linked<Row>[]
      : never;
};

type RowOrRows = Cell | readonly Cell[];

const isRow = (value: RowOrRows): value is Cell => 'cell' in value;

/** The rows of a figure, of whatever kind. */
export const rowsIn = (rows: object): readonly Cell[] =>
  Object.values(rows).flatMap((value: RowOrRows) => (isRow(value) ? [value] : value));

/** Puts in place of the casus of each row where they are listed: by the same figure at the same moment, of that row. */
export function linked<Rows extends object>(
  { figure, from, to, asOf, knownAt, partner }: FigureHead,
  rows: Rows,
): LinkedRows<Rows> {
  const link = (row: Cell): Linked<Cell> => {
    const given = { from, to, asOf, knownAt, partner, cell: row.cell };
    const said = Object.entries(given).flatMap(([key, value]) =>
      value === null ? [] : [[key, value] as [string, string]],
    );
    const href = `/v1/figures/${figure}/casus?${new URLSearchParams(said).toString()}`;
    return { ...row, casus: { count: row.casus.length, href } };
  };
  const done = Object.entries(rows).map(([name, value]: [string, RowOrRows]) => [
    name,
    isRow(value) ? link(value) : value.map(link),
  ]);
  // Each row keeps all it had but its casus; the compiler cannot follow that through the entries.
  return Object.fromEntries(done) as LinkedRows<Rows>;
}
