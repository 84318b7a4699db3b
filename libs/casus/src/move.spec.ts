import { moveAt, step, type Brief } from '#casus/specification';

const owner = { by: 'gemeente-wmo', step: 'E1' };
const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });
const E1 = (more: Partial<Brief<'plan-step'>> = {}) =>
  step('E1', 'gemeente-wmo', { term: { rule: 'AWB-413-8W', from: '2026-09-14' }, confirmedBy: 'corporatie', ...more });
const offered: Brief = {
  do: 'offer-handoff',
  ...owner,
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-18',
};
const askedBack: Brief = { do: 'ask', by: 'welzijn', handoff: 'H1', ask: 'A9', what: 'wat?' };
const asked: Brief = { do: 'ask', ...owner, ask: 'A1', to: 'zorgaanbieder', what: 'kan het?' };
const askedToo: Brief = { do: 'ask', ...owner, ask: 'A0', to: 'welzijn', what: 'kan het?' };
const requested: Brief = { do: 'request-takeover', by: 'zorgaanbieder', step: 'E1', takeover: 'T1' };
const waiting: Brief = {
  do: 'wait-for',
  ...owner,
  waitingFor: { kind: 'external', name: 'CIZ' },
  reason: 'x',
  until: '2026-09-18',
};
const suspended: Brief = {
  do: 'suspend-term',
  ...owner,
  ground: 'AWB-415-OVERMACHT',
  waitingFor: { kind: 'resident' },
  firstDay: '2026-09-14',
};
const reported: Brief = { do: 'complete-step', ...owner };
const rejected: Brief = { do: 'reject-completion', by: 'corporatie', step: 'E1', reason: 'x' };
const declined: Brief = { do: 'decline-handoff', by: 'welzijn', handoff: 'H1', reason: 'at-capacity' };
const withdrawn: Brief = { do: 'withdraw-handoff', ...owner, handoff: 'H1' };
const accepted: Brief = { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' };
const started: Brief = { do: 'start-step', ...owner };
const cancelledE0: Brief = { do: 'cancel-step', step: 'E0', reason: 'x' };
const doneE0: Brief = { do: 'complete-step', by: 'corporatie', step: 'E0' };
const granted: Brief = {
  do: 'record-decision',
  product: 'p',
  decidedBy: 'corporatie',
  outcome: 'granted',
  ground: 'g',
  step: 'E0',
};
const behind = { after: [{ step: 'E0' }] };
const behindGrant = { after: [{ step: 'E0', outcome: 'granted' as const }] };

const SOON = '2026-09-15T09:00';
const LATER = '2026-09-19T00:00';

describe('on the move', () => {
  it.each<[string, string, readonly Brief[], string]>([
    ['the sender, with an ask about its offer', 'gemeente-wmo answer-ask', [E1(), offered, askedBack], SOON],
    ['the receiver of an open offer', 'welzijn answer-offer', [E1(), offered], SOON],
    [
      'the receiver, when the ask is answered',
      'welzijn answer-offer',
      [E1(), offered, askedBack, { do: 'answer-ask', ...owner, ask: 'A9', answer: 'dit' }],
      SOON,
    ],
    ['the receiver, though the step is blocked', 'welzijn answer-offer', [E0, E1(behind), offered], SOON],
    [
      'the receiver, though what blocks it is cancelled',
      'welzijn answer-offer',
      [E0, E1(behind), offered, cancelledE0],
      SOON,
    ],
    [
      'the receiver, though the step is scheduled',
      'welzijn answer-offer',
      [E1({ notBefore: '2026-10-01' }), offered],
      SOON,
    ],
    ['the receiver, though another was asked', 'welzijn answer-offer', [E1(), asked, offered], SOON],
    ['the receiver, though the step is waiting', 'welzijn answer-offer', [E1(), waiting, offered], SOON],
    ['the director, when a step before it is cancelled', 'sociaal-team replan', [E0, E1(behind), cancelledE0], SOON],
    ['the director, when a step before it has no outcome', 'sociaal-team replan', [E0, E1(behindGrant), doneE0], SOON],
    ['the director, though an ask is open', 'sociaal-team replan', [E0, E1(behind), asked, cancelledE0], SOON],
    [
      'the director, though another step blocks it too',
      'sociaal-team replan',
      [E0, step('E2', 'welzijn'), E1({ after: [{ step: 'E2' }, { step: 'E0' }] }), cancelledE0],
      SOON,
    ],
    ['the owner, when the outcome comes later', 'gemeente-wmo do', [E0, E1(behindGrant), doneE0, granted], SOON],
    [
      'the owner, when it is planned anew',
      'gemeente-wmo do',
      [E0, E1(behind), cancelledE0, { do: 'replan-step', step: 'E1', after: [] }],
      SOON,
    ],
    ['who is on the move for the blocking step', 'corporatie do E0', [E0, E1(behind)], SOON],
    ['that one, though an ask is open', 'corporatie do E0', [E0, E1(behind), asked], SOON],
    ['nobody, when it is scheduled', 'nobody', [E1({ notBefore: '2026-10-01' })], SOON],
    ['nobody, when it is scheduled and an ask is open', 'nobody', [E1({ notBefore: '2026-10-01' }), asked], SOON],
    ['the partner asked', 'zorgaanbieder answer-ask', [E1(), asked], SOON],
    ['the partner asked first', 'zorgaanbieder answer-ask', [E1(), asked, askedToo], SOON],
    [
      'the partner asked, before a request, a waiting and a report',
      'zorgaanbieder answer-ask',
      [E1(), asked, requested, reported],
      SOON,
    ],
    ['the owner, to answer a request', 'gemeente-wmo answer-takeover', [E1(), waiting, requested], SOON],
    [
      'the owner, to answer a request, before who confirms',
      'gemeente-wmo answer-takeover',
      [E1(), requested, reported],
      SOON,
    ],
    ['the party waited for', 'external:CIZ provide', [E1(), waiting], SOON],
    ['the party waited for, before that of a suspension', 'external:CIZ provide', [E1(), waiting, suspended], SOON],
    ['the party of a suspension', 'resident provide', [E1(), suspended], SOON],
    ['the party of a suspension, after a waiting', 'resident provide', [E1(), waiting, suspended], LATER],
    [
      'the party waited for, though an offer was declined',
      'external:CIZ provide',
      [E1(), offered, declined, waiting],
      SOON,
    ],
    ['who confirms a report', 'corporatie confirm', [E1(), reported], SOON],
    ['the owner, to reroute before to chase', 'gemeente-wmo reroute', [E1(), waiting, offered, declined], LATER],
    ['the owner, to chase a waiting that has passed', 'gemeente-wmo chase', [E1(), waiting], LATER],
    ['the owner, to do it', 'gemeente-wmo do', [E1()], SOON],
    ['the owner, after resume', 'gemeente-wmo do', [E1(), waiting, { do: 'resume', ...owner }], LATER],
    [
      'nobody, when it is done',
      'nobody',
      [E0, doneE0, E1(), reported, { do: 'confirm-completion', by: 'corporatie', step: 'E1' }],
      SOON,
    ],
    ['nobody, when it is cancelled', 'nobody', [E1(), { do: 'cancel-step', ...owner, reason: 'x' }], SOON],
  ])('is %s', (_who, move, given, time) => {
    expect(moveAt(given, time)).toBe(move);
  });
});

describe('the owner is to reroute', () => {
  const returned: Brief = { do: 'return-step', by: 'gemeente-wmo', step: 'E1', reason: 'at-capacity' };
  const requestedSince: Brief = { ...requested, takeover: 'T2' };

  it.each<[string, readonly Brief[]]>([
    ['a decline', [offered, declined]],
    ['a withdrawal', [offered, withdrawn]],
    ['an expiry', [offered]],
    ['an expiry, though the step was started while it was open', [offered, started]],
    ['a second refusal', [offered, declined, { ...offered, handoff: 'H2' }, { ...declined, handoff: 'H2' }]],
    [
      'a decline, though something was noted, claimed or replanned',
      [
        offered,
        declined,
        { do: 'note-progress', ...owner, text: 'x' },
        { do: 'claim-step', ...owner, person: 'p' },
        { do: 'replan-step', ...owner, title: 'x' },
      ],
    ],
    ['a decline, though a waiting came and went', [offered, declined, waiting, { do: 'resume', ...owner }]],
  ])('after %s', (_why, given) => {
    expect(moveAt([E1(), ...given], LATER)).toBe('gemeente-wmo reroute');
  });

  it('after a return, whoever it comes to', () => {
    expect(moveAt([E1(), returned], LATER)).toBe('sociaal-team reroute');
    expect(moveAt([E1(), offered, accepted, { ...returned, by: 'welzijn' }], LATER)).toBe('gemeente-wmo reroute');
  });

  it.each<[string, readonly Brief[], string]>([
    ['it is offered again', [{ ...offered, handoff: 'H2', expiresOn: undefined }], 'welzijn answer-offer'],
    [
      'the director offers it again',
      [{ do: 'offer-handoff', step: 'E1', to: 'corporatie', kind: 'warm' }],
      'corporatie answer-offer',
    ],
    ['it is started', [started], 'gemeente-wmo do'],
    ['it is completed, and that rejected', [reported, rejected], 'gemeente-wmo do'],
    [
      'the director completes it, and that is rejected',
      [{ do: 'complete-step', step: 'E1' }, rejected],
      'gemeente-wmo do',
    ],
    ['it is taken over', [requested, { do: 'grant-takeover', ...owner, takeover: 'T1' }], 'zorgaanbieder do'],
    [
      'it is reassigned',
      [{ do: 'reassign-step', step: 'E1', to: 'zorgaanbieder', reason: 'x', agreed: { how: 'phone' } }],
      'zorgaanbieder do',
    ],
    [
      'it is done and reopened',
      [
        reported,
        { do: 'confirm-completion', by: 'corporatie', step: 'E1' },
        { do: 'reopen-step', step: 'E1', reason: 'x' },
      ],
      'gemeente-wmo do',
    ],
  ])('until %s', (_why, given, move) => {
    expect(moveAt([E1(), offered, declined, ...given], LATER)).toBe(move);
    const afterExpiry = given.map((brief, index) => (index === 0 ? { ...brief, at: LATER } : brief));
    expect(moveAt([E1(), offered, ...afterExpiry], '2026-09-19T09:00')).toBe(move);
  });

  it('not before an open offer has expired, though the start was told half a minute ahead', () => {
    const ahead: Brief = { ...started, at: '2026-09-19T00:00:30', recorded: '2026-09-18T23:59:59' };
    expect(moveAt([E1(), offered, ahead], '2026-09-18T23:59:59')).toBe('welzijn answer-offer');
    expect(moveAt([E1(), offered, ahead], LATER)).toBe('gemeente-wmo do');
  });

  it('not because a request was refused', () => {
    expect(
      moveAt([E1(), requestedSince, { do: 'refuse-takeover', ...owner, takeover: 'T2', reason: 'x' }], LATER),
    ).toBe('gemeente-wmo do');
  });
});
