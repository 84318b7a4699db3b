import { factsAt } from '#casus/history';
import { at, casusAfter, step, type Brief } from '#casus/specification';
import { E1, known, local, offered, on, partnersWith } from '#casus/stalls/stall-specification';
import { whyRed } from '#casus/why';
import { NO_PARTNERS, type PartnersOverTime } from '#partners/partners-over-time';

const owner = { by: 'gemeente-wmo', step: 'E1' };

/** Why a step is red: since when, each link with its minutes and what they took too much, and what would have helped. */
function toldOf(given: readonly Brief[], time: string, id = 'E1', partners: PartnersOverTime = NO_PARTNERS) {
  const why = whyRed(factsAt(casusAfter(...given), at(time)), partners, id, at(time));
  if (!why) return undefined;
  const { counterfactual } = why;
  return {
    late: why.late,
    redFrom: local(why.redFrom),
    chain: why.chain.map(({ step: where, party, act, line, minutes, overrun, began, ended }) =>
      [where, party ?? line, act ?? '-', minutes, overrun, began?.type ?? '-', ended?.type ?? '-'].join(' '),
    ),
    counterfactual: counterfactual && [counterfactual.link, counterfactual.gain, counterfactual.keptGreen],
  };
}

const minutes = (from: string, to: string): number => (Date.parse(at(to)) - Date.parse(at(from))) / 60_000;

describe('why a decision on a term of eight weeks came late', () => {
  const E4: Brief[] = [
    step('E4', 'sociaal-team', { at: '2026-09-10T10:15', term: { rule: 'AWB-413-8W', from: '2026-09-10' } }),
    { do: 'offer-handoff', at: '2026-09-10T10:30', step: 'E4', handoff: 'O1', to: 'gemeente-wonen', kind: 'warm' },
    { do: 'see-handoff', by: 'gemeente-wonen', at: '2026-09-17T09:00', handoff: 'O1' },
    { do: 'accept-handoff', by: 'gemeente-wonen', at: '2026-09-18T09:30', handoff: 'O1' },
    {
      do: 'suspend-term',
      by: 'gemeente-wonen',
      at: '2026-09-24T14:00',
      step: 'E4',
      ground: 'AWB-415-AANVULLING',
      waitingFor: { kind: 'resident' },
      firstDay: '2026-09-25',
      until: '2026-10-08',
    },
    { do: 'resume-term', by: 'gemeente-wonen', at: '2026-10-01T16:30', step: 'E4', lastDay: '2026-10-01' },
    { do: 'complete-step', by: 'gemeente-wonen', at: '2026-11-19T10:05', step: 'E4' },
  ];
  const late = minutes('2026-11-13T00:00', '2026-11-19T10:05');

  it('names every stretch and the one that would have sufficed', () => {
    expect(toldOf(E4, '2026-11-20T12:00', 'E4')).toEqual({
      late: true,
      redFrom: '2026-11-13T00:00',
      chain: [
        'E4 sociaal-team do 15 0 StepPlanned HandoffOffered',
        `E4 gemeente-wonen answer-offer ${minutes('2026-09-10T10:30', '2026-09-18T09:30')} ${minutes('2026-09-16T00:00', '2026-09-18T09:30')} HandoffOffered HandoffAccepted`,
        `E4 gemeente-wonen do ${minutes('2026-09-18T09:30', '2026-09-25T00:00')} 0 HandoffAccepted -`,
        `E4 resident provide ${minutes('2026-09-25T00:00', '2026-10-02T00:00')} 0 - -`,
        `E4 gemeente-wonen do ${minutes('2026-10-02T00:00', '2026-11-19T10:05')} ${late} - StepCompleted`,
      ],
      counterfactual: [4, late, true],
    });
  });

  it('does not know what is yet to come', () => {
    expect(toldOf(E4, '2026-11-12T23:59', 'E4')).toMatchObject({ late: false, redFrom: '2026-09-16T00:00' });
    expect(toldOf(E4, '2026-09-15T23:59', 'E4')).toBeUndefined();
  });
});

describe('why a hearing is late', () => {
  const K8: Brief[] = [
    step('K8', 'gemeente-wmo', { at: '2026-10-30T11:00', term: { rule: 'AFSPRAAK-10WD', from: '2026-10-30' } }),
    { do: 'ask', by: 'gemeente-wmo', at: '2026-10-30T11:05', step: 'K8', ask: 'A1', to: 'corporatie', what: 'x' },
  ];

  it('names the question that was not answered, which would have sufficed', () => {
    const over = minutes('2026-11-05T00:00', '2026-11-20T12:00');
    expect(toldOf(K8, '2026-11-20T12:00', 'K8')).toEqual({
      late: true,
      redFrom: '2026-11-14T00:00',
      chain: [
        'K8 gemeente-wmo do 5 0 StepPlanned AskOpened',
        `K8 corporatie answer-ask ${minutes('2026-10-30T11:05', '2026-11-20T12:00')} ${over} AskOpened -`,
      ],
      counterfactual: [1, over, true],
    });
  });
});

describe('what would have kept a step green', () => {
  const decline = on('2026-09-23T10:00', {
    do: 'decline-handoff',
    by: 'welzijn',
    handoff: 'H1',
    reason: 'at-capacity',
  });
  const planned = E1({ target: '2026-09-25' });
  const again = offered({ at: '2026-10-05T10:00', handoff: 'H2', to: 'corporatie' });

  it('no single link: then the largest gain', () => {
    const done = on('2026-10-14T10:00', { do: 'complete-step', ...owner });
    const accept = on('2026-10-06T10:00', {
      do: 'decline-handoff',
      by: 'corporatie',
      handoff: 'H2',
      reason: 'at-capacity',
    });
    const told = toldOf([planned, offered(), decline, again, accept, done], '2026-10-20T12:00');
    const rerouting = minutes('2026-09-29T00:00', '2026-10-05T10:00');
    expect(told).toMatchObject({ late: true, redFrom: '2026-09-26T00:00', counterfactual: [2, rerouting, false] });
  });

  it('not what would only have brought forward what is fair to its owner', () => {
    const given = [
      step('E1', 'welzijn', { target: '2026-09-25' }),
      step('E2', 'gemeente-wmo', { target: '2026-10-05', after: [{ step: 'E1' }] }),
      on('2026-10-09T10:00', { do: 'complete-step', by: 'welzijn', step: 'E1' }),
      on('2026-10-09T11:00', { do: 'ask', by: 'gemeente-wmo', step: 'E2', ask: 'A1', to: 'corporatie', what: 'x' }),
      on('2026-10-22T10:00', { do: 'answer-ask', by: 'corporatie', ask: 'A1', answer: 'x' }),
      on('2026-10-22T11:00', { do: 'complete-step', by: 'gemeente-wmo', step: 'E2' }),
    ];
    // E1 in time would have had E2 in the hands of its owner by 26 September, late from 6 October, and done on the 8th.
    const lateAnswer = minutes('2026-10-15T00:00', '2026-10-22T10:00');
    expect(toldOf(given, '2026-11-01T12:00', 'E2')).toMatchObject({
      late: true,
      redFrom: '2026-10-15T00:00',
      counterfactual: [0, minutes('2026-09-26T00:00', '2026-10-09T10:00'), false],
    });
    expect(lateAnswer).toBeGreaterThan(0);
  });

  it('the smallest that suffices', () => {
    const accepted = on('2026-09-28T10:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' });
    const done = on('2026-10-02T10:00', { do: 'complete-step', by: 'welzijn', step: 'E1' });
    const told = toldOf([E1({ target: '2026-10-01' }), offered(), accepted, done], '2026-10-20T12:00');
    expect(told).toMatchObject({
      redFrom: '2026-10-02T00:00',
      counterfactual: [2, minutes('2026-10-02T00:00', '2026-10-02T10:00'), true],
    });
  });

  it('nothing, when nobody overran a norm of its own', () => {
    const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00', target: '2026-10-30' });
    expect(toldOf([E0, E1({ after: [{ step: 'E0' }], target: '2026-09-25' })], '2026-10-01T12:00')).toMatchObject({
      late: true,
      counterfactual: null,
    });
  });

  it('what stalled once, measured to its end and not to now', () => {
    const over = minutes('2026-09-19T00:00', '2026-09-22T10:00');
    const accept = on('2026-09-22T10:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' });
    const note = on('2026-09-30T10:00', { do: 'note-progress', by: 'welzijn', step: 'E1', text: 'x' });
    expect(toldOf([E1(), offered(), accept, note], '2026-10-05T12:00')).toMatchObject({
      late: false,
      redFrom: '2026-09-19T00:00',
      counterfactual: [1, over, true],
    });
  });
});

describe('a step that is not red', () => {
  it.each<[string, Brief[]]>([
    ['within its term', [E1({ term: { rule: 'AWB-413-8W', from: '2026-09-14' } })]],
    ['done in time', [E1({ target: '2026-09-25' }), on('2026-09-25T10:00', { do: 'complete-step', ...owner })]],
    ['by a right of the resident that has lapsed', [E1({ term: { rule: 'WMO-232-PLAN', from: '2026-09-14' } })]],
    ['that does not exist', []],
  ])('%s', (_what, given) => {
    expect(toldOf(given, '2026-09-27T12:00')).toBeUndefined();
  });

  it('as long as nobody answered late by the norm of its partner', () => {
    const partners = partnersWith(known('welzijn', 'PartnerNormSet', { of: 'offer', workingDays: 10 }));
    expect(toldOf([E1(), offered()], '2026-09-25T12:00', 'E1', partners)).toBeUndefined();
    expect(toldOf([E1(), offered()], '2026-09-25T12:00')).toMatchObject({ redFrom: '2026-09-19T00:00' });
  });
});
