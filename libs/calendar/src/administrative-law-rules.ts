import { READ_IN_JULY_2026, weeks, type TermRule } from '#calendar/term-rule';

const objection: TermRule = {
  // `from` is the day on which the decision was made known.
  code: 'AWB-67-BEZWAAR',
  nature: 'statutory',
  length: weeks(6),
  binds: 'resident',
  source: 'Awb art. 6:7 jo. 6:8',
  version: READ_IN_JULY_2026,
};

/** The terms of the Algemene wet bestuursrecht: deciding, objecting, and what lateness costs. */
export const administrativeLawRules: readonly TermRule[] = [
  {
    code: 'AWB-45-BUITEN',
    nature: 'statutory',
    length: weeks(4),
    binds: 'public-body',
    source: 'Awb art. 4:5 lid 4',
    version: READ_IN_JULY_2026,
  },
  {
    // The Act says "reasonable", and that this has passed in any case after eight weeks.
    code: 'AWB-413-8W',
    nature: 'derived',
    length: weeks(8),
    binds: 'public-body',
    source: 'Awb art. 4:13 lid 2',
    version: READ_IN_JULY_2026,
    suspendable: true,
  },
  objection,
  {
    code: 'AWB-710-BOB',
    nature: 'statutory',
    length: weeks(6),
    binds: 'public-body',
    source: 'Awb art. 7:10 lid 1 en 3',
    version: READ_IN_JULY_2026,
    startsAtEndOf: objection,
    suspendable: true,
    adjournAtMost: weeks(6),
  },
  {
    // With an advisory committee.
    code: 'AWB-710-COMMISSIE',
    nature: 'statutory',
    length: weeks(12),
    binds: 'public-body',
    source: 'Awb art. 7:10 lid 1 en 3 jo. 7:13',
    version: READ_IN_JULY_2026,
    startsAtEndOf: objection,
    suspendable: true,
    adjournAtMost: weeks(6),
  },
  {
    // Counts from the notice of default. The 42 days of the penalty itself are not extended.
    code: 'AWB-417-DWANGSOM',
    nature: 'statutory',
    length: weeks(2),
    binds: 'public-body',
    source: 'Awb art. 4:17 lid 2 en 3',
    version: READ_IN_JULY_2026,
    penalty: {
      scale: [
        { days: 14, eurosPerDay: 23 },
        { days: 14, eurosPerDay: 35 },
        { days: 14, eurosPerDay: 45 },
      ],
      mostEuros: 1442,
    },
  },
];
