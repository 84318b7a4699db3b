import { SERVICES } from '#apps/standalone/src/services';
import { readVariables, variable, VARIABLES, type Environment, type Variables } from '#platform/settings';
import * as v from 'valibot';

/** Read by `npm start` only; see docs/reference/configuration.md. */
const OF_START = { PORT: variable(v.optional(v.string()), 'the port', 'a port') };

/** Read by Node itself, whatever it runs. */
const OF_NODE = { NODE_EXTRA_CA_CERTS: variable(v.optional(v.string()), 'more certificates', 'the path of a file') };
const OF_ALL = { ...VARIABLES, ...OF_NODE };

/** The variables that a program of the image reads, by its name; undefined when there is no such program. */
export function declaredBy(program: string): Variables | undefined {
  const ofServices = SERVICES.map(({ variables }) => variables);
  // It brings the databases of all services up to date.
  if (program === 'cli') return Object.assign({}, OF_ALL, ...ofServices) as Variables;
  if (program === 'standalone') return Object.assign({}, OF_ALL, OF_START, ...ofServices) as Variables;
  const service = SERVICES.find(({ name }) => name === program);
  return service && { ...OF_ALL, ...service.variables };
}

/**
 * What is wrong with the variables that a program is given: those that it does not read, and what it cannot do without (no
 * container brings a database). Values are read as the program reads them; throws WrongSettings.
 */
export function faultsOf(program: string, given: Environment): readonly string[] {
  const declared = declaredBy(program);
  if (!declared) return [`${program}: no such program`];
  const service = SERVICES.find(({ name }) => name === program);
  readVariables(given, declared);
  const needed = [...(service?.alone(given) ? [] : ['DATABASE_URL']), ...(service?.needs ?? [])];
  return [
    ...Object.keys(given).flatMap((name) => (name in declared ? [] : [`${program} does not read ${name}`])),
    ...needed.flatMap((name) => ((given[name] ?? '') === '' ? [`${program} is not given ${name}`] : [])),
  ];
}
