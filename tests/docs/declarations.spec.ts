import { declarationsOf, textsFrom } from '#tests/docs/declarations';

const first = `
import { second as other } from '#casus/second';
type Kind = 'of-a-type';
const own = (owner: string) => ({ owner, state: step.own });
export const start = (own: string) => other(own, 'here');
const TABLE = { 'one-line': other, two: ({ offer }: Kind) => !offer } as const satisfies object;
`;
const second = `
import { left } from '#casus/left-out';
const said = () => 'there';
const unused = 'nowhere';
export function second() { return left ?? said(); }
`;

const declarations = new Map(
  [
    ...declarationsOf('libs/casus/src/first.ts', first),
    ...declarationsOf('libs/casus/src/second.ts', second),
    ...declarationsOf('libs/casus/src/left-out.ts', `export const left = 'left out';`),
  ].map((one) => [`${one.file}#${one.name}`, one]),
);

const from = (name: string, leftOut = '') =>
  [
    ...textsFrom(declarations, { file: 'libs/casus/src/first.ts', name }, (file) => file.endsWith(leftOut || '?')),
  ].sort();

describe('what a declaration holds', () => {
  it('is found along what it uses, under other names and in other files', () => {
    expect(from('start')).toEqual(['here', 'left out', 'there']);
  });

  it('is not looked for in files that are left out', () => {
    expect(from('start', 'left-out.ts')).toEqual(['here', 'there']);
  });

  it('counts a line of a table by itself', () => {
    expect(from('TABLE.one-line')).toEqual(['left out', 'there']);
    expect(declarations.get('libs/casus/src/first.ts#TABLE.two')?.names).toContain('offer');
  });

  it('does not take parameters, keys and types for declarations', () => {
    expect(declarations.get('libs/casus/src/first.ts#start')?.uses).toEqual([
      { file: 'libs/casus/src/second.ts', name: 'second' },
    ]);
    expect(declarations.get('libs/casus/src/first.ts#own')?.uses).toEqual([]);
  });
});
