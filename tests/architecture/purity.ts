import type { Source } from '#tests/architecture/sources';
import { syntaxOf } from '#tests/architecture/syntax';

/** The pure rooms, each with the only packages it may use. */
export const PURE_ROOMS: Readonly<Record<string, readonly string[]>> = {
  'event-sourcing': [],
  calendar: ['temporal-polyfill', 'valibot'],
  partners: ['temporal-polyfill', 'valibot'],
  casus: ['temporal-polyfill', 'valibot'],
  homes: ['temporal-polyfill', 'valibot'],
};

const CLOCK =
  /^(Date\.now|new Date\(\)|Date\(\)|Temporal\.Now|performance\.\w+|process\.(hrtime|uptime)|(setTimeout|setInterval|setImmediate)\(\))$/;
const CHANCE = /^(Math\.random|randomUUID\(\)|\w+\.(randomUUID|getRandomValues|randomBytes)|randomBytes\(\))$/;
const OUTSIDE = /^(process\.\w+|globalThis\.\w+|fetch\(\)|require\(\)|console\.\w+)$/;
const SQL_CLOCK =
  /\b(now\(\)|clock_timestamp\(\)|statement_timestamp\(\)|current_timestamp|current_date|localtimestamp)/i;

const at = (path: string, line: number, what: string): string => `${path}:${line} ${what}`;

/** Every import, clock, chance or look outside in a source that may use nothing but the project and `packages`. */
export function impurities({ path, text }: Source, packages: readonly string[]): readonly string[] {
  const { imports, uses } = syntaxOf(text);
  const foreign = imports.filter(({ what }) => !what.startsWith('#') && !packages.includes(what));
  const impure = uses.filter(({ what }) => CLOCK.test(what) || CHANCE.test(what) || OUTSIDE.test(what));
  return [...foreign, ...impure].map(({ what, line }) => at(path, line, what));
}

/** Every place where a source asks what time it is, in TypeScript or in SQL. Waiting (setTimeout) is no reading. */
export function clockReadings({ path, text }: Source): readonly string[] {
  const { uses, texts } = syntaxOf(text);
  const reads = uses.filter(({ what }) => CLOCK.test(what) && !what.startsWith('set'));
  return [...reads, ...texts.filter(({ what }) => SQL_CLOCK.test(what))].map(({ what, line }) =>
    at(path, line, what.trim()),
  );
}
