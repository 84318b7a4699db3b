import type { Source } from '#tests/architecture/sources';
import { syntaxOf } from '#tests/architecture/syntax';

interface LockEntry {
  readonly resolved?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

/** Only what the checks below read of package-lock.json. */
export interface Lock {
  readonly packages: Readonly<Record<string, LockEntry>>;
}

/** Only what the checks below read of package.json. */
export interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>;
  readonly devDependencies: Readonly<Record<string, string>>;
}

/** Dependencies that no source imports, each with what uses it. */
export const USED_BY_CONFIGURATION: Readonly<Record<string, string>> = {
  '@asyncapi/specs': 'tests/docs/event-documents.spec.ts loads a schema of it',
  '@fastify/static': 'the readable API page of @nestjs/swagger loads it',
  '@nestjs/cli': 'nest info, nest build: nest-cli.json',
  '@swc/cli': 'npm run build',
  '@swc/core': 'the compiler behind @swc/cli and @swc/jest',
  '@swc/jest': 'jest.config.js',
  '@types/jest': 'types: tsconfig.json',
  '@types/node': 'types: tsconfig.json',
  '@types/pg': 'types of pg',
  'class-transformer': 'the ValidationPipe of @nestjs/common loads it',
  'dependency-cruiser': 'npm run arrows, tests/architecture/arrows.ts',
  eslint: 'npm run lint',
  jest: 'npm test',
  node: 'the Node that npm run and bin/aanzet.js find',
  prettier: 'npm run format',
  rxjs: '@nestjs/common and @nestjs/core ask for it beside them',
};

const packageOf = (specifier: string): string => specifier.split('/', specifier.startsWith('@') ? 2 : 1).join('/');

/** Dependencies that are neither imported by these sources nor in the list, and lines of the list that are not needed. */
export function idleDependencies(
  { dependencies, devDependencies }: Manifest,
  sources: readonly Source[],
  byConfiguration: Readonly<Record<string, string>>,
): readonly string[] {
  const declared = Object.keys({ ...dependencies, ...devDependencies });
  const imported = new Set(sources.flatMap(({ text }) => syntaxOf(text).imports.map(({ what }) => packageOf(what))));
  return [
    ...declared.filter((name) => !imported.has(name) && !(name in byConfiguration)),
    ...Object.keys(byConfiguration).filter((name) => !declared.includes(name)),
  ];
}

/** Entries of the lock that name where they came from, and optional packages that the lock leaves out. */
export function lockFaults({ packages }: Lock): readonly string[] {
  const addresses = Object.entries(packages).filter(([, { resolved }]) => resolved !== undefined);
  const optional = Object.values(packages).flatMap((entry) => Object.keys(entry.optionalDependencies ?? {}));
  const missing = optional.filter(
    (name) => !Object.keys(packages).some((path) => path.endsWith(`node_modules/${name}`)),
  );
  return [
    ...addresses.map(([path]) => `${path} has an address`),
    ...missing.map((name) => `${name} is missing: node bin/complete-lock.js`),
  ];
}

// In pieces, so that this file does not name what it looks for.
const HOSTS = ['registry[.]', 'npmjs[.](org|com)', 'jsr[.]io', 'verdaccio', 'artifactory', 'nexus[.]'].join('|');
const FOLDERS = ['work', 'root', 'home/[a-z][^/]*', 'Users/[A-Za-z][^/]*'].join('|');
const ELSEWHERE = new RegExp(`//[^\\s"']*(${HOSTS})|(^|[\\s"'\`(=:])/(${FOLDERS})/`, 'm');

/** Whether a file names a package registry or a folder of somebody's machine. */
export const namesElsewhere = ({ text }: Source): boolean => ELSEWHERE.test(text);
