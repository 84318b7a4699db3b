import { parse } from 'yaml';
import { paths, source, type Source } from '#tests/architecture/sources';

const FOLDER = 'deploy/helm/aanzet';

/** As much of the values of the chart as is looked at. */
export interface ChartValues {
  readonly [name: string]: unknown;
  readonly services: Readonly<
    Record<string, { readonly kafka: boolean; readonly sender: boolean; readonly http: boolean }>
  >;
}

export const chartValues = (): ChartValues => parse(source(`${FOLDER}/values.yaml`).text) as ChartValues;

export const chartSchema = (): object => JSON.parse(source(`${FOLDER}/values.schema.json`).text) as object;

export const templates = (): readonly Source[] => paths(`${FOLDER}/templates`).map(source);

const template = (name: string): string => source(`${FOLDER}/templates/${name}`).text;

/** The values that a template asks for, by their paths: `kafka.brokers`. */
export const valuesAskedFor = (text: string): readonly string[] =>
  [...text.matchAll(/\.Values\.([A-Za-z][\w.]*\w)/g)].map(([, path]) => String(path));

/** What the services have besides their name, as the templates ask for it: `autoscaling.max`. */
export const askedOfServices = (text: string): readonly string[] =>
  [...text.matchAll(/\$service\.([A-Za-z][\w.]*\w)/g)].map(([, path]) => String(path));

/** What stands at a path of some values; undefined when nothing does. */
export const valueAt = (values: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((at, key) => (at as Readonly<Record<string, unknown>> | undefined)?.[key], values);

/** The names of the variables in each ConfigMap of the chart, by the end of its name. */
export function configMaps(): ReadonlyMap<string, readonly string[]> {
  const parts = template('configuration.yaml').split('\n---\n');
  return new Map(
    parts.map((part) => {
      const name = /name: \{\{ \.Release\.Name \}\}-(\w+)/.exec(part)?.[1] ?? 'none';
      return [name, [...part.matchAll(/^ {2}([A-Z][A-Z_]+):/gm)].map(([, variable]) => String(variable))] as const;
    }),
  );
}

/** The variables that a Deployment gives a service one by one: those of all, or those between its own `if`. */
export function givenOneByOne(service: string): readonly string[] {
  const named = (text: string) => [...text.matchAll(/name: ([A-Z][A-Z_]+)\b/g)].map(([, name]) => String(name));
  const whole = template('deployments.yaml');
  const own = whole.split('{{- if ').flatMap((part) => (part.includes(`eq $name "${service}"`) ? [part] : []));
  // What is nested in its block stands in the parts that follow, up to the next block of another.
  const from = whole.indexOf(`eq $name "${service}"`);
  const block = from < 0 ? '' : whole.slice(from, whole.indexOf('startupProbe', from));
  const upTo = block.slice(8).search(/eq \$name "/);
  return [...new Set([...named(own.join('')), ...named(upTo < 0 ? block : block.slice(0, upTo))])];
}
