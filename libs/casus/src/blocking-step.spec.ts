import { moveAt, step, type Brief } from '#casus/specification';

const E0 = step('E0', 'corporatie', { at: '2026-09-14T08:00' });
const E1 = (more: Partial<Brief<'plan-step'>> = {}) => step('E1', 'gemeente-wmo', more);
const cancelledE0: Brief = { do: 'cancel-step', step: 'E0', reason: 'x' };
const doneE0: Brief = { do: 'complete-step', by: 'corporatie', step: 'E0' };
const behind = { after: [{ step: 'E0' }] };
const SOON = '2026-09-15T09:00';

describe('the blocking step', () => {
  const E2 = step('E2', 'welzijn', { at: '2026-09-14T08:00' });
  const scheduled = step('E2', 'welzijn', { at: '2026-09-14T08:00', notBefore: '2026-10-01' });

  it('is the first in the list', () => {
    expect(moveAt([E0, E2, E1({ after: [{ step: 'E2' }, { step: 'E0' }] })], SOON)).toBe('welzijn do E2');
  });

  it('is one with somebody on the move', () => {
    expect(moveAt([E0, scheduled, E1({ after: [{ step: 'E2' }, { step: 'E0' }] })], SOON)).toBe('corporatie do E0');
    expect(moveAt([scheduled, E1({ after: [{ step: 'E2' }] })], SOON)).toBe('nobody');
  });

  it('is found through others that are blocked', () => {
    const between = step('E2', 'welzijn', { after: [{ step: 'E0' }] });
    expect(moveAt([E0, between, E1({ after: [{ step: 'E2' }] })], SOON)).toBe('corporatie do E0');
    expect(moveAt([E0, between, E1({ after: [{ step: 'E2' }] }), cancelledE0], SOON)).toBe('sociaal-team replan E2');
  });

  it('lends its offer', () => {
    const lent: Brief = { do: 'offer-handoff', by: 'corporatie', step: 'E0', to: 'zorgaanbieder', kind: 'warm' };
    expect(moveAt([E0, lent, E1(behind)], SOON)).toBe('zorgaanbieder answer-offer E0');
  });

  it('is a reopened one again', () => {
    expect(
      moveAt(
        [E0, doneE0, E1({ ...behind, at: '2026-09-14T10:00' }), { do: 'reopen-step', step: 'E0', reason: 'x' }],
        SOON,
      ),
    ).toBe('corporatie do E0');
  });
});
