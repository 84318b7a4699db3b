import * as v from 'valibot';
import { instant, isInstant } from '#event-sourcing/instant';

const wholeNumber = (min: number, max: number) =>
  v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number), v.minValue(min), v.maxValue(max));

/** One environment variable: what it may hold (with what holds when it is left out), what it is for, and what to write in its place. */
export interface Variable<S extends v.GenericSchema = v.GenericSchema> {
  readonly schema: S;
  readonly about: string;
  readonly right: string;
}

/** Environment variables by name. */
export type Variables = Readonly<Record<string, Variable>>;

/** Describes a variable. The schema reads text, or undefined where it is left out. */
export const variable = <S extends v.GenericSchema>(schema: S, about: string, right: string): Variable<S> => ({
  schema,
  about,
  right,
});

const instantVariable = v.optional(
  v.pipe(
    v.string(),
    v.check(isInstant),
    v.transform((text) => instant(text)),
  ),
);

/** The environment variables that every service reads; what one reads besides stands with that service. docs/reference/configuration.md is made from them. */
export const VARIABLES = {
  DATABASE_URL: variable(
    v.optional(v.pipe(v.string(), v.regex(/^postgres(ql)?:\/\//))),
    'Your own PostgreSQL (15 and newer). Without it, the embedded one of AANZET_HOME.',
    'an address such as postgres://user@host:5432/database',
  ),
  KURRENTDB_URL: variable(
    v.optional(v.pipe(v.string(), v.regex(/^(kurrentdb|esdb)(\+discover)?:\/\/./))),
    'The KurrentDB (25.1 and newer) that holds the log; the read models stay in PostgreSQL. Without it, PostgreSQL holds both.',
    'an address such as kurrentdb://node-1:2113,node-2:2113,node-3:2113?tls=true',
  ),
  AANZET_HOME: variable(
    v.optional(v.pipe(v.string(), v.minLength(1)), '.aanzet'),
    'The folder of the embedded database and of the clock setting.',
    'the path of a folder',
  ),
  AANZET_NOW: variable(
    instantVariable,
    'Where the clock stands at the start; it runs on from there.',
    'a date and time with a time zone, such as 2026-11-20T12:00:00+01:00',
  ),
  AANZET_NOW_SINCE: variable(
    instantVariable,
    'When, by the clock of the machine, the clock stood at AANZET_NOW; left out: at the start. Services with the same two go by the same clock.',
    'a date and time with a time zone, such as 2026-11-20T12:00:00+01:00',
  ),
  AANZET_HOST: variable(
    v.optional(v.pipe(v.string(), v.minLength(1)), '127.0.0.1'),
    'The address on which the API listens.',
    'a host name or an IP address',
  ),
  AANZET_PORT: variable(
    v.optional(wholeNumber(0, 65_535), '3000'),
    'The port on which the API listens; 0 takes any that is free.',
    'a whole number from 0 to 65535',
  ),
  AANZET_RULES: variable(
    v.optional(v.pipe(v.string(), v.minLength(1))),
    'Your own file of term rules, grounds and equated days. Without it, the one that comes along.',
    'the path of a file',
  ),
  OTEL_EXPORTER_OTLP_ENDPOINT: variable(
    v.optional(v.pipe(v.string(), v.regex(/^https?:\/\//))),
    'The OTLP receiver to which traces and figures are sent, over HTTP. Without it, none are made.',
    'an address such as http://collector:4318',
  ),
  OTEL_METRIC_EXPORT_INTERVAL: variable(
    v.optional(wholeNumber(100, 3_600_000), '60000'),
    'How often figures are sent there, in milliseconds.',
    'a whole number from 100 to 3600000',
  ),
  AANZET_LOG_LEVEL: variable(
    v.optional(v.picklist(['fatal', 'error', 'warn', 'info', 'debug', 'silent']), 'info'),
    'How much is logged.',
    'fatal, error, warn, info, debug or silent',
  ),
} as const;

/** What variables hold, each in the form in which it is used. */
export type SettingsOf<V extends Variables> = { readonly [Name in keyof V]: v.InferOutput<V[Name]['schema']> };

export type Settings = SettingsOf<typeof VARIABLES>;

const { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_METRIC_EXPORT_INTERVAL } = VARIABLES;

/** Those that say where traces and figures go, for who has other settings from elsewhere. */
export const TELEMETRY_VARIABLES = { OTEL_EXPORTER_OTLP_ENDPOINT, OTEL_METRIC_EXPORT_INTERVAL } as const;

/** Where settings are read from, such as `process.env`. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Environment variables that do not fit; the message has a line for each, with its name and what is right. */
export class WrongSettings extends Error {
  constructor(lines: readonly string[]) {
    super(lines.join('\n'));
    this.name = 'WrongSettings';
  }
}

/** Reads and checks these variables. An empty one counts as left out. Throws WrongSettings. */
export function readVariables<V extends Variables>(environment: Environment, variables: V): SettingsOf<V> {
  const read: Record<string, unknown> = {};
  const wrong: string[] = [];
  for (const [name, { schema, right }] of Object.entries(variables)) {
    const parsed = v.safeParse(schema, environment[name] === '' ? undefined : environment[name]);
    if (parsed.success) read[name] = parsed.output;
    else wrong.push(`${name} must be ${right}`);
  }
  if (wrong.length > 0) throw new WrongSettings(wrong);
  // Each was read by its own schema above.
  return read as SettingsOf<V>;
}

/** Reads and checks the settings that every service has. Throws WrongSettings. */
export const readSettings = (environment: Environment): Settings => readVariables(environment, VARIABLES);
