import { localDate } from '#calendar/local-date';
import { termCalendar } from '#calendar/term-calendar';
import { allowedOf, type StepCommand } from '#casus/allowed';
import type { Surroundings } from '#casus/decide/surroundings';
import { moment } from '#casus/moment';
import { stepState } from '#casus/step-state';
import { at, casusAfter, stateOf, step, SURROUNDINGS, when, type Brief } from '#casus/specification';

const E1 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E1', 'gemeente-wmo', { confirmedBy: 'welzijn', term: { rule: 'AWB-413-8W', from: '2026-09-14' }, ...more });
const E0 = step('E0', 'corporatie');
const blocked = E1({ after: [{ step: 'E0' }] });
const scheduled = E1({ notBefore: '2026-10-05' });
const owner = { by: 'gemeente-wmo', step: 'E1' };
const offered: Brief = {
  do: 'offer-handoff',
  ...owner,
  handoff: 'H1',
  to: 'corporatie',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const waiting: Brief = {
  do: 'wait-for',
  ...owner,
  waitingFor: { kind: 'resident' },
  reason: 'papieren',
  until: '2026-09-20',
};
const suspended: Brief = {
  do: 'suspend-term',
  ...owner,
  ground: 'AWB-415-AANVULLING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-14',
  until: '2026-09-20',
};
const completed: Brief = { do: 'complete-step', ...owner };
const reportedLast: readonly Brief[] = [
  { ...E0, at: '2026-09-14T08:00' },
  { do: 'complete-step', by: 'corporatie', step: 'E0' },
  blocked,
  completed,
  { do: 'reopen-step', step: 'E0', reason: 'toch niet' },
];

const SOON = '2026-09-14T12:00';
const LATER = '2026-09-22T12:00';

const always: readonly StepCommand[] = ['request-takeover', 'ask', 'claim-step', 'release-step', 'note-progress'];
const plan: readonly StepCommand[] = ['replan-step', 'suspend-term', 'extend-term', 'renew-term-rule'];
const leave: readonly StepCommand[] = ['cancel-step', 'reassign-step', 'return-step', 'grant-takeover'];
const idle: readonly StepCommand[] = [...always, ...plan, ...leave, 'offer-handoff'];
const open: readonly StepCommand[] = [...idle, 'complete-step', 'wait-for', 'start-step'];
const pending: readonly StepCommand[] = [...always, ...plan];

/** What is given, the moment, the state then, and what it allows. */
const SITUATIONS: readonly (readonly [string, readonly Brief[], string, string, readonly StepCommand[]])[] = [
  ['open', [E1()], SOON, 'open', open],
  ['blocked', [E0, blocked], SOON, 'blocked', idle],
  ['scheduled', [scheduled], SOON, 'scheduled', idle],
  ['scheduled, and the day has come', [scheduled], '2026-10-05T00:00', 'open', open],
  ['waiting', [E1(), waiting], SOON, 'waiting', [...idle, 'complete-step', 'resume']],
  ['waiting past its last day', [E1(), waiting], LATER, 'open', [...open, 'resume']],
  ['suspended', [E1(), suspended], SOON, 'waiting', [...idle, 'resume-term']],
  ['suspended past its last day', [E1(), suspended], LATER, 'open', [...open, 'resume-term']],
  ['waiting and suspended', [E1(), waiting, suspended], SOON, 'waiting', [...idle, 'resume', 'resume-term']],
  [
    'blocked while waiting',
    [E0, E1(), waiting, { do: 'replan-step', ...owner, after: [{ step: 'E0' }] }],
    SOON,
    'blocked',
    [...idle, 'resume'],
  ],
  ['offered', [E1(), offered], SOON, 'open', [...pending, 'wait-for', 'start-step']],
  ['offered while blocked', [E0, blocked, offered], SOON, 'blocked', pending],
  ['offered while scheduled', [scheduled, offered], SOON, 'scheduled', pending],
  ['offered while waiting', [E1(), waiting, offered], SOON, 'waiting', [...pending, 'resume']],
  ['offered, and the offer has expired', [E1(), offered], LATER, 'open', open],
  ['reported', [E1(), completed], SOON, 'reported', [...always, ...leave, 'confirm-completion', 'reject-completion']],
  ['reported, then blocked again', reportedLast, SOON, 'blocked', [...always, ...plan, ...leave]],
  ['done', [E1(), completed, { do: 'confirm-completion', by: 'welzijn', step: 'E1' }], SOON, 'done', ['reopen-step']],
  ['cancelled', [E1(), { do: 'cancel-step', ...owner, reason: 'niet nodig' }], SOON, 'cancelled', []],
];

describe('a step that is', () => {
  it.each(SITUATIONS)('%s', (_name, given, time, state, allowed) => {
    const casus = stateOf(casusAfter(...given));
    const found = casus.steps.get('E1');
    expect(found && [...allowedOf(casus, found, moment(at(time)))].sort()).toEqual([...allowed].sort());
    expect(found && stepState(casus, found, at(time))).toBe(state);
  });
});

/** A day was equated since the steps were planned, so that there is something to renew. */
const EQUATED: Surroundings = {
  ...SURROUNDINGS,
  rules: { ...SURROUNDINGS.rules, calendar: termCalendar([localDate('2027-05-07')], localDate('2026-09-14')) },
};

/** Each command about a step, by one who may. */
const COMMANDS: readonly Brief<StepCommand>[] = [
  { do: 'complete-step', ...owner },
  { do: 'offer-handoff', ...owner, to: 'corporatie', kind: 'written' },
  { do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'papieren' },
  { do: 'resume', ...owner },
  { do: 'resume-term', ...owner, lastDay: '2026-09-20' },
  { do: 'reopen-step', step: 'E1', reason: 'toch niet' },
  { do: 'request-takeover', by: 'corporatie', step: 'E1' },
  { do: 'start-step', ...owner },
  { do: 'replan-step', ...owner, title: 'anders' },
  {
    do: 'suspend-term',
    ...owner,
    ground: 'AWB-415-AANVULLING',
    waitingFor: { kind: 'resident' },
    firstDay: '2026-10-10',
    until: '2026-10-20',
  },
  { do: 'extend-term', ...owner, ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01' },
  { do: 'renew-term-rule', ...owner, reason: 'wetswijziging' },
  { do: 'confirm-completion', by: 'welzijn', step: 'E1' },
  { do: 'reject-completion', by: 'welzijn', step: 'E1', reason: 'niet af' },
  { do: 'cancel-step', ...owner, reason: 'niet nodig' },
  { do: 'reassign-step', step: 'E1', to: 'corporatie', reason: 'anders', agreed: { how: 'phone' } },
  { do: 'return-step', ...owner, reason: 'at-capacity' },
  { do: 'ask', ...owner, to: 'zorgaanbieder', what: 'kan het?' },
  { do: 'claim-step', ...owner, person: 'consulent' },
  { do: 'note-progress', ...owner, text: 'gebeld' },
];

/** What the step would allow if there were no offer. */
const withoutOffer = (state: string): readonly StepCommand[] => (state === 'open' ? open : idle);

describe.each(SITUATIONS)('a step that is %s', (_name, given, time, state, allowed) => {
  const history = casusAfter(...given, { do: 'add-note', text: 'tot hier', audience: 'all', at: time });
  const offer = given.includes(offered) && time === SOON;

  it.each(COMMANDS)('takes $do or says why not', (brief) => {
    const details = { state, allowed: expect.arrayContaining([...allowed]) as unknown };
    const isInTheWay =
      offer && (withoutOffer(state).includes(brief.do) || (state === 'waiting' && brief.do === 'complete-step'));
    if (allowed.includes(brief.do)) when(history, brief, EQUATED).thenAccepted();
    else if (isInTheWay)
      when(history, brief, EQUATED).thenRejected('offer-open', {
        state,
        allowed: expect.arrayContaining([...allowed, 'withdraw-handoff']) as unknown,
        handoff: 'H1',
        to: 'corporatie',
      });
    else when(history, brief, EQUATED).thenRejected('not-in-this-state', details);
  });
});
