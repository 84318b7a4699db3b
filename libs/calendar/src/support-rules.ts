import { localDate } from '#calendar/local-date';
import { days, months, READ_IN_JULY_2026, weeks, workingDays, type TermRule } from '#calendar/term-rule';

/** The statutory terms of social support, debt assistance, income, residence registration and data protection. */
export const supportRules: readonly TermRule[] = [
  {
    code: 'WMO-232-ONDERZOEK',
    nature: 'statutory',
    length: weeks(6),
    binds: 'municipality',
    source: 'Wmo 2015 art. 2.3.2 lid 1',
    version: READ_IN_JULY_2026,
    onLapse: 'De inwoner mag nu een aanvraag indienen (Wmo 2015 art. 2.3.2 lid 9).',
  },
  {
    code: 'WMO-232-PLAN',
    nature: 'statutory',
    length: days(7),
    binds: 'resident',
    source: 'Wmo 2015 art. 2.3.2 lid 2',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'WMO-233-SPOED',
    nature: 'statutory',
    length: 'without-delay',
    binds: 'municipality',
    source: 'Wmo 2015 art. 2.3.3',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'WMO-235-BESCHIKKING',
    nature: 'statutory',
    length: weeks(2),
    binds: 'municipality',
    source: 'Wmo 2015 art. 2.3.5 lid 2',
    version: READ_IN_JULY_2026,
    suspendable: true,
  },
  {
    code: 'WMO-535-VERNIETIGING',
    nature: 'statutory',
    length: months(3),
    binds: 'controller',
    source: 'Wmo 2015 art. 5.3.5 lid 1',
    version: READ_IN_JULY_2026,
  },
  {
    code: 'WGS-4-GESPREK',
    nature: 'statutory',
    length: weeks(4),
    binds: 'municipality',
    source: 'Wgs art. 4 lid 1',
    version: READ_IN_JULY_2026,
  },
  {
    // A threat of eviction, of being cut off from energy or water, or of losing the health insurance.
    code: 'WGS-4-SPOED',
    nature: 'statutory',
    length: workingDays(3),
    binds: 'municipality',
    source: 'Wgs art. 4 lid 2',
    version: READ_IN_JULY_2026,
  },
  {
    // Set by ordinance; eight weeks is the most that the Act allows.
    code: 'WGS-4A-BESCHIKKING',
    nature: 'statutory',
    length: weeks(8),
    binds: 'municipality',
    source: 'Wgs art. 4a lid 3',
    version: READ_IN_JULY_2026,
  },
  {
    // The college may start earlier (lid 11).
    code: 'PW-41-ZOEKTERMIJN',
    nature: 'statutory',
    length: weeks(4),
    binds: 'resident',
    source: 'Participatiewet art. 41 lid 4',
    version: READ_IN_JULY_2026,
    kind: 'earliest',
  },
  {
    code: 'BRP-239-AANGIFTE',
    nature: 'statutory',
    length: days(5),
    binds: 'resident',
    source: 'Wet BRP art. 2.39',
    version: localDate('2026-10-01'),
  },
  {
    code: 'AVG-12-3',
    nature: 'statutory',
    length: months(1),
    binds: 'controller',
    source: 'AVG art. 12 lid 3',
    version: localDate('2018-05-25'),
    adjournAtMost: months(2),
  },
];
