import type { Source } from '#tests/architecture/sources';
import { syntaxOf } from '#tests/architecture/syntax';

/** No file is longer, in lines. */
export const LONGEST = 250;
/** Half of the files are no longer, in lines. */
export const MEDIAN = 60;

const PATH = /^[a-z0-9]+(-[a-z0-9]+)*$/;
const EMPTY_WORDS = /(^|[-/.])(utils?|helpers?|managers?|common|base|misc|index)(?=[-/.]|$)/;
const EMPTY_CLASS = /^abstract |^(Base|Abstract)[A-Z]|(Manager|Helper|Utils?|Base)$/;
const CQRS_BEYOND_DISPATCH = /^@nestjs\/cqrs (EventBus|EventPublisher|EventsHandler|AggregateRoot|Saga|ofType)$/;

export const lines = ({ text }: Source): number => text.replace(/\n$/, '').split('\n').length;

/** The middle one of these numbers, the lower of two; 0 of none. */
export const median = (numbers: readonly number[]): number =>
  [...numbers].sort((a, b) => a - b)[Math.floor((numbers.length - 1) / 2)] ?? 0;

/** What is wrong with how a file is called: not kebab-case, or a word that says nothing. */
export function namingFaults(path: string): readonly string[] {
  const names = path.split('/').map((name) => name.replace(/(\.[a-z]+)+$/, ''));
  const faults = names.every((name) => PATH.test(name)) ? [] : [`${path} is not kebab-case`];
  return EMPTY_WORDS.test(path) ? [...faults, `${path} has a name that says nothing`] : faults;
}

/** What a source says that the house does not say. */
export function foreignHabits({ path, text }: Source): readonly string[] {
  const { imports, importedNames, uses, classes } = syntaxOf(text);
  return [
    ...imports.filter(({ what }) => what.startsWith('.')),
    ...importedNames.filter(({ what }) => CQRS_BEYOND_DISPATCH.test(what)),
    ...uses.filter(({ what }) => what.startsWith('console.')),
    ...classes.filter(({ what }) => EMPTY_CLASS.test(what)),
  ].map(({ what, line }) => `${path}:${line} ${what}`);
}
