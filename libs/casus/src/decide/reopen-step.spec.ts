import { at, casusAfter, spec, stateOf, step, type Brief } from '#casus/specification';
import { stepState } from '#casus/step-state';

const E1 = step('E1', 'corporatie', { at: '2026-09-14T08:00' });
const E2 = step('E2', 'welzijn', { after: [{ step: 'E1' }] });
const done = (id: string, by: string): Brief => ({ do: 'complete-step', by, step: id });
const reopened: Brief = { do: 'reopen-step', step: 'E1', reason: 'toch niet' };

describe('reopen-step', () => {
  it('makes a done step open again', () => {
    spec('reopen-step')
      .given(E1, done('E1', 'corporatie'))
      .when({ step: 'E1', reason: 'toch niet' })
      .then('StepReopened', { step: 'E1', reason: 'toch niet' });
  });

  it.each([
    [[], 'blocked'],
    [[done('E2', 'welzijn')], 'done'],
  ] as const)('blocks a step after it again only while that has not ended (%#)', (between, state) => {
    const casus = stateOf(casusAfter(E1, done('E1', 'corporatie'), E2, ...between, reopened));
    const states = ['E1', 'E2'].map((id) => {
      const found = casus.steps.get(id);
      return found && stepState(casus, found, at('2026-09-15T09:00'));
    });
    expect(states).toEqual(['open', state]);
  });

  it('opens no ask or takeover request again', () => {
    const asked: Brief = { do: 'ask', by: 'corporatie', step: 'E1', ask: 'A1', to: 'welzijn', what: 'kan het?' };
    const requested: Brief = { do: 'request-takeover', by: 'welzijn', step: 'E1', takeover: 'T1' };
    const casus = stateOf(casusAfter(E1, asked, requested, done('E1', 'corporatie'), reopened));
    expect([casus.asks.get('A1')?.life, casus.takeovers.get('T1')?.life]).toEqual(['closed', 'lapsed']);
  });

  it('is about a step', () => {
    spec('reopen-step').given().when({ step: 'E1', reason: 'x' }).thenRejected('step-unknown', { step: 'E1' });
  });
});
