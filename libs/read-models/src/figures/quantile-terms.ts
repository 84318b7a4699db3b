import type { FigureDefinition } from '#read-models/figures/definition';

/** How durations are told, in every figure. */
export const QUANTILE_TERMS = {
  of: { nl: 'Over hoeveel het gaat.', en: 'How many there are.' },
  total: {
    nl: 'Opgeteld, in minuten van de klok (`minutes`) en in werkminuten (`workingMinutes`).',
    en: 'Added up, in minutes by the clock (`minutes`) and in working minutes (`workingMinutes`).',
  },
  p50: {
    nl: 'De kortste tijd waarbinnen de helft klaar was (p90: negen van de tien), volgens Kaplan-Meier: wat nog loopt, telt mee zolang het gezien is. Is alles klaar, dan is dit de dichtstbijzijnde rang; er wordt niet geïnterpoleerd.',
    en: 'The shortest time within which half were over (p90: nine in ten), by Kaplan-Meier: what is not over counts for as long as it was seen. When all are over this is the nearest rank; nothing is interpolated.',
  },
  orMore: {
    nl: 'Zoveel was er nog niet klaar: de werkelijke waarde is minstens dit.',
    en: 'As many were not over yet: the true value is at least this.',
  },
  casus: {
    nl: 'Hoeveel casus erachter zitten, en waar ze staan: op nummer, zonder namen.',
    en: 'How many casus are behind it, and where they are listed: by id, without names.',
  },
} as const satisfies FigureDefinition['terms'];
