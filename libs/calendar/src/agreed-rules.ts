import { READ_IN_JULY_2026, weeks, workingDays, type TermRule } from '#calendar/term-rule';

/** Norms of a sector, and what partners agree among themselves unless they agree on something else. */
export const agreedRules: readonly TermRule[] = [
  {
    code: 'CIZ-6W',
    nature: 'norm',
    length: weeks(6),
    binds: 'ciz',
    source: 'Cliëntinformatie van het CIZ',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'TREEK-6W',
    nature: 'norm',
    length: weeks(6),
    binds: 'care-provider',
    source: 'Treeknorm casemanagement dementie',
    version: READ_IN_JULY_2026,
    warnAfter: weeks(4),
  },
  {
    code: 'AFSPRAAK-10WD',
    nature: 'agreement',
    length: workingDays(10),
    binds: 'anyone',
    source: 'Afspraak tussen partners',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'OVERDRACHT-3WD',
    nature: 'agreement',
    length: workingDays(3),
    binds: 'anyone',
    source: 'Norm voor antwoord op een overdracht, instelbaar per paar partners en soort',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'STILSTAND-10WD',
    nature: 'agreement',
    length: workingDays(10),
    binds: 'anyone',
    source: 'Norm voor stilstand van een open vervolgstap zonder lopende termijn',
    version: READ_IN_JULY_2026,
  },
];
