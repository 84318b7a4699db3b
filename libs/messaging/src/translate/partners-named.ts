import type { Casus } from '#casus/casus';

/** Every partner that a casus names, some more than once. */
export function partnersNamed(casus: Casus): readonly string[] {
  return [
    casus.director.partner,
    ...casus.bases.map(({ partner }) => partner),
    ...[...casus.steps.values()].map(({ owner }) => owner),
    ...[...casus.handoffs.values(), ...casus.asks.values()].flatMap(({ from, to }) => [from, to]),
    ...[...casus.takeovers.values()].map(({ by }) => by),
    ...[...casus.promises.values()].flatMap(({ promisedBy, to }) => [promisedBy, to]),
  ];
}
