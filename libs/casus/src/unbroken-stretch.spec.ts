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
const on = (time: string, brief: Brief): Brief => ({ ...brief, at: time });
const NOW = '2026-10-20T09:00';

describe('the stretch since which someone is on the move', () => {
  it.each<[string, Brief]>([
    ['a claim', { do: 'claim-step', ...owner, person: 'consulent' }],
    ['a note', { do: 'note-progress', ...owner, text: 'x' }],
    ['a start', { do: 'start-step', ...owner }],
    ['a new plan', { do: 'replan-step', ...owner, title: 'anders' }],
    ['an extension', { do: 'extend-term', ...owner, ground: 'AWB-414-MEDEDELING', lastDay: '2026-12-01' }],
    ['a new director', { do: 'appoint-director', partner: 'welzijn' }],
  ])('is not broken by %s', (_what, brief) => {
    expect(standing(casusAfter(E1(), on('2026-09-16T10:00', brief)), 'E1', NOW)).toMatchObject({
      act: 'do',
      since: at('2026-09-14T09:00'),
    });
  });

  it('is not broken for the receiver by its seeing the offer', () => {
    const seen: Brief = { do: 'see-handoff', by: 'welzijn', at: '2026-09-16T10:00', handoff: 'H1' };
    const found = standing(casusAfter(E1(), offered(), seen), 'E1', '2026-09-17T09:00');
    expect(found).toMatchObject({ act: 'answer-offer', since: at('2026-09-15T10:00') });
  });

  it('is broken by another offer to the same partner, at the same instant too', () => {
    const again = [
      E1(),
      offered(),
      on('2026-09-16T10:00', { do: 'withdraw-handoff', by: 'gemeente-wmo', handoff: 'H1' }),
      offered({ handoff: 'H2', at: '2026-09-16T10:00', expiresOn: '2026-10-30' }),
    ];
    expect(standing(casusAfter(...again), 'E1', NOW)).toMatchObject({ about: 'H2', since: at('2026-09-16T10:00') });
  });

  it('is broken by another ask to the same partner', () => {
    const ask = (time: string): Brief => ({ do: 'ask', ...owner, at: time, to: 'welzijn', what: 'kan het?' });
    const given = [
      E1(),
      ask('2026-09-15T10:00'),
      on('2026-09-16T10:00', { do: 'answer-ask', by: 'welzijn', ask: 'A1', answer: 'x' }),
      ask('2026-09-16T10:00'),
    ];
    expect(standing(casusAfter(...given), 'E1', NOW)).toMatchObject({
      act: 'answer-ask',
      about: 'A2',
      since: at('2026-09-16T10:00'),
    });
  });

  it('is broken for the partner asked when the owner changes', () => {
    const asked: Brief = { do: 'ask', ...owner, at: '2026-09-15T10:00', to: 'corporatie', what: 'kan het?' };
    const given = [
      E1(),
      asked,
      offered({ at: '2026-09-16T10:00' }),
      on('2026-09-17T10:00', { do: 'accept-handoff', by: 'welzijn', handoff: 'H1' }),
    ];
    expect(standing(casusAfter(...given), 'E1', NOW)).toMatchObject({
      onTheMove: 'corporatie',
      act: 'answer-ask',
      since: at('2026-09-17T10:00'),
    });
  });

  it('is broken by another waiting for the same party', () => {
    const wait = (time: string, until: string): Brief => ({
      do: 'wait-for',
      ...owner,
      at: time,
      waitingFor: { kind: 'resident' },
      reason: 'x',
      until,
    });
    const given = [
      E1(),
      wait('2026-09-15T10:00', '2026-09-30'),
      on('2026-09-16T10:00', { do: 'resume', ...owner }),
      wait('2026-09-16T10:00', '2026-10-30'),
    ];
    expect(standing(casusAfter(...given), 'E1', NOW)).toMatchObject({ act: 'provide', since: at('2026-09-16T10:00') });
  });

  it('of a blocked step is that of the blocking step', () => {
    const blocked = E1({ at: '2026-09-16T09:00', after: [{ step: 'E0' }] });
    expect(standing(casusAfter(E0, blocked), 'E1', NOW)).toMatchObject({
      state: 'blocked',
      onTheMove: 'corporatie',
      root: 'E0',
      since: at('2026-09-14T08:00'),
      blockedBy: ['E0'],
    });
  });

  it('of a step blocked again begins anew when it is free', () => {
    const done: Brief = { do: 'complete-step', by: 'corporatie', step: 'E0' };
    const given = [
      E0,
      on('2026-09-14T08:30', done),
      E1({ after: [{ step: 'E0' }] }),
      on('2026-09-16T09:00', { do: 'reopen-step', step: 'E0', reason: 'x' }),
    ];
    expect(standing(casusAfter(...given), 'E1', NOW)).toMatchObject({
      onTheMove: 'corporatie',
      since: at('2026-09-16T09:00'),
    });
    const again = [...given, on('2026-09-17T09:00', done)];
    expect(standing(casusAfter(...again), 'E1', NOW)).toMatchObject({
      onTheMove: 'gemeente-wmo',
      since: at('2026-09-17T09:00'),
    });
  });
});
