import { localDate } from '#calendar/local-date';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { CASUS_TABLE } from '#commands/table/casus-table';
import { PARTNER_TABLE } from '#commands/table/partner-table';
import { loadRules } from '#platform/rule-file';
import { eva, openTown, opening, type Town } from '#tests/journeys/town';

const AGREED = { how: 'meeting' };
const PLAN = { title: 'Een stap', category: 'general', owner: 'sociaal-team' };
const NOTED = { title: 'Een stap', category: 'general', owner: 'gemeente-wmo', agreed: AGREED };
const C = '/v1/casus/eva';
const S = `${C}/steps`;

/** A casus in which every command comes once: its name, who gives it, its address, its body. `-` is a casus on the way. */
const SCRIPT: readonly (readonly [name: string, by: string, path: string, body?: object])[] = [
  ['register-partner', 'sociaal-team', '/v1/partners', { partner: 'sociaal-team', kind: 'social-team', name: 'ST' }],
  ['-', 'sociaal-team', '/v1/partners', { partner: 'corporatie', kind: 'housing-corporation', name: 'C' }],
  ['-', 'sociaal-team', '/v1/partners', { partner: 'gemeente-wmo', kind: 'municipality-care', name: 'W' }],
  ['-', 'sociaal-team', '/v1/partners', { partner: 'welzijn', kind: 'welfare', name: 'Z' }],
  ['rename-partner', 'corporatie', '/v1/partners/corporatie/rename', { name: 'Woningcorporatie' }],
  ['set-norm', 'corporatie', '/v1/partners/corporatie/norms', { of: 'offer', workingDays: 5 }],
  [
    'set-opening-hours',
    'corporatie',
    '/v1/partners/corporatie/opening-hours',
    { hours: { monday: { from: '09:00', to: '12:00' } } },
  ],
  ['set-closing-days', 'corporatie', '/v1/partners/corporatie/closing-days', { days: ['2026-12-24'] }],
  [
    'plan-absence',
    'corporatie',
    '/v1/partners/corporatie/absences',
    { person: 'adviseur', from: '2026-12-01', until: '2026-12-04' },
  ],
  ['withdraw-absence', 'corporatie', '/v1/partners/corporatie/absences/absence-1/withdraw'],
  ['open-casus', 'sociaal-team', '/v1/casus', opening('eva')],
  [
    'add-resident',
    'sociaal-team',
    `${C}/residents`,
    { ...eva, ref: 'ineke', role: 'informal-carer', givenName: 'Ineke' },
  ],
  ['end-resident', 'sociaal-team', `${C}/residents/ineke/end`, { reason: 'verhuisd' }],
  [
    'record-basis',
    'sociaal-team',
    `${C}/bases`,
    {
      partner: 'corporatie',
      basis: 'consent',
      givenBy: 'eva',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['housing', 'general'],
    },
  ],
  [
    '-',
    'sociaal-team',
    `${C}/bases`,
    {
      partner: 'gemeente-wmo',
      basis: 'legal-task',
      article: 'Wmo 2.3.2',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['care'],
    },
  ],
  [
    '-',
    'sociaal-team',
    `${C}/bases`,
    {
      partner: 'welzijn',
      basis: 'consent',
      givenBy: 'eva',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['care', 'general'],
    },
  ],
  ['withdraw-basis', 'sociaal-team', `${C}/bases/withdraw`, { partner: 'welzijn', categories: ['care'] }],
  [
    'record-decision',
    'sociaal-team',
    `${C}/decisions`,
    { product: 'briefadres', decidedBy: 'gemeente-wmo', outcome: 'refused', ground: 'geen' },
  ],
  [
    '-',
    'sociaal-team',
    `${C}/decisions`,
    { product: 'briefadres', decidedBy: 'gemeente-wmo', outcome: 'refused', ground: 'weer geen' },
  ],
  ['record-meeting', 'sociaal-team', `${C}/meetings`, { present: ['sociaal-team'], agreed: 'verder' }],
  ['add-note', 'corporatie', `${C}/notes`, { text: 'gebeld', audience: 'all' }],
  [
    'describe-housing-need',
    'sociaal-team',
    `${C}/housing-need`,
    { rooms: 2, stepFree: true, lift: false, neighbourhoods: ['Zuid'], incomeClass: 'low', from: '2027-01-01' },
  ],
  [
    'name-stall-cause',
    'sociaal-team',
    `${C}/stall-causes`,
    { stall: { pattern: 'REVOLVING_DOOR', about: 'briefadres' }, cause: 'TE_DRUK' },
  ],
  ['plan-step', 'sociaal-team', S, { ...PLAN, step: 'E1' }],
  ['replan-step', 'sociaal-team', `${S}/E1/replan`, { title: 'Anders', target: '2026-12-01' }],
  ['claim-step', 'sociaal-team', `${S}/E1/claim`, { person: 'jongerenwerker' }],
  ['release-step', 'sociaal-team', `${S}/E1/release`],
  ['start-step', 'sociaal-team', `${S}/E1/start`],
  ['note-progress', 'sociaal-team', `${S}/E1/progress`, { text: 'halverwege' }],
  [
    'wait-for',
    'sociaal-team',
    `${S}/E1/wait-for`,
    { waitingFor: { kind: 'external', name: 'CIZ' }, reason: 'besluit' },
  ],
  ['resume', 'sociaal-team', `${S}/E1/resume`],
  ['-', 'sociaal-team', S, { ...NOTED, step: 'E2', term: { rule: 'AWB-413-8W', from: '2026-11-19' } }],
  [
    'suspend-term',
    'gemeente-wmo',
    `${S}/E2/term/suspend`,
    { ground: 'AWB-415-AANVULLING', waitingFor: { kind: 'resident' }, firstDay: '2026-11-20', until: '2026-12-04' },
  ],
  ['resume-term', 'gemeente-wmo', `${S}/E2/term/resume`, { lastDay: '2026-11-20' }],
  ['extend-term', 'gemeente-wmo', `${S}/E2/term/extend`, { ground: 'AWB-414-MEDEDELING', lastDay: '2027-03-01' }],
  ['renew-term-rule', 'gemeente-wmo', `${S}/E2/term/renew-rule`, { reason: 'wetswijziging' }],
  ['offer-handoff', 'sociaal-team', `${S}/E1/handoffs`, { handoff: 'O1', to: 'corporatie', kind: 'warm' }],
  ['see-handoff', 'corporatie', `${C}/handoffs/O1/see`],
  ['decline-handoff', 'corporatie', `${C}/handoffs/O1/decline`, { reason: 'at-capacity' }],
  ['-', 'sociaal-team', `${S}/E1/handoffs`, { handoff: 'O2', to: 'corporatie', kind: 'warm', previous: 'O1' }],
  ['withdraw-handoff', 'sociaal-team', `${C}/handoffs/O2/withdraw`],
  ['-', 'sociaal-team', `${S}/E1/handoffs`, { handoff: 'O3', to: 'corporatie', kind: 'written' }],
  ['accept-handoff', 'corporatie', `${C}/handoffs/O3/accept`],
  ['return-step', 'corporatie', `${S}/E1/return`, { reason: 'wrong-desk' }],
  ['request-takeover', 'corporatie', `${S}/E1/takeovers`, { takeover: 'T1' }],
  ['refuse-takeover', 'sociaal-team', `${C}/takeovers/T1/refuse`, { reason: 'nog niet' }],
  ['-', 'corporatie', `${S}/E1/takeovers`, { takeover: 'T2' }],
  ['withdraw-takeover', 'corporatie', `${C}/takeovers/T2/withdraw`],
  ['-', 'corporatie', `${S}/E1/takeovers`, { takeover: 'T3' }],
  ['grant-takeover', 'sociaal-team', `${C}/takeovers/T3/grant`],
  ['reassign-step', 'sociaal-team', `${S}/E1/reassign`, { to: 'sociaal-team', agreed: AGREED, reason: 'terug' }],
  ['ask', 'sociaal-team', `${C}/asks`, { ask: 'A1', step: 'E1', to: 'corporatie', what: 'Hoe dan?' }],
  ['answer-ask', 'corporatie', `${C}/asks/A1/answer`, { answer: 'Zo' }],
  ['-', 'sociaal-team', `${C}/asks`, { ask: 'A2', step: 'E1', to: 'corporatie', what: 'En dan?' }],
  ['decline-ask', 'corporatie', `${C}/asks/A2/decline`, { reason: 'other', note: 'niet van ons' }],
  ['-', 'sociaal-team', `${C}/asks`, { ask: 'A3', step: 'E1', to: 'corporatie', what: 'Zeker?' }],
  ['withdraw-ask', 'sociaal-team', `${C}/asks/A3/withdraw`],
  [
    'make-promise',
    'sociaal-team',
    `${C}/promises`,
    {
      promise: 'P1',
      promisedBy: 'corporatie',
      to: 'sociaal-team',
      what: 'lijst',
      due: '2026-12-01',
      toldBy: { name: 'Balie', channel: 'telefoon' },
    },
  ],
  ['confirm-promise', 'corporatie', `${C}/promises/P1/confirm`],
  ['renegotiate-promise', 'corporatie', `${C}/promises/P1/renegotiate`, { due: '2026-12-08' }],
  ['keep-promise', 'corporatie', `${C}/promises/P1/keep`],
  [
    '-',
    'corporatie',
    `${C}/promises`,
    { promise: 'P2', promisedBy: 'corporatie', to: 'sociaal-team', what: 'sleutel', due: '2026-12-01' },
  ],
  ['release-promise', 'sociaal-team', `${C}/promises/P2/release`],
  ['complete-step', 'sociaal-team', `${S}/E1/complete`],
  ['reopen-step', 'sociaal-team', `${S}/E1/reopen`, { reason: 'toch niet' }],
  ['cancel-step', 'sociaal-team', `${S}/E1/cancel`, { reason: 'niet nodig' }],
  ['-', 'sociaal-team', S, { ...PLAN, step: 'E3', confirmedBy: 'corporatie' }],
  ['-', 'sociaal-team', `${S}/E3/complete`],
  ['reject-completion', 'corporatie', `${S}/E3/reject-completion`, { reason: 'nog niet klaar' }],
  ['-', 'sociaal-team', `${S}/E3/complete`],
  ['confirm-completion', 'corporatie', `${S}/E3/confirm-completion`],
  ['-', 'gemeente-wmo', `${S}/E2/cancel`, { reason: 'ingetrokken' }],
  ['leave-casus', 'corporatie', `${C}/leave`, { reason: 'klaar' }],
  ['appoint-director', 'sociaal-team', `${C}/director`, { partner: 'gemeente-wmo' }],
  ['close-casus', 'gemeente-wmo', `${C}/close`, { outcome: 'goal-reached', reason: 'klaar' }],
  ['reopen-casus', 'gemeente-wmo', `${C}/reopen`, { reason: 'terugval' }],
];

/** The rules that come along, but one of them changes on the day of the casus. */
const shipped = loadRules();
const CHANGED: RuleBook = {
  ...shipped,
  editions: shipped.editions.flatMap((edition) =>
    edition.code === 'AWB-413-8W'
      ? [
          { ...edition, validUntil: localDate('2026-11-19') },
          { ...edition, version: localDate('2026-11-20') },
        ]
      : [edition],
  ),
};

describe('every command over HTTP', () => {
  let town: Town;
  beforeAll(async () => {
    town = await openTown(undefined, CHANGED);
  });
  afterAll(() => town.close());

  it.each(SCRIPT.map(([name, by, path, body]) => ({ name, by, path, body })))(
    '$name by $by: $path',
    async ({ by, path, body }) => {
      town.clock.pass(1);
      const { status, body: answer, headers } = await town.post(path, body, { by });
      expect(answer).toMatchObject({ revision: expect.any(Number) as number });
      expect([200, 201]).toContain(status);
      expect(headers['etag']).toBe(`"${String(answer['revision'])}"`);
      expect(headers['consistency-token']).toMatch(/^\d{20}$/);
    },
  );

  it('leaves none out', () => {
    const all = [...Object.values(CASUS_TABLE).flat(), ...PARTNER_TABLE].map((line) => line.do);
    expect(new Set(SCRIPT.map(([name]) => name).filter((name) => name !== '-'))).toEqual(new Set(all));
  });
});
