import { at, basis, casusAfter, step, type Brief } from '#casus/specification';
import { dataFor, inBrief, toldByWatch, toldOf } from '#messaging/specification';

const E1 = step('E1', 'sociaal-team');
const care = step('E1', 'sociaal-team', { category: 'care' });
const care2 = step('E2', 'sociaal-team', { category: 'care' });
const offer = (to: string): Brief => ({ do: 'offer-handoff', handoff: 'O1', step: 'E1', to, kind: 'warm' });
const toldAfter = (...briefs: readonly Brief[]) => inBrief(toldOf(casusAfter(...briefs)));

describe('of its own steps a partner is told everything', () => {
  it('as owner, and as receiver of an offer; others, and other partners of the casus, are not', () => {
    const ofState = ['gemeente-wmo', 'welzijn', 'zorgaanbieder'].map((partner) => `${partner}: other-step-changed`);
    expect(toldAfter(E1)).toEqual(['all: step-planned', ...[...ofState, 'sociaal-team: step-planned'].sort()]);
    expect(toldAfter(E1, offer('gemeente-wonen'))).toEqual([
      'all: handoff-offered',
      'gemeente-wonen: handoff-offered',
      'sociaal-team: handoff-offered',
    ]);
  });

  it('and of the end of its offer, though it is no longer offered anything', () => {
    const declined: Brief = { do: 'decline-handoff', by: 'gemeente-wonen', handoff: 'O1', reason: 'wrong-desk' };
    expect(toldAfter(E1, offer('gemeente-wonen'), declined)).toContain('gemeente-wonen: handoff-declined');
  });

  it('and that another partner answers for it now, with the unblocked steps behind it', () => {
    const accepted: Brief = { do: 'accept-handoff', by: 'gemeente-wonen', handoff: 'O1' };
    expect(toldAfter(E1, offer('gemeente-wonen'), accepted)).toEqual(
      expect.arrayContaining(['gemeente-wonen: handoff-accepted', 'gemeente-wonen: step-owner-changed']),
    );
  });

  it('but a corporation nothing of a step of care, whatever its basis, also when it is offered', () => {
    const told = toldAfter(care, offer('corporatie'));
    expect(told).toContain('all: handoff-offered');
    expect(told.filter((line) => line.startsWith('corporatie'))).toEqual([]);
  });
});

describe('of other steps', () => {
  const done: Brief = { do: 'complete-step', step: 'E1' };
  const behind = step('E2', 'gemeente-wonen', { after: [{ step: 'E1' }] });

  it('a partner is told the state of those that its own wait for, and of no other', () => {
    const told = toldOf(casusAfter(E1, behind, done));
    expect(dataFor(told, 'gemeente-wonen', 'casus.other-step-changed')).toEqual({
      ...{ occurredAt: at('2026-09-14T09:01'), step: 'E1', state: 'done' },
    });
    expect(inBrief(told)).toContain('gemeente-wonen: step-opened');
    expect(inBrief(told).filter((line) => line.startsWith('corporatie'))).toEqual([]);
  });

  it('and, from when it has a step that waits for one, how that one stands', () => {
    const told = toldOf(casusAfter(E1, behind));
    expect(dataFor(told, 'gemeente-wonen', 'casus.other-step-changed')).toMatchObject({ step: 'E1', state: 'open' });
  });

  it('some kinds are told the state of all, with the category where their basis covers it', () => {
    const told = toldOf(casusAfter(care));
    expect(dataFor(told, 'zorgaanbieder', 'casus.other-step-changed')).toMatchObject({ step: 'E1', category: 'care' });
    const seenByWelfare = dataFor(told, 'welzijn', 'casus.other-step-changed');
    expect(seenByWelfare).toEqual({ occurredAt: at('2026-09-14T09:00'), step: 'E1', state: 'open' });
  });

  it('the director is told everything, but of care without a basis for it only the state', () => {
    const ofCare = step('E3', 'zorgaanbieder', { category: 'care' });
    expect(toldAfter(ofCare)).toContain('sociaal-team: other-step-changed');
    expect(toldAfter(ofCare)).not.toContain('sociaal-team: step-planned');
    expect(toldAfter(basis('sociaal-team'), ofCare)).toContain('sociaal-team: step-planned');
    expect(toldAfter(step('E3', 'zorgaanbieder'))).toContain('sociaal-team: step-planned');
  });

  it('whoever joins is told how those stand that are there already', () => {
    const left: Brief = { do: 'leave-casus', by: 'welzijn', reason: 'klaar' };
    const told = toldOf(casusAfter(E1, care2, left, basis('welzijn', { categories: ['general'] })));
    const steps = told.filter(
      ({ partner, event }) => partner === 'welzijn' && event.name === 'casus.other-step-changed',
    );
    expect(steps.map(({ event }) => event.data)).toMatchObject([
      { step: 'E1', state: 'open' },
      { step: 'E2', state: 'open' },
    ]);
  });

  it('whoever takes no part any more is told nothing', () => {
    const withdrawn: Brief = { do: 'withdraw-basis', partner: 'welzijn', categories: ['housing', 'care'] };
    expect(toldAfter(withdrawn, E1).filter((line) => line.startsWith('welzijn'))).toEqual([]);
  });
});

describe('of a casus, asks and promises', () => {
  it('those who take part hear that it is closed', () => {
    const told = toldAfter({ do: 'close-casus', outcome: 'goal-reached', reason: 'klaar' });
    expect(told).toHaveLength(7);
    expect(told).toContain('corporatie: closed');
  });

  it('who asks and who is asked hear of an ask, other partners do not', () => {
    const asked: Brief = { do: 'ask', ask: 'A1', step: 'E1', to: 'gemeente-wonen', what: 'Wanneer?' };
    expect(toldAfter(E1, asked)).toEqual(['all: ask-opened', 'gemeente-wonen: ask-opened', 'sociaal-team: ask-opened']);
  });

  it('promiser, receiver and director hear of a promise', () => {
    const made: Brief = {
      ...{ do: 'make-promise', by: 'corporatie', promise: 'P1', promisedBy: 'corporatie', to: 'welzijn' },
      ...{ what: 'een sleutel', due: '2026-12-01' },
    };
    const parties = ['corporatie', 'sociaal-team', 'welzijn'].map((partner) => `${partner}: promise-made`);
    expect(toldAfter(made)).toEqual(['all: promise-made', ...parties]);
  });
});

describe('of a stall', () => {
  const since = at('2026-10-01T00:00');
  const begun = (about: string, root: string, onTheMove: string) => ({
    ...{ stall: `eva/BLOCKED/${about}/1`, pattern: 'BLOCKED', about, root, onTheMove, since },
  });
  const blocked = casusAfter(step('E1', 'gemeente-wmo'), step('E2', 'corporatie', { after: [{ step: 'E1' }] }));

  it('director, who is on the move and the owner of the step hear; behind whom it waits, the owner may not know', () => {
    const data = { ...begun('E2', 'E1', 'gemeente-wmo'), pattern: 'BLOCKED' as const };
    const told = toldByWatch(blocked, since, 'StallBegan', data);
    expect(inBrief(told)).toEqual(
      ['all', 'corporatie', 'gemeente-wmo', 'sociaal-team'].map((partner) => `${partner}: stall-detected`),
    );
    expect(dataFor(told, 'corporatie', 'casus.stall-detected')).toMatchObject({ onTheMove: 'other-partner' });
    expect(dataFor(told, 'gemeente-wmo', 'casus.stall-detected')).toMatchObject({ onTheMove: 'gemeente-wmo' });
    expect(dataFor(told, 'sociaal-team', 'casus.stall-detected')).toMatchObject({ onTheMove: 'gemeente-wmo' });
  });

  it('names no party and no product in words, and its id holds neither', () => {
    const product = { ...begun('de urgentie van Eva', 'E1', 'external:Dokter Voorbeeld'), root: null };
    const told = toldByWatch(blocked, since, 'StallBegan', { ...product, pattern: 'REVOLVING_DOOR' });
    expect(dataFor(told, null, 'casus.stall-detected')).toMatchObject({ about: null, onTheMove: 'external' });
    expect(JSON.stringify(told)).not.toMatch(/urgentie|Dokter/);
  });

  it('is the same stall when it ends and when it is corrected', () => {
    const known = { ...begun('E2', 'E1', 'gemeente-wmo'), pattern: 'BLOCKED' as const };
    const { stall } = known;
    const first = dataFor(toldByWatch(blocked, since, 'StallBegan', known), null, 'casus.stall-detected');
    const ended = toldByWatch(blocked, since, 'StallEnded', { stall, until: since }, known);
    const undone = toldByWatch(blocked, since, 'StallCorrected', { stall, instead: null }, known);
    const name = { stall: (first as { stall: string }).stall, pattern: 'BLOCKED' };
    expect(dataFor(ended, 'corporatie', 'casus.stall-ended')).toMatchObject({ ...name, about: 'E2' });
    expect(dataFor(undone, 'gemeente-wmo', 'casus.stall-corrected')).toMatchObject({ ...name, instead: null });
  });

  it('a broken promise is told as such too', () => {
    const promised = casusAfter({
      ...{ do: 'make-promise', by: 'corporatie', promise: 'P1', promisedBy: 'corporatie', to: 'welzijn' },
      ...{ what: 'een sleutel', due: '2026-12-01' },
    });
    const broken = { ...begun('P1', 'P1', 'corporatie'), root: null, pattern: 'PROMISE_BROKEN' as const };
    expect(inBrief(toldByWatch(promised, since, 'StallBegan', broken))).toContain('welzijn: promise-broken');
  });
});
