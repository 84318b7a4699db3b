import { casusAfter, step, type Brief } from '#casus/specification';
import { dataFor, inBrief, toldOf } from '#messaging/specification';

const need: Brief = {
  ...{ do: 'describe-housing-need', rooms: 2, stepFree: true, lift: false, neighbourhoods: ['Zuid'] },
  ...{ incomeClass: 'low', from: '2026-11-01' },
};
const internal = (...briefs: readonly Brief[]) =>
  inBrief(toldOf(casusAfter(...briefs))).filter((line) => line.startsWith('all: '));

describe('a candidate is ready', () => {
  const home = step('E9', 'corporatie', { after: [{ step: 'E1' }] });
  const done: Brief = { do: 'complete-step', step: 'E1' };

  it('when the step opens and what is sought was described, whichever comes last', () => {
    expect(internal(step('E1', 'sociaal-team'), home, need)).toEqual(['all: housing-need-described']);
    expect(internal(step('E1', 'sociaal-team'), home, need, done)).toEqual([
      'all: step-done',
      'all: step-opened',
      'all: housing-need-ready',
    ]);
    expect(internal(step('E1', 'sociaal-team'), home, done, need)).toEqual([
      'all: housing-need-described',
      'all: housing-need-ready',
    ]);
  });

  it('not for a step of another category or owner, and says nothing of what is sought', () => {
    expect(internal(step('E9', 'gemeente-wonen'), need)).toEqual(['all: housing-need-described']);
    expect(internal(step('E9', 'corporatie', { category: 'general' }), need)).toEqual(['all: housing-need-described']);
    const told = toldOf(casusAfter(step('E9', 'corporatie'), need));
    expect(dataFor(told, 'corporatie', 'casus.housing-need-ready')).toMatchObject({ step: 'E9', owner: 'corporatie' });
    expect(JSON.stringify(told)).not.toMatch(/Zuid|low|stepFree/);
  });
});

describe('what is seen by comparing', () => {
  const E1 = step('E1', 'sociaal-team');

  it('is who answers for a step, however that changed, with the coded reason of a return', () => {
    const returned: readonly Brief[] = [
      E1,
      { do: 'offer-handoff', handoff: 'O1', step: 'E1', to: 'welzijn', kind: 'warm' },
      { do: 'accept-handoff', by: 'welzijn', handoff: 'O1' },
      { do: 'return-step', by: 'welzijn', step: 'E1', reason: 'at-capacity' },
    ];
    expect(dataFor(toldOf(casusAfter(...returned)), null, 'casus.step-owner-changed')).toMatchObject({
      ...{ from: 'welzijn', to: 'sociaal-team', by: 'return', reason: 'at-capacity' },
    });
  });

  it('is that a step opens by what was recorded, not by the calendar', () => {
    const waits: Brief = { do: 'wait-for', step: 'E1', waitingFor: { kind: 'resident' }, reason: 'vakantie' };
    expect(internal(E1, waits, { do: 'resume', step: 'E1' })).toEqual(['all: step-opened']);
    const later = step('E2', 'sociaal-team', { notBefore: '2026-10-01' });
    expect(internal(later, { do: 'note-progress', step: 'E2', text: 'gebeld', at: '2026-10-02T09:00' })).toEqual([]);
  });

  it('is the same for an event however often it is looked at', () => {
    expect(toldOf(casusAfter(E1))).toEqual(toldOf(casusAfter(E1)));
    const ids = toldOf(casusAfter(E1), 99).map(({ partner, event }) => `${partner ?? ''} ${event.id}`);
    expect(new Set(ids).size).toBe(ids.length);
  });
});
