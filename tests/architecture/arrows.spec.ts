import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { arrowsIn } from '#tests/architecture/arrows';
import { ROOT } from '#tests/architecture/sources';

const trees: string[] = [];

/** A small project under the same package.json: each file with the imports it is given. */
function tree(files: Readonly<Record<string, readonly string[]>>): string {
  const root = mkdtempSync(join(tmpdir(), 'aanzet-arrows-'));
  trees.push(root);
  cpSync(join(ROOT, 'package.json'), join(root, 'package.json'));
  for (const [path, imports] of Object.entries(files)) {
    mkdirSync(dirname(join(root, path)), { recursive: true });
    const text = imports.map((specifier, index) => `import { it as it${index} } from '${specifier}';\n`).join('');
    writeFileSync(
      join(root, path),
      `${text}export const it = [${imports.map((_, index) => `it${index}`).join(', ')}];\n`,
    );
  }
  return root;
}

/** `libs/casus/src/move.ts` as the project imports it: `#casus/move`. */
const specifierOf = (path: string): string => `#${path.replace(/^libs\/([^/]+)\/src/, '$1').replace(/\.ts$/, '')}`;

afterAll(() => {
  for (const root of trees) rmSync(root, { recursive: true });
});

describe('arrows between the rooms', () => {
  it('point one way', () => {
    const { forbidden, seen } = arrowsIn(ROOT);
    expect(forbidden).toEqual([]);
    expect(seen).toBeGreaterThan(20);
  });

  it('are seen through the imports of package.json, and allowed where the plan has them', () => {
    const root = tree({
      'apps/casus/src/main.ts': ['#commands/handle', '#stores/memory/memory-store'],
      'apps/standalone/src/main.ts': ['#apps/casus/src/main'],
      'libs/commands/src/handle.ts': ['#casus/move'],
      'libs/casus/src/move.ts': ['#event-sourcing/instant'],
      'libs/casus/src/move.spec.ts': ['#casus/move', '#stores/memory/memory-store', '#tests/story'],
      'libs/stores/src/memory/memory-store.ts': ['#event-sourcing/instant'],
      'libs/event-sourcing/src/instant.ts': [],
      'tests/story.ts': [],
    });
    expect(arrowsIn(root)).toEqual({ forbidden: [], seen: 9 });
  });

  it('that point elsewhere, go round, lead nowhere or start outside the plan are forbidden', () => {
    const wrong = [
      ['arrow-from-casus', 'libs/casus/src/move.ts', 'libs/platform/src/clock.ts'],
      ['arrow-from-casus', 'libs/casus/src/move.ts', 'libs/stores/src/store.ts'],
      ['arrow-from-event-sourcing', 'libs/event-sourcing/src/event.ts', 'libs/calendar/src/days.ts'],
      ['arrow-from-stores', 'libs/stores/src/store.ts', 'libs/partners/src/norms.ts'],
      ['arrow-from-partners', 'libs/partners/src/norms.ts', 'libs/casus/src/step.ts'],
      ['arrow-from-read-models', 'libs/read-models/src/board.ts', 'libs/commands/src/handle.ts'],
      ['arrow-from-platform', 'libs/platform/src/clock.ts', 'apps/cli/src/main.ts'],
      ['libs-never-apps', 'libs/platform/src/clock.ts', 'apps/cli/src/main.ts'],
      ['libs-never-apps', 'libs/platform/src/clock.spec.ts', 'apps/cli/src/main.ts'],
      ['apps-stand-alone', 'apps/casus/src/main.ts', 'apps/insight/src/main.ts'],
      ['nothing-imports-tests', 'apps/casus/src/main.ts', 'tests/story.ts'],
      ['room-not-in-the-plan', 'libs/attic/src/box.ts', 'libs/casus/src/step.ts'],
    ] as const;
    const imports = new Map<string, string[]>(wrong.map(([, , to]) => [to, []]));
    for (const [, from, to] of wrong) imports.set(from, [...(imports.get(from) ?? []), specifierOf(to)]);
    imports.set('libs/casus/src/lost.ts', ['#casus/gone']);
    imports.set('libs/casus/src/ask.ts', ['#casus/ask']);

    const { forbidden } = arrowsIn(tree(Object.fromEntries(imports)));
    const expected = wrong.map(([rule, from, to]) => `${rule}: ${from} → ${to}`);
    expect([...forbidden].sort()).toEqual(
      [
        ...expected,
        'no-dead-ends: libs/casus/src/lost.ts → #casus/gone',
        'no-cycles: libs/casus/src/ask.ts → libs/casus/src/ask.ts',
      ].sort(),
    );
  });
});
