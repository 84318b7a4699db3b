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
  [...text.matchAll(/(?:\.Values|\$values)\.([A-Za-z][\w.]*\w)/g)].map(([, path]) => String(path));

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

const variablesNamed = (text: string): readonly string[] =>
  [...text.matchAll(/name: ([A-Z][A-Z_]+)\b/g)].map(([, name]) => String(name));

/** The variables that Deployments give one by one, by the part that gives them: `kafka`, or the name of a service. */
export function givenOneByOne(): ReadonlyMap<string, readonly string[]> {
  const parts = template('_environment.tpl').split('{{- define "aanzet.environment.').slice(1);
  return new Map([
    ['stores', variablesNamed(template('_helpers.tpl'))],
    ...parts.map((part) => [part.slice(0, part.indexOf('"')), variablesNamed(part)] as const),
  ]);
}

/** The parts that the chart takes into the environment of containers, by the names under which they are defined. */
export const partsTaken = (): ReadonlySet<string> =>
  new Set(
    templates().flatMap(({ text }) =>
      [...text.matchAll(/include "aanzet\.(?:environment\.)?(\w+)"/g)].map(([, name]) => String(name)),
    ),
  );

/** What the chart can set for a service; `stores`, `certificates` and `rules` are for every one. */
export function settableFor(name: string): readonly string[] {
  const { kafka, sender } = chartValues().services[name] ?? { kafka: false, sender: false };
  const maps = configMaps();
  const one = givenOneByOne();
  const wanted = ['settings', ...(kafka ? ['kafka'] : []), ...(sender ? ['sender'] : [])];
  const parts = ['stores', 'certificates', 'rules', ...(kafka ? ['kafka'] : []), name];
  return [...wanted.flatMap((map) => maps.get(map) ?? []), ...parts.flatMap((part) => one.get(part) ?? [])];
}
