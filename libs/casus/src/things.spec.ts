import { at, casusAfter, step, type Brief } from '#casus/specification';
import { casusEvent } from '#casus/events/casus-event';
import { latestAbout, thingsOf } from '#casus/things';

const E1 = step('E1', 'corporatie');

describe('the things whose state an event changes', () => {
  it.each([
    [casusEvent('StepStarted', { step: 'E1' }), ['step E1']],
    [casusEvent('HandoffSeen', { handoff: 'H1', step: 'E1' }), ['step E1']],
    [casusEvent('AskAnswered', { ask: 'A1', step: 'E1', answer: 'x' }), ['step E1']],
    [casusEvent('TakeoverWithdrawn', { takeover: 'T1', step: 'E1' }), ['step E1']],
    [casusEvent('StepReplanned', { step: 'E1', title: 'x' }), ['step E1']],
    [casusEvent('StepReplanned', { step: 'E1', after: [] }), ['step E1', 'order of steps']],
    [casusEvent('PromiseKept', { promise: 'P1' }), ['promise P1']],
    [casusEvent('CasusReopened', { reason: 'x' }), ['casus']],
    [casusEvent('DirectorAppointed', { partner: 'welzijn' }), ['casus']],
    [casusEvent('ProgressNoted', { step: 'E1', text: 'x' }), []],
    [casusEvent('StepClaimed', { step: 'E1', person: 'x' }), []],
    [casusEvent('StepReleased', { step: 'E1', person: 'x' }), []],
    [casusEvent('DecisionRecorded', { product: 'p', decidedBy: 'x', outcome: 'granted', ground: 'g', step: 'E1' }), []],
    [casusEvent('NoteAdded', { text: 'x', audience: 'all', step: 'E1' }), []],
    [casusEvent('MeetingRecorded', { present: [], agreed: 'x', steps: ['E1'] }), []],
    [casusEvent('StallCauseNamed', { stall: { pattern: 'STANDSTILL', about: 'E1' }, cause: 'TE_DRUK' }), []],
    [casusEvent('BasisWithdrawn', { partner: 'welzijn', categories: [], persons: [] }), []],
  ])('%j', (event, things) => {
    expect(thingsOf(event)).toEqual(things);
  });
});

describe('the latest known fact', () => {
  const noted: Brief = { do: 'note-progress', by: 'corporatie', step: 'E1', text: 'x', at: '2026-09-18T09:00' };
  const { facts } = casusAfter(E1, step('E2', 'welzijn', { at: '2026-09-16T09:00' }), noted);

  it('is about the same thing', () => {
    expect(latestAbout(facts, casusEvent('StepStarted', { step: 'E1' }))).toBe(at('2026-09-14T09:00'));
    expect(latestAbout(facts, casusEvent('StepStarted', { step: 'E9' }))).toBeUndefined();
    expect(latestAbout(facts, casusEvent('StepClaimed', { step: 'E1', person: 'x' }))).toBeUndefined();
  });

  it('is about anything at all, for a closing', () => {
    expect(latestAbout(facts, casusEvent('CasusClosed', { outcome: 'other', reason: 'x' }))).toBe(
      at('2026-09-16T09:00'),
    );
  });
});
