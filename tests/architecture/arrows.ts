import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '#tests/architecture/sources';

interface Cruise {
  readonly modules: readonly { readonly dependencies: readonly { readonly resolved: string }[] }[];
  readonly summary: {
    readonly violations: readonly {
      readonly from: string;
      readonly to: string;
      readonly rule: { readonly name: string };
    }[];
  };
}

/** What dependency-cruiser says of the tree at `root` under the project's own rules. */
export interface Arrows {
  /** `rule: from → to` for each forbidden arrow. */
  readonly forbidden: readonly string[];
  /** How many imports led to a TypeScript file of the tree. */
  readonly seen: number;
}

export function arrowsIn(root: string): Arrows {
  const cruiser = join(ROOT, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
  const rules = join(ROOT, '.dependency-cruiser.cjs');
  const rooms = ['apps', 'libs', 'tests'].filter((room) => existsSync(join(root, room)));
  const answer = execFileSync(process.execPath, [cruiser, '--config', rules, '--output-type', 'json', ...rooms], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  });
  const { modules, summary } = JSON.parse(answer) as Cruise;
  const resolved = modules.flatMap(({ dependencies }) => dependencies.map((dependency) => dependency.resolved));
  return {
    forbidden: summary.violations.map(({ from, to, rule }) => `${rule.name}: ${from} → ${to}`),
    seen: resolved.filter((path) => /^(apps|libs|tests)\/.*\.ts$/.test(path)).length,
  };
}
