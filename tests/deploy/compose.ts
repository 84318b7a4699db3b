import { parse } from 'yaml';
import { source } from '#tests/architecture/sources';

/** As much of a service of a compose file as is looked at. */
export interface Container {
  readonly image?: string;
  readonly command?: readonly string[];
  readonly environment?: Readonly<Record<string, string>>;
  readonly healthcheck?: { readonly test: readonly string[] };
  readonly user?: string;
  readonly read_only?: boolean;
  readonly privileged?: boolean;
  readonly cap_drop?: readonly string[];
  readonly security_opt?: readonly string[];
  readonly ports?: readonly string[];
  readonly volumes?: readonly string[];
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>;
}

export interface ComposeFile {
  readonly services: Readonly<Record<string, Container>>;
  readonly volumes: Readonly<Record<string, unknown>>;
}

/** A compose file as it is meant, with what it takes over from its anchors. */
// A region says the same of many containers; it is our own file.
export const composeFile = (path: string): ComposeFile =>
  parse(source(path).text, { merge: true, maxAliasCount: -1 }) as ComposeFile;

/** Puts values in the place of `${NAME:-usual}` and `${NAME:?why}`; throws on one that is needed and not given. */
export const interpolated = (text: string, values: Readonly<Record<string, string>>): string =>
  text.replaceAll(/\$\{(\w+)(?::([-?])([^}]*))?\}/g, (_, name: string, sign?: string, rest?: string) => {
    const value = values[name] ?? '';
    if (value !== '') return value;
    if (sign === '-') return rest ?? '';
    throw new Error(`${name} is not set: ${rest ?? ''}`);
  });

/** The names that a compose file cannot do without. */
export const demanded = (path: string): ReadonlySet<string> =>
  new Set([...source(path).text.matchAll(/\$\{(\w+):\?/g)].map(([, name]) => String(name)));
