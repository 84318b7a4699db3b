const escaped = (cell: string): string => cell.replaceAll('|', String.raw`\|`).replaceAll('\n', ' ');

/** A table; every row has as many cells as there are headings. */
export function table(headings: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(escaped).join(' | ')} |`;
  return [line(headings), `|${'---|'.repeat(headings.length)}`, ...rows.map(line)].join('\n');
}

export const code = (text: string): string => `\`${text}\``;

/** The anchor under which a heading is found, as the hosts of repositories make it. */
export const anchor = (heading: string): string =>
  heading
    .trim()
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}\s_-]/gu, '')
    .replaceAll(/\s/g, '-');

/** A generated page: its heading, what it is, and its parts with an empty line between. */
export const page = (heading: string, ...parts: readonly string[]): string =>
  [
    `# ${heading}`,
    '<!-- Written by `npm run docs` from the code. Change the code, not this page. -->',
    ...parts.filter((part) => part !== ''),
  ].join('\n\n') + '\n';
