import type { Actors } from '#commands/command-order';

/** Nobody may act but one housing corporation. */
export const onlyOne = (partner: string): Actors => ({
  find: (id) => Promise.resolve(id === partner ? { kind: 'housing-corporation' } : undefined),
});
