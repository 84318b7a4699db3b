import { casusAfter, standing, step, type Brief } from '#casus/specification';
import { E1, offered, on } from '#casus/stalls/stall-specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const ask: Brief = { do: 'ask', ...owner, at: '2026-09-15T10:00', ask: 'A1', to: 'corporatie', what: 'x' };
const decline: Brief = {
  do: 'decline-handoff',
  by: 'welzijn',
  at: '2026-09-16T10:00',
  handoff: 'H1',
  reason: 'at-capacity',
};
const wait: Brief = {
  do: 'wait-for',
  ...owner,
  at: '2026-09-15T10:00',
  waitingFor: { kind: 'resident' },
  reason: 'x',
  until: '2026-09-18',
};
const suspend = (until?: string): Brief => ({
  do: 'suspend-term',
  ...owner,
  at: '2026-09-15T10:00',
  ground: 'AWB-415-INSTEMMING',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-16',
  ...(until !== undefined && { until }),
});
const withTerm = E1({ term: { rule: 'AWB-413-8W', from: '2026-09-14' } });

describe('the last day on which the party on the move acts within its norm', () => {
  it.each<[string, Brief[], string, [string | null, string | null]]>([
    ['an offer: the norm', [E1(), offered()], '2026-09-16', ['answer-offer', '2026-09-18']],
    ['an offer: answerBy', [E1(), offered({ answerBy: '2026-09-25' })], '2026-09-16', ['answer-offer', '2026-09-25']],
    [
      'an ask about it: the norm of the sender',
      [E1(), offered(), on('2026-09-16T10:00', { do: 'ask', by: 'welzijn', handoff: 'H1', what: 'x' })],
      '2026-09-17',
      ['answer-ask', '2026-09-21'],
    ],
    ['an ask', [E1(), ask], '2026-09-16', ['answer-ask', '2026-09-18']],
    [
      'a takeover request',
      [E1(), on('2026-09-15T10:00', { do: 'request-takeover', by: 'welzijn', step: 'E1' })],
      '2026-09-16',
      ['answer-takeover', '2026-09-18'],
    ],
    [
      'a completion',
      [E1({ confirmedBy: 'corporatie' }), on('2026-09-15T10:00', { do: 'complete-step', ...owner })],
      '2026-09-16',
      ['confirm', '2026-09-18'],
    ],
    ['a waiting: its last day', [E1(), wait], '2026-09-16', ['provide', '2026-09-18']],
    ['a suspension with a set time', [withTerm, suspend('2026-09-30')], '2026-09-16', ['provide', '2026-09-30']],
    ['a suspension without', [withTerm, suspend()], '2026-09-16', ['provide', null]],
    ['to reroute: three working days', [E1(), offered(), decline], '2026-09-17', ['reroute', '2026-09-21']],
    ['to do: the last day of the step', [withTerm], '2026-09-16', ['do', '2026-11-09']],
    ['to do without one: the rhythm', [E1()], '2026-09-16', ['do', '2026-09-28']],
    ['to chase: the rhythm, from when the waiting was over', [E1(), wait], '2026-09-21', ['chase', '2026-10-02']],
    ['nobody: none', [E1({ notBefore: '2026-12-01' })], '2026-09-16', [null, null]],
    [
      'blocked: that of the blocking step',
      [step('E0', 'corporatie', { at: '2026-09-14T08:00', target: '2026-09-25' }), E1({ after: [{ step: 'E0' }] })],
      '2026-09-16',
      ['do', '2026-09-25'],
    ],
    [
      'to replan: none',
      [
        step('E0', 'corporatie', { at: '2026-09-14T08:00' }),
        E1({ after: [{ step: 'E0' }] }),
        on('2026-09-15T10:00', { do: 'cancel-step', by: 'corporatie', step: 'E0', reason: 'x' }),
      ],
      '2026-09-16',
      ['replan', null],
    ],
  ])('%s', (_what, given, day, expected) => {
    const { act, dueOn } = standing(casusAfter(...given), 'E1', `${day}T12:00`);
    expect([act, dueOn]).toEqual(expected);
  });
});
