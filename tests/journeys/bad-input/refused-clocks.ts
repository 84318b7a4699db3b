import type { RequestOptions } from '#tests/journeys/town';
import { holding, PLAN, S, saying, type BadInput } from '#tests/journeys/bad-input/bad-input';

const wmo: RequestOptions = { by: 'gemeente-wmo' };

/** A suspension of the term of E4, which runs by AWB-413-8W from 10 September and was suspended on 14 to 20 September. */
const STOP = {
  ground: 'AWB-415-AANVULLING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-10-05',
  until: '2026-10-16',
};
const suspend = `${S}/E4/term/suspend`;
const resume = `${S}/E4/term/resume`;
const extend = `${S}/E4/term/extend`;

export const REFUSED_CLOCKS: readonly BadInput[] = [
  [
    'a suspension without a ground',
    suspend,
    { waitingFor: STOP.waitingFor, firstDay: STOP.firstDay },
    wmo,
    400,
    { code: 'fields-invalid', errors: [{ field: 'ground', wrong: 'is missing' }] },
  ],
  [
    'a suspension on a ground that no law knows',
    suspend,
    { ...STOP, ground: 'DRUK' },
    wmo,
    400,
    { code: 'ground-unknown', ground: 'DRUK' },
  ],
  [
    'a suspension without the time that its ground sets',
    suspend,
    { ...STOP, until: undefined },
    wmo,
    400,
    { code: 'until-required', ground: 'AWB-415-AANVULLING', source: saying('Awb art. 4:15') },
  ],
  [
    'a suspension that ends before it begins',
    suspend,
    { ...STOP, until: '2026-10-02' },
    wmo,
    400,
    { code: 'until-before-first-day', firstDay: '2026-10-05', until: '2026-10-02' },
  ],
  [
    'a suspension of a clock that does not stop',
    `${S}/E6/term/suspend`,
    STOP,
    wmo,
    409,
    { code: 'term-not-suspendable', rule: 'WMO-232-ONDERZOEK', source: saying('Wmo 2015 art. 2.3.2') },
  ],
  ['a suspension where no clock runs', `${S}/E1/term/suspend`, STOP, wmo, 409, { code: 'no-term', step: 'E1' }],
  [
    'a suspension over days that lie within another',
    suspend,
    { ...STOP, firstDay: '2026-09-20' },
    wmo,
    409,
    { code: 'suspension-overlaps', rule: 'AWB-413-8W', firstDay: '2026-09-14', lastDay: '2026-09-20' },
  ],
  [
    'a resume before its suspension',
    `${S}/E5/term/resume`,
    { lastDay: '2026-09-27' },
    wmo,
    409,
    {
      code: 'resume-before-start',
      rule: 'AWB-413-8W',
      ground: 'AWB-415-OVERMACHT',
      firstDay: '2026-09-28',
      lastDay: '2026-09-27',
    },
  ],
  [
    'a resume of what runs',
    resume,
    { lastDay: '2026-09-20' },
    wmo,
    409,
    { code: 'not-in-this-state', allowed: holding(['suspend-term']) },
  ],
  [
    'an extension on a ground that no law knows',
    extend,
    { ground: 'DRUK', lastDay: '2026-12-01' },
    wmo,
    400,
    { code: 'ground-unknown', ground: 'DRUK' },
  ],
  [
    'an extension that the law does not give this clock',
    `${S}/E6/term/extend`,
    { ground: 'AWB-710-VERDAGING', lastDay: '2026-12-01' },
    wmo,
    409,
    { code: 'term-not-extendable', rule: 'WMO-232-ONDERZOEK', ground: 'AWB-710-VERDAGING', source: saying('Wmo') },
  ],
  [
    'an extension on the same ground twice',
    extend,
    { ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-15' },
    wmo,
    409,
    { code: 'already-extended', ground: 'AWB-414-MEDEDELING', source: saying('Awb art. 4:14') },
  ],
  [
    'an extension to an earlier day',
    `${S}/E7/term/extend`,
    { ground: 'AWB-414-MEDEDELING', lastDay: '2026-11-05' },
    wmo,
    409,
    { code: 'extension-not-later', lastDay: '2026-11-05', source: saying('Awb art. 4:14') },
  ],
  [
    'a waiting for somebody outside without a name',
    `${S}/E9/wait-for`,
    { waitingFor: { kind: 'external' }, reason: 'papieren' },
    {},
    400,
    { code: 'name-required', kind: 'external' },
  ],
  [
    'a rule that no law file holds',
    S,
    { ...PLAN, term: { rule: 'AWB-413-9W', from: '2026-10-01' } },
    {},
    400,
    { code: 'term-rule-unknown', rule: 'AWB-413-9W' },
  ],
  [
    'a rule that was not in force on the day',
    S,
    { ...PLAN, term: { rule: 'WGS-4-GESPREK', from: '1999-01-04' } },
    {},
    400,
    { code: 'term-rule-not-in-force', rule: 'WGS-4-GESPREK', source: saying('Wgs'), from: '1999-01-04' },
  ],
  [
    'a cause outside the taxonomy',
    '/v1/casus/eva/stall-causes',
    { stall: { pattern: 'STANDSTILL', about: 'E1' }, cause: 'LUI' },
    {},
    400,
    { code: 'cause-unknown', cause: 'LUI', known: holding(['TE_DRUK']) },
  ],
  [
    'a stall of something that did not stall',
    '/v1/casus/eva/stall-causes',
    { stall: { pattern: 'STANDSTILL', about: 'E9' }, cause: 'TE_DRUK' },
    {},
    404,
    { code: 'stall-unknown', pattern: 'STANDSTILL', about: 'E9' },
  ],
  [
    'a stall of another pattern',
    '/v1/casus/eva/stall-causes',
    { stall: { pattern: 'UNANSWERED', about: 'E1' }, cause: 'TE_DRUK' },
    {},
    409,
    { code: 'stall-other-pattern', pattern: 'UNANSWERED', about: 'E1', patterns: ['STANDSTILL'] },
  ],
];
