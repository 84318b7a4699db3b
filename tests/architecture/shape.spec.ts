import { foreignHabits, lines, LONGEST, median, MEDIAN, namingFaults } from '#tests/architecture/shape';
import { isSpec, productSources } from '#tests/architecture/sources';

const files = productSources();
const snippet = (text: string) => ({ path: 'snippet.ts', text });

describe('files', () => {
  it('are read whole in one sitting', () => {
    expect(files.filter((file) => lines(file) > LONGEST).map(({ path }) => path)).toEqual([]);
    expect(median(files.filter(({ path }) => !isSpec(path)).map(lines))).toBeLessThanOrEqual(MEDIAN);
  });

  it('are named after what they hold', () => {
    expect(files.flatMap(({ path }) => namingFaults(path))).toEqual([]);
  });

  it('keep the habits of the house', () => {
    expect(files.flatMap(foreignHabits)).toEqual([]);
  });
});

describe('the rules of shape can fail', () => {
  it('counts lines and finds the middle', () => {
    expect(lines(snippet('a\nb\n'))).toBe(2);
    expect(median([9, 1, 5])).toBe(5);
    expect(median([9, 1, 5, 7])).toBe(5);
  });

  it.each([
    'libs/casus/src/OfferHandoff.ts',
    'libs/casus/src/offer_handoff.ts',
    'libs/casus/src/utils.ts',
    'libs/common/src/step.ts',
    'libs/casus/src/step-helpers.ts',
    'apps/casus/src/base.spec.ts',
    'libs/casus/src/index.ts',
  ])('refuses the name %s', (path) => {
    expect(namingFaults(path)).toHaveLength(1);
  });

  it.each([
    'libs/casus/src/decide/offer-handoff.property.spec.ts',
    'libs/casus/src/database.ts',
    'apps/cli/src/main.ts',
  ])('takes the name %s', (path) => {
    expect(namingFaults(path)).toEqual([]);
  });

  it.each([
    `import { step } from '../step';`,
    `import { EventBus } from '@nestjs/cqrs';`,
    `import { AggregateRoot as Root } from '@nestjs/cqrs';`,
    `console.log('here');`,
    `export class StepManager {}`,
    `export abstract class Projection {}`,
  ])('refuses: %s', (text) => {
    expect(foreignHabits(snippet(text))).toHaveLength(1);
  });

  it('takes the dispatcher of @nestjs/cqrs', () => {
    expect(foreignHabits(snippet(`import { CommandBus, QueryBus } from '@nestjs/cqrs';`))).toEqual([]);
  });
});
