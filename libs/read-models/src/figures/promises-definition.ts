import type { FigureDefinition } from '#read-models/figures/definition';
import { QUANTILE_TERMS } from '#read-models/figures/quantile-terms';

export const PROMISES_DEFINITION: FigureDefinition = {
  name: 'promises',
  version: 1,
  title: { nl: 'Toezeggingen', en: 'Promises' },
  text: {
    nl: 'De toezeggingen die in de periode zijn gedaan, en hoe elk ervan er op het moment van het cijfer voor staat: precies één van `keptInTime`, `keptLate`, `broken`, `released` en `open`. De dag die geldt is de laatst afgesproken dag.',
    en: 'The promises made in the period, and how each stands at the moment of the figure: exactly one of `keptInTime`, `keptLate`, `broken`, `released` and `open`. The day that counts is the one that was agreed last.',
  },
  terms: {
    made: { nl: 'Gedaan in de periode.', en: 'Made in the period.' },
    keptInTime: { nl: 'Nagekomen, uiterlijk op de dag zelf.', en: 'Kept, on its day at the latest.' },
    keptLate: { nl: 'Nagekomen na de dag.', en: 'Kept after its day.' },
    broken: {
      nl: 'De dag is voorbij en de toezegging is niet nagekomen of kwijtgescholden (patroon PROMISE_BROKEN).',
      en: 'Its day has passed and it was neither kept nor released (pattern PROMISE_BROKEN).',
    },
    released: { nl: 'Kwijtgescholden door de ontvanger.', en: 'Released by its receiver.' },
    open: {
      nl: 'De dag is nog niet voorbij, of de toezegging is alleen doorgegeven en nog niet bevestigd.',
      en: 'Its day has not passed, or it was only told and is not confirmed yet.',
    },
    renegotiated: {
      nl: 'Kreeg minstens één keer een andere dag, hoe het ook afliep.',
      en: 'Got another day at least once, whatever came of it.',
    },
    everBroken: {
      nl: 'De dag ging op enig moment voorbij, hoe het ook afliep.',
      en: 'Its day passed at some time, whatever came of it.',
    },
    keptInTimePercent: {
      nl: '`keptInTime` van `keptInTime`, `keptLate` en `broken` samen.',
      en: '`keptInTime` of `keptInTime`, `keptLate` and `broken` together.',
    },
    casus: QUANTILE_TERMS.casus,
  },
};
