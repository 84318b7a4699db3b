import type { DynamicModule } from '@nestjs/common';
import type { Logger } from 'pino';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import type { Clock } from '#platform/clock';
import type { Schema } from '#platform/database/migrate';
import type { Probes } from '#platform/http/health.module';
import { readVariables, WrongSettings, type Environment, type SettingsOf, type Variables } from '#platform/settings';
import type { ReadDatabase } from '#read-models/read-database';
import type { OpenStore } from '#installation/open-store';

/** What every service has around it. */
export interface Surroundings {
  readonly clock: Clock;
  readonly log: Logger;
  /** Aborts when the stop begins, before requests at hand are waited for: feeds and long polls end then. */
  readonly stopping: AbortSignal;
  /** The address of this process, once it listens. Never settles when it does not come to that. */
  readonly listening: Promise<string>;
}

/** What services of the casus side stand on. Whoever opened it closes it. */
export interface Ground extends Surroundings {
  /** The address of the database that holds the read models, and the log unless KurrentDB does. */
  readonly url: string;
  readonly store: OpenStore;
  readonly db: ReadDatabase;
  readonly rules: RuleBook;
}

/** What a service brings to a process. */
export interface Part {
  readonly modules: readonly DynamicModule[];
  /** What it cannot do without, by names of its own. */
  readonly probes: Probes;
  /** Lets go of what it opened besides the ground, after its modules have shut down. */
  readonly close?: () => Promise<void>;
}

/** Puts a service together that stands by itself: it is given neither log nor database of the casus side. */
export type ByItself = (around: Surroundings) => Part | Promise<Part>;

/** How a service is described; see `service`. */
export interface Definition<V extends Variables> {
  /** Its folder under apps/, whose main.ts runs it. */
  readonly name: string;
  readonly about: string;
  /** What it reads besides what every service reads. */
  readonly variables?: V;
  /** Schemas of its own, besides log and read models. */
  readonly schemas?: readonly Schema[];
  /** Brings a database of its own up to date, where the settings name one. */
  prepare?(settings: SettingsOf<V>): Promise<void>;
  /** Variables without which it is left out where all services are started. */
  readonly needs?: readonly (keyof V & string)[];
  /** Variables that say where others are that it calls with these settings. Without one, in this process: it needs all alone. */
  needsAlone?(settings: SettingsOf<V>): readonly (keyof V & string)[];
  compose(ground: Ground, settings: SettingsOf<V>): Part | Promise<Part>;
  /** How it stands by itself where it starts alone; undefined: with these settings it does not. */
  byItself?(settings: SettingsOf<V>): ByItself | undefined;
}

/** A service of Aanzet: starts alone from its environment, or with others in one process. */
export interface Service {
  readonly name: string;
  readonly about: string;
  readonly variables: Variables;
  readonly schemas: readonly Schema[];
  readonly needs: readonly string[];
  /** Brings a database of its own up to date, where the environment names one. Throws WrongSettings. */
  prepare(environment: Environment): Promise<void>;
  /** Puts it together. Throws WrongSettings. */
  compose(ground: Ground, environment: Environment): Part | Promise<Part>;
  /** How it stands by itself, if it does with this environment. Throws WrongSettings, also on what it needs alone. */
  alone(environment: Environment): ByItself | undefined;
}

/** Throws WrongSettings with a line for each of these variables that is not set. */
function assertSet(environment: Environment, names: readonly string[], variables: Variables): void {
  const missing = names.filter((name) => (environment[name] ?? '') === '');
  if (missing.length === 0) return;
  throw new WrongSettings(
    missing.map((name) => `${name} must be set where this service starts alone: ${variables[name]?.right ?? ''}`),
  );
}

/** Describes a service. */
export function service<const V extends Variables>(definition: Definition<V>): Service {
  const { name, about, schemas = [], needs = [] } = definition;
  // Without variables of its own, V is the empty record.
  const variables = definition.variables ?? ({} as V);
  return {
    name,
    about,
    variables,
    schemas,
    needs,
    async prepare(environment) {
      await definition.prepare?.(readVariables(environment, variables));
    },
    compose: (ground, environment) => definition.compose(ground, readVariables(environment, variables)),
    alone(environment) {
      const settings = readVariables(environment, variables);
      assertSet(environment, definition.needsAlone?.(settings) ?? [], variables);
      return definition.byItself?.(settings);
    },
  };
}

/** Whether everything is set without which a service is left out. */
export const isWanted = ({ needs }: Service, environment: Environment): boolean =>
  needs.every((name) => (environment[name] ?? '') !== '');
