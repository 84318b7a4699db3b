import { casusAfter, step, when, type Brief } from '#casus/specification';
import type { RejectionCode } from '#casus/rejection';

const DIRECTOR = 'sociaal-team';
const OWNER = 'gemeente-wmo';
const OTHER = 'corporatie';
const CONFIRMER = 'welzijn';
const OUTSIDER = 'school';
const EVERYONE = [DIRECTOR, OWNER, OTHER, CONFIRMER, OUTSIDER];
const AT_THE_TABLE = [DIRECTOR, OWNER, OTHER, CONFIRMER];

const E1 = step('E1', OWNER, {
  confirmedBy: CONFIRMER,
  category: 'care',
  term: { rule: 'AWB-413-8W', from: '2026-09-14' },
});
const E2 = step('E2', OTHER, { category: 'housing' });
const offered: Brief = { do: 'offer-handoff', by: OWNER, step: 'E1', handoff: 'H1', to: OTHER, kind: 'warm' };
const completed: Brief = { do: 'complete-step', by: OWNER, step: 'E1' };
const requested: Brief = { do: 'request-takeover', by: OTHER, step: 'E1', takeover: 'T1' };
const asked: Brief = { do: 'ask', by: OWNER, step: 'E1', ask: 'A1', to: OTHER, what: 'kan het?' };
const promised: Brief = {
  do: 'make-promise',
  by: OWNER,
  promise: 'P1',
  promisedBy: OWNER,
  to: OTHER,
  what: 'lijst',
  due: '2026-10-01',
};
const toldPromise: Brief = { ...promised, by: OTHER, toldBy: { name: 'Balie', channel: 'phone' } };
const waiting: Brief = { do: 'wait-for', by: OWNER, step: 'E1', waitingFor: { kind: 'resident' }, reason: 'papieren' };
const suspended: Brief = {
  do: 'suspend-term',
  by: OWNER,
  step: 'E1',
  ground: 'AWB-415-OVERMACHT',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-14',
};
const closed: Brief = { do: 'close-casus', outcome: 'goal-reached', reason: 'klaar' };
const toldBy = { name: 'Balie', channel: 'phone' };
const refused: Brief = {
  do: 'record-decision',
  product: 'urgentie',
  decidedBy: DIRECTOR,
  outcome: 'refused',
  ground: 'g',
};
const noor = { ref: 'noor', id: 'person-noor', role: 'resident', givenName: 'Noor', familyName: 'Voorbeeld' } as const;
const need = {
  rooms: 2,
  stepFree: true,
  lift: false,
  neighbourhoods: ['Zuid'],
  incomeClass: 'low',
  from: '2026-11-01',
} as const;

type Row = readonly [brief: Brief, may: readonly string[], code: RejectionCode, given?: readonly Brief[]];

/** The table of the domain ("Who may"), line by line; `given` comes after two steps, E1 of its owner and E2. */
const ROWS: readonly Row[] = [
  [{ do: 'appoint-director', partner: OTHER }, [DIRECTOR], 'not-the-director'],
  [
    { do: 'reassign-step', step: 'E1', to: OTHER, reason: 'anders', agreed: { how: 'phone' } },
    [DIRECTOR],
    'not-the-director',
  ],
  [
    { do: 'reopen-step', step: 'E1', reason: 'toch niet' },
    [DIRECTOR],
    'not-the-director',
    [completed, { do: 'confirm-completion', by: CONFIRMER, step: 'E1' }],
  ],
  [closed, [DIRECTOR], 'not-the-director'],
  [
    { do: 'reopen-casus', reason: 'toch niet' },
    [DIRECTOR],
    'not-the-director',
    [{ do: 'cancel-step', step: 'E1', reason: 'x' }, { do: 'cancel-step', step: 'E2', reason: 'x' }, closed],
  ],
  [
    {
      do: 'record-basis',
      partner: OUTSIDER,
      basis: 'contract',
      persons: ['eva'],
      purpose: 'casus',
      categories: ['care'],
    },
    [DIRECTOR],
    'not-the-director',
  ],
  [{ do: 'withdraw-basis', partner: OTHER, categories: ['care'] }, [DIRECTOR], 'not-the-director'],
  [{ do: 'add-resident', ...noor }, [DIRECTOR], 'not-the-director'],
  [{ do: 'end-resident', ref: 'ineke', reason: 'verhuisd' }, [DIRECTOR], 'not-the-director'],
  [{ do: 'record-meeting', present: [OWNER], agreed: 'door' }, [DIRECTOR], 'not-the-director'],
  [{ do: 'describe-housing-need', ...need }, [DIRECTOR, OTHER], 'not-the-director'],
  [
    { do: 'describe-housing-need', ...need },
    [DIRECTOR],
    'not-the-director',
    [{ do: 'complete-step', by: OTHER, step: 'E2' }],
  ],
  [{ ...step('E3', OTHER), agreed: { how: 'phone' } }, [DIRECTOR, OTHER], 'not-for-others'],
  [{ do: 'withdraw-ask', ask: 'A1' }, [DIRECTOR, OWNER], 'not-the-asker', [asked]],
  [{ do: 'withdraw-takeover', takeover: 'T1' }, [OTHER], 'not-the-requester', [requested]],
  [{ do: 'confirm-promise', promise: 'P1' }, [OWNER], 'not-the-promiser', [toldPromise]],
  [{ do: 'replan-step', step: 'E1', title: 'anders' }, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [{ do: 'cancel-step', step: 'E1', reason: 'x' }, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [waiting, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [{ do: 'resume', step: 'E1' }, [DIRECTOR, OWNER], 'not-the-owner-or-director', [waiting]],
  [completed, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [offered, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [{ do: 'withdraw-handoff', handoff: 'H1' }, [DIRECTOR, OWNER], 'not-the-owner-or-director', [offered]],
  [{ do: 'grant-takeover', takeover: 'T1' }, [DIRECTOR, OWNER], 'not-the-owner-or-director', [requested]],
  [
    { do: 'refuse-takeover', takeover: 'T1', reason: 'nee' },
    [DIRECTOR, OWNER],
    'not-the-owner-or-director',
    [requested],
  ],
  [asked, [DIRECTOR, OWNER], 'not-the-owner-or-director'],
  [suspended, [OWNER], 'not-the-owner'],
  [{ do: 'resume-term', step: 'E1', lastDay: '2026-09-20' }, [OWNER], 'not-the-owner', [suspended]],
  [{ do: 'extend-term', step: 'E1', ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01' }, [OWNER], 'not-the-owner'],
  [{ do: 'renew-term-rule', step: 'E1', reason: 'wetswijziging' }, [OWNER], 'not-the-owner'],
  [{ do: 'claim-step', step: 'E1', person: 'consulent' }, [OWNER], 'not-the-owner'],
  [
    { do: 'release-step', step: 'E1' },
    [OWNER],
    'not-the-owner',
    [{ do: 'claim-step', by: OWNER, step: 'E1', person: 'consulent' }],
  ],
  [{ do: 'start-step', step: 'E1' }, [OWNER], 'not-the-owner'],
  [{ do: 'return-step', step: 'E1', reason: 'at-capacity' }, [OWNER], 'not-the-owner'],
  [{ do: 'note-progress', step: 'E1', text: 'gebeld' }, AT_THE_TABLE, 'not-taking-part'],
  [{ do: 'add-note', text: 'gebeld', audience: 'all' }, AT_THE_TABLE, 'not-taking-part'],
  [
    { do: 'name-stall-cause', stall: { pattern: 'REVOLVING_DOOR', about: 'urgentie' }, cause: 'TE_DRUK' },
    AT_THE_TABLE,
    'not-taking-part',
    [refused, refused],
  ],
  [{ do: 'request-takeover', step: 'E1' }, AT_THE_TABLE, 'not-taking-part'],
  [{ do: 'leave-casus', reason: 'klaar' }, AT_THE_TABLE, 'not-taking-part'],
  [{ do: 'see-handoff', handoff: 'H1' }, [OTHER], 'not-the-receiver', [offered]],
  [{ do: 'see-handoff', handoff: 'H1', toldBy }, [DIRECTOR, OWNER], 'not-the-receiver', [offered]],
  [{ do: 'accept-handoff', handoff: 'H1' }, [OTHER], 'not-the-receiver', [offered]],
  [{ do: 'accept-handoff', handoff: 'H1', toldBy }, [DIRECTOR, OWNER], 'not-the-receiver', [offered]],
  [{ do: 'decline-handoff', handoff: 'H1', reason: 'at-capacity' }, [OTHER], 'not-the-receiver', [offered]],
  [
    { do: 'decline-handoff', handoff: 'H1', reason: 'at-capacity', toldBy },
    [DIRECTOR, OWNER],
    'not-the-receiver',
    [offered],
  ],
  [{ do: 'ask', handoff: 'H1', what: 'wat?' }, [OTHER], 'not-the-receiver', [offered]],
  [{ do: 'ask', handoff: 'H1', what: 'wat?', toldBy }, [DIRECTOR, OWNER], 'not-the-receiver', [offered]],
  [{ do: 'answer-ask', ask: 'A1', answer: 'ja' }, [OTHER], 'not-the-partner-asked', [asked]],
  [{ do: 'answer-ask', ask: 'A1', answer: 'ja', toldBy }, [DIRECTOR, OWNER], 'not-the-partner-asked', [asked]],
  [{ do: 'decline-ask', ask: 'A1', reason: 'at-capacity' }, [OTHER], 'not-the-partner-asked', [asked]],
  [
    { do: 'decline-ask', ask: 'A1', reason: 'at-capacity', toldBy },
    [DIRECTOR, OWNER],
    'not-the-partner-asked',
    [asked],
  ],
  [{ do: 'confirm-completion', step: 'E1' }, [CONFIRMER], 'not-the-confirmer', [completed]],
  [{ do: 'reject-completion', step: 'E1', reason: 'niet af' }, [CONFIRMER], 'not-the-confirmer', [completed]],
  [
    { do: 'record-decision', product: 'urgentie', decidedBy: OTHER, outcome: 'granted', ground: 'g' },
    [DIRECTOR, OTHER],
    'not-the-decider',
  ],
  [
    { do: 'record-decision', product: 'urgentie', decidedBy: OUTSIDER, outcome: 'granted', ground: 'g' },
    [DIRECTOR, OUTSIDER],
    'not-the-decider',
  ],
  [promised, [OWNER], 'not-the-promiser'],
  [{ ...promised, toldBy }, [DIRECTOR, OTHER], 'not-the-promiser'],
  [{ do: 'keep-promise', promise: 'P1' }, [OWNER], 'not-the-promiser', [promised]],
  [{ do: 'keep-promise', promise: 'P1', toldBy }, [DIRECTOR, OTHER], 'not-the-promiser', [promised]],
  [{ do: 'renegotiate-promise', promise: 'P1', due: '2026-11-01' }, [OWNER], 'not-the-promiser', [promised]],
  [
    { do: 'renegotiate-promise', promise: 'P1', due: '2026-11-01', toldBy },
    [DIRECTOR, OTHER],
    'not-the-promiser',
    [promised],
  ],
  [{ do: 'release-promise', promise: 'P1' }, [OTHER], 'not-the-promisee', [promised]],
];

describe.each(
  ROWS.map(([brief, may, code, given = []]) => ({
    name: brief.do,
    told: 'toldBy' in brief ? ', as told' : '',
    brief,
    may,
    code,
    given,
  })),
)('$name$told', ({ brief, may, code, given }) => {
  const history = casusAfter(E1, E2, ...given);
  const by = (partner: string): Brief => ({ ...brief, by: partner, at: '2026-09-15T09:00' });

  it.each(may)('is for %s', (partner) => {
    when(history, by(partner)).thenNotForbidden();
  });

  it.each(EVERYONE.filter((partner) => !may.includes(partner)))('is not for %s', (partner) => {
    const outsideTheCasus = brief.do === 'plan-step' && partner === OUTSIDER;
    when(history, by(partner)).thenRejected(outsideTheCasus ? 'not-taking-part' : code);
  });
});
