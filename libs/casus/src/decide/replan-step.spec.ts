import { casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';

const E0 = step('E0', 'corporatie');
const E1 = step('E1', 'corporatie', { target: '2026-10-01', notBefore: '2026-09-20', after: [{ step: 'E0' }] });
const owner = { by: 'corporatie', step: 'E1' };

describe('replan-step', () => {
  it('changes the plan, with the reason', () => {
    const changed = { title: 'Anders', after: [], target: '2026-11-01', notBefore: '2026-10-01', reason: 'later' };
    spec('replan-step')
      .given(E0, E1)
      .when({ ...owner, ...changed })
      .then('StepReplanned', { step: 'E1', ...changed });
    const replanned: Brief = { do: 'replan-step', ...owner, ...changed };
    expect(stateOf(casusAfter(E0, E1, replanned)).steps.get('E1')).toMatchObject({
      title: 'Anders',
      after: [],
      target: '2026-11-01',
      notBefore: { day: '2026-10-01' },
    });
  });

  it('takes the target and the start away when they are null', () => {
    const cleared = { target: null, notBefore: null };
    spec('replan-step')
      .given(E0, E1)
      .when({ ...owner, ...cleared })
      .then('StepReplanned', { step: 'E1', ...cleared });
    const { target, notBefore, title } =
      stateOf(casusAfter(E0, E1, { do: 'replan-step', ...owner, ...cleared })).steps.get('E1') ?? {};
    expect({ target, notBefore, title }).toEqual({ target: undefined, notBefore: undefined, title: 'Stap E1' });
  });

  it('leaves what it does not name', () => {
    const replanned: Brief = { do: 'replan-step', ...owner, title: 'Anders' };
    expect(stateOf(casusAfter(E0, E1, replanned)).steps.get('E1')).toMatchObject({
      title: 'Anders',
      after: [{ step: 'E0' }],
      target: '2026-10-01',
      notBefore: { day: '2026-09-20' },
    });
  });

  it('may be done by the director in place of the owner', () => {
    spec('replan-step')
      .given(E0, E1)
      .when({ step: 'E1', after: [{ step: 'E0', outcome: 'granted' }] })
      .then('StepReplanned', { step: 'E1', after: [{ step: 'E0', outcome: 'granted' }] }, { onBehalfOf: 'corporatie' });
  });

  it('names at least one change, and a reason is none', () => {
    spec('replan-step')
      .given(E0, E1)
      .when({ ...owner, reason: 'zomaar' })
      .thenRejected('nothing-to-replan', {});
  });

  it.each([
    ['E1', 'E9'],
    ['E9', 'E0'],
  ])('of %s after %s needs both', (one, other) => {
    spec('replan-step')
      .given(E0, E1)
      .when({ by: 'corporatie', step: one, after: [{ step: other }] })
      .thenRejected('step-unknown', { step: 'E9' });
  });

  it.each([
    [[E0, E1], 'E1', ['E1', 'E1']],
    [[E0, E1], 'E0', ['E0', 'E1', 'E0']],
    [[E0, E1, step('E2', 'welzijn', { after: [{ step: 'E1' }] })], 'E0', ['E0', 'E2', 'E1', 'E0']],
  ])('makes no circle (%#)', (given, changed, cycle) => {
    const last = cycle[1] ?? '';
    spec('replan-step')
      .given(...given)
      .when({ step: changed, after: [{ step: last }] })
      .thenRejected('dependency-cycle', { cycle });
  });

  it('takes a step twice removed that comes back together', () => {
    const given = [E0, E1, step('E2', 'welzijn', { after: [{ step: 'E0' }] }), step('E3', 'welzijn')];
    spec('replan-step')
      .given(...given)
      .when({ step: 'E3', after: [{ step: 'E1' }, { step: 'E2' }] })
      .thenAccepted();
  });
});
