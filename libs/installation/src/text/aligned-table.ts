const GAP = '  ';

const widthOf = (text: string): number => Array.from(text).length;

/** Rows under their headings, each column as wide as its widest text. Control characters become spaces. */
export function alignedTable(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  // What was typed in must not steer a terminal.
  const clean = [headings, ...rows].map((row) => row.map((cell) => cell.replace(/[\u0000-\u001f\u007f-\u009f]/g, ' ')));
  const widths = headings.map((_, column) => Math.max(...clean.map((row) => widthOf(row[column] ?? ''))));
  const line = (row: readonly string[]) =>
    row
      .map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - widthOf(cell)))
      .join(GAP)
      .trimEnd();
  const [head = [], ...body] = clean;
  return [line(head), widths.map((width) => '─'.repeat(width)).join(GAP), ...body.map(line)].join('\n');
}
