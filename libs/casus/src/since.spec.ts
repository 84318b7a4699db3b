import { at, casusAfter, standing, step, type Brief } from '#casus/specification';
const owner = { by: 'gemeente-wmo', step: 'E1' };
const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });
const E1 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' }, ...more });
const offered = (more: Partial<Brief<'offer-handoff'>> = {}): Brief => ({
  do: 'offer-handoff',
  ...owner,
  at: '2026-09-15T10:00',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-18',
  ...more,
});
const NOW = '2026-10-20T09:00';

describe('since', () => {
  it.each<[string, string, string, readonly Brief[]]>([
    ['it was planned', 'do', '2026-09-14T09:00', [E1()]],
    [
      'it was offered',
      'answer-offer',
      '2026-10-10T10:00',
      [E1(), offered({ at: '2026-10-10T10:00', expiresOn: '2026-10-30' })],
    ],
    [
      'the ask was answered',
      'answer-offer',
      '2026-09-17T10:00',
      [
        E1(),
        offered({ expiresOn: '2026-10-30' }),
        { do: 'ask', by: 'welzijn', at: '2026-09-16T10:00', handoff: 'H1', what: 'wat?' },
        { do: 'answer-ask', by: 'gemeente-wmo', at: '2026-09-17T10:00', ask: 'A1', answer: 'dit' },
      ],
    ],
    [
      'it was declined',
      'reroute',
      '2026-09-16T10:00',
      [
        E1(),
        offered(),
        { do: 'decline-handoff', by: 'welzijn', at: '2026-09-16T10:00', handoff: 'H1', reason: 'at-capacity' },
      ],
    ],
    ['the offer expired', 'reroute', '2026-09-19T00:00', [E1(), offered()]],
    [
      'the owner changed',
      'do',
      '2026-09-16T10:00',
      [E1(), offered(), { do: 'accept-handoff', by: 'welzijn', at: '2026-09-16T10:00', handoff: 'H1' }],
    ],
    [
      'it came back',
      'reroute',
      '2026-09-17T10:00',
      [
        E1(),
        offered(),
        { do: 'accept-handoff', by: 'welzijn', at: '2026-09-16T10:00', handoff: 'H1' },
        { do: 'return-step', by: 'welzijn', at: '2026-09-17T10:00', step: 'E1', reason: 'at-capacity' },
      ],
    ],
    ['its day came', 'do', '2026-10-05T00:00', [E1({ notBefore: '2026-10-05' })]],
    [
      'what was before it was done',
      'do',
      '2026-09-20T10:00',
      [
        E0,
        E1({ after: [{ step: 'E0' }] }),
        { do: 'complete-step', by: 'corporatie', step: 'E0', at: '2026-09-20T10:00' },
      ],
    ],
    [
      'what was before it was cancelled',
      'replan',
      '2026-09-20T10:00',
      [E0, E1({ after: [{ step: 'E0' }] }), { do: 'cancel-step', step: 'E0', at: '2026-09-20T10:00', reason: 'x' }],
    ],
    [
      'the first day of a suspension',
      'provide',
      '2026-09-25T00:00',
      [
        E1(),
        {
          do: 'suspend-term',
          ...owner,
          ground: 'AWB-415-OVERMACHT',
          waitingFor: { kind: 'resident' },
          firstDay: '2026-09-25',
        },
      ],
    ],
    [
      'the end of a waiting for the same party, with which a suspension began',
      'provide',
      '2026-09-29T00:00',
      [
        E1(),
        {
          do: 'wait-for',
          ...owner,
          at: '2026-09-25T00:00',
          waitingFor: { kind: 'resident' },
          reason: 'x',
          until: '2026-09-28',
        },
        {
          do: 'suspend-term',
          ...owner,
          at: '2026-09-26T10:00',
          ground: 'AWB-415-OVERMACHT',
          waitingFor: { kind: 'resident' },
          firstDay: '2026-09-25',
        },
      ],
    ],
    [
      'the end of a suspension',
      'do',
      '2026-10-02T00:00',
      [
        E1(),
        {
          do: 'suspend-term',
          ...owner,
          ground: 'AWB-415-OVERMACHT',
          waitingFor: { kind: 'resident' },
          firstDay: '2026-09-25',
          until: '2026-10-01',
        },
      ],
    ],
    [
      'a resumption after its last day',
      'do',
      '2026-10-05T16:00',
      [
        E1(),
        {
          do: 'suspend-term',
          ...owner,
          ground: 'AWB-415-OVERMACHT',
          waitingFor: { kind: 'resident' },
          firstDay: '2026-09-25',
        },
        { do: 'resume-term', ...owner, at: '2026-10-05T16:00', lastDay: '2026-10-01' },
      ],
    ],
    [
      'a waiting passed',
      'chase',
      '2026-09-19T00:00',
      [E1(), { do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'x', until: '2026-09-18' }],
    ],
    [
      'a waiting was ended',
      'do',
      '2026-10-06T10:00',
      [
        E1(),
        { do: 'wait-for', ...owner, waitingFor: { kind: 'resident' }, reason: 'x', until: '2026-09-18' },
        { do: 'resume', ...owner, at: '2026-10-06T10:00' },
      ],
    ],
    [
      'it was reported',
      'confirm',
      '2026-09-16T10:00',
      [E1({ confirmedBy: 'welzijn' }), { do: 'complete-step', ...owner, at: '2026-09-16T10:00' }],
    ],
    [
      'it was reopened',
      'do',
      '2026-09-17T10:00',
      [
        E1(),
        { do: 'complete-step', ...owner, at: '2026-09-16T10:00' },
        { do: 'reopen-step', at: '2026-09-17T10:00', step: 'E1', reason: 'x' },
      ],
    ],
  ])('%s: %s', (_why, act, since, given) => {
    expect(standing(casusAfter(...given), 'E1', NOW)).toMatchObject({ act, since: at(since) });
  });
});
