/** Prints a line. */
export const say = (line: string): void => {
  process.stdout.write(`${line}\n`);
};

/** The middle one. */
export function median(numbers: readonly number[]): number {
  return numbers.toSorted((a, b) => a - b)[Math.floor(numbers.length / 2)] ?? NaN;
}

/** A Markdown table with the keys of the first row as its head. */
export function table(rows: readonly Record<string, string | number>[]): string {
  const head = Object.keys(rows[0] ?? {});
  const cells = [head, head.map(() => '---'), ...rows.map((row) => head.map((key) => String(row[key] ?? '')))];
  return cells.map((line) => `| ${line.join(' | ')} |`).join('\n');
}
