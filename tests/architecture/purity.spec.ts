import { clockReadings, impurities, PURE_ROOMS } from '#tests/architecture/purity';
import { isSpec, productSources } from '#tests/architecture/sources';

const code = productSources().filter(({ path }) => !isSpec(path));
const snippet = (text: string) => ({ path: 'snippet.ts', text });

describe('the pure rooms', () => {
  it.each(Object.entries(PURE_ROOMS))(
    '%s uses no framework, no outside world, no clock and no chance',
    (room, packages) => {
      const files = code.filter(({ path }) => path.startsWith(`libs/${room}/`));
      expect(files.flatMap((file) => impurities(file, packages))).toEqual([]);
    },
  );

  it.each([
    `import { readFileSync } from 'node:fs';`,
    `import type { Injectable } from '@nestjs/common';`,
    `import * as v from 'valibot/nested';`,
    `import { step } from './step';`,
    `export { step } from 'somewhere';`,
    `const later = await import('pg');`,
    `const now = Date.now();`,
    `const now = new Date();`,
    `const now = Temporal.Now.instant();`,
    `const now = performance.now();`,
    `const die = Math.random();`,
    `const id = crypto.randomUUID();`,
    `const id = randomUUID();`,
    `const home = process.env['HOME'];`,
    `setTimeout(() => undefined, 1);`,
    `await fetch('http://localhost');`,
  ])('would not let through: %s', (text) => {
    expect(impurities(snippet(text), ['valibot'])).toHaveLength(1);
  });

  it('lets through what is pure, and what only talks about the rest', () => {
    const text = `
      import * as v from 'valibot';
      import { step } from '#casus/step';
      // Date.now() and Math.random() are not for here
      export const at = new Date('2026-11-20T12:00:00Z').toISOString() + "Date.now()";
    `;
    expect(impurities(snippet(text), ['valibot'])).toEqual([]);
  });
});

describe('the clock', () => {
  it('is read in one file only', () => {
    const elsewhere = code.filter(({ path }) => path !== 'libs/platform/src/system-clock.ts');
    expect(elsewhere.flatMap(clockReadings)).toEqual([]);
  });

  it.each([
    `const t = Date.now();`,
    `const t = new Date();`,
    'const q = sql`select now()`;',
    `run('default CURRENT_TIMESTAMP');`,
  ])('would be noticed in: %s', (text) => {
    expect(clockReadings(snippet(text))).toHaveLength(1);
  });

  it('is not read by a date made of a known moment', () => {
    expect(clockReadings(snippet(`const t = new Date(0); const known = 'how many are known now';`))).toEqual([]);
  });
});
