import type { Command, Option } from 'commander';
import type { Service } from '#installation/service';
import { VARIABLES, type Variables } from '#platform/settings';
import { paths, source } from '#tests/architecture/sources';
import { code, page, table } from '#tests/docs/markdown';

/** Variables that some other place reads; configuration-page.spec.ts sees that none is left out. */
export const FURTHER_VARIABLES: Readonly<Record<string, string>> = {
  PORT: 'As `AANZET_PORT`, and goes before it. Read by `npm start` only.',
};

/** The environment variables that a source reads by their names. */
export const variablesIn = (text: string): readonly string[] =>
  [...text.matchAll(/(?:process\.env|environment)(?:\.|\[')([A-Z][A-Z_]*)/g)].map(([, name]) => String(name));

/** Every environment variable that the product reads by its name. */
export const variablesRead = (): ReadonlySet<string> =>
  new Set(
    paths('apps', 'libs', 'bin')
      .filter((path) => /\.[jt]s$/.test(path) && !path.endsWith('.spec.ts'))
      .flatMap((path) => variablesIn(source(path).text)),
  );

const variableTable = (variables: Variables, further: Readonly<Record<string, string>> = {}): string =>
  table(
    ['Variable', 'Meaning', 'Left out', 'Must be'],
    [
      ...Object.entries(variables).map(([name, { schema, about, right }]) => {
        const usual: unknown = 'default' in schema ? schema.default : undefined;
        return [code(name), about, typeof usual === 'string' ? code(usual) : '', right];
      }),
      ...Object.entries(further).map(([name, about]) => [code(name), about, '', '']),
    ],
  );

/** What a service is and reads besides what every service reads. */
function serviceParts({ name, about, variables, needs }: Service): readonly string[] {
  const only =
    needs.length === 0
      ? ''
      : ` Left out by \`npm start\` and \`npm run services\` without ${needs.map(code).join(', ')}.`;
  return [
    `### ${name}`,
    `${about.charAt(0).toUpperCase()}${about.slice(1)}.${only}`,
    Object.keys(variables).length === 0 ? 'Nothing besides what every service reads.' : variableTable(variables),
  ];
}

function usual({ defaultValue }: Option): string {
  const value: unknown = defaultValue;
  return typeof value === 'string' || typeof value === 'number' ? code(String(value)) : '';
}

/** The options of a command of the command line; the columns that would be empty are left out. */
export function optionTable({ options }: Command): string {
  const columns: readonly (readonly [string, (option: Option) => string])[] = [
    ['Option', ({ flags }) => code(flags)],
    ['Variable', ({ envVar }) => (envVar === undefined ? '' : code(envVar))],
    ['Meaning', ({ description }) => description],
    ['Left out', usual],
  ];
  const filled = columns.filter(([, cell]) => options.some((option) => cell(option) !== ''));
  return table(
    filled.map(([heading]) => heading),
    options.map((option) => filled.map(([, cell]) => cell(option))),
  );
}

/** docs/reference/configuration.md. */
export const configurationPage = (
  start: Command,
  apart: Command,
  aanzet: Command,
  services: readonly Service[],
): string =>
  page(
    'Configuration',
    'Options go before environment variables, and these before what holds when both are left out. There is no configuration file. What does not fit ends the start with one line on standard error and exit code 1.',
    '## Environment variables',
    'Every service reads these, and checks them at its start.',
    variableTable(VARIABLES, FURTHER_VARIABLES),
    '`npm start` and `aanzet` read `AANZET_NOW` as local time too, and write a warning or worse when `AANZET_LOG_LEVEL` is left out. A service that starts alone needs `DATABASE_URL`, or a home whose database a start has running. Services on one database go by one clock when they have the same `AANZET_NOW` and `AANZET_NOW_SINCE`; `npm run services` sees to that.',
    '## Services',
    'What each reads besides. How they are run apart: [how to](../how-to/run-the-services-apart.md).',
    ...services.flatMap(serviceParts),
    '## npm start',
    'Options stand after `--`: `npm start -- --port 3100`.',
    optionTable(start),
    '## npm run services',
    'Options stand after `--`: `npm run services -- --projector 2`. Each process is told where the first of every service is, in `AANZET_CASUS_URL` and so on. `AANZET_PUBLIC_URL` is that of insight when you give none, and for the homes of allocation that of allocation.',
    optionTable(apart),
    '## aanzet',
    'These go for every command; what each command takes besides is in [command line](command-line.md).',
    optionTable(aanzet),
    '## The home folder',
    table(
      ['File', 'Holds'],
      [
        [code('home.json'), 'the clock: `{"clock": {"kind": "real"}}`, or `"demo"` with `standsAt`'],
        [code('postgres/'), 'the embedded PostgreSQL: log and read models; `postgres/server.log` is what it says'],
        [code('password'), 'the password of the embedded PostgreSQL, made at the first start'],
        [code('lock'), 'which process holds the home; gone when none does'],
        [
          code('run.json'),
          'port and password of the running database, and how its clock runs; gone when it stands still',
        ],
      ],
    ),
  );
