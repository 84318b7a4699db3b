import { at, casusAfter, standing, step, type Brief } from '#casus/specification';
import { standingIntervals, standingsAt } from '#casus/standings';

const owner = { by: 'gemeente-wmo', step: 'E1' };
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

describe('a standing', () => {
  it('says what the board shows', () => {
    const given = [
      E1({ notBefore: '2026-10-05', harm: { what: 'huur', dates: ['2026-10-01'] } }),
      on('2026-09-15T09:00', { do: 'claim-step', ...owner, person: 'consulent' }),
    ];
    expect(standing(casusAfter(...given), 'E1', '2026-09-20T09:00')).toMatchObject({
      step: 'E1',
      title: 'Stap E1',
      category: 'housing',
      owner: 'gemeente-wmo',
      person: 'consulent',
      state: 'scheduled',
      onTheMove: null,
      act: null,
      about: null,
      since: null,
      blockedBy: [],
      startsOn: '2026-10-05',
      harmDates: ['2026-10-01'],
    });
  });

  it('is of a past moment, and of what was known then', () => {
    const late: Brief = {
      do: 'accept-handoff',
      by: 'welzijn',
      handoff: 'H1',
      at: '2026-09-16T10:00',
      recorded: '2026-09-18T09:00',
    };
    const history = casusAfter(E1(), offered(), late);
    expect(standing(history, 'E1', '2026-09-16T09:59')).toMatchObject({ owner: 'gemeente-wmo', onTheMove: 'welzijn' });
    expect(standing(history, 'E1', '2026-09-16T10:00')).toMatchObject({ owner: 'welzijn', act: 'do' });
    expect(standing(history, 'E1', '2026-09-17T10:00', '2026-09-17T10:00')).toMatchObject({
      owner: 'gemeente-wmo',
      act: 'answer-offer',
    });
    expect(standingsAt(history, at('2026-08-31T08:59'))).toEqual([]);
  });

  it('is there for every step, in the order of planning', () => {
    const E2 = step('E2', 'welzijn', { at: '2026-09-13T09:00', recorded: '2026-09-15T09:00' });
    expect(standingsAt(casusAfter(E1(), E2), at(NOW)).map((one) => one.step)).toEqual(['E2', 'E1']);
  });
});

describe('the intervals of a step', () => {
  it('join from its planning on without gaps, also into the future', () => {
    const given = [
      E1({ notBefore: '2026-09-15' }),
      offered({ at: '2026-09-14T10:00' }),
      on('2026-09-17T10:00', { do: 'see-handoff', by: 'welzijn', handoff: 'H1' }),
    ];
    const intervals = standingIntervals(casusAfter(...given).facts);
    expect(intervals.map(({ from, to, standing: { state, act } }) => [from, to, state, act])).toEqual([
      [at('2026-09-14T09:00'), at('2026-09-14T10:00'), 'scheduled', null],
      [at('2026-09-14T10:00'), at('2026-09-15T00:00'), 'scheduled', 'answer-offer'],
      [at('2026-09-15T00:00'), at('2026-09-19T00:00'), 'open', 'answer-offer'],
      [at('2026-09-19T00:00'), null, 'open', 'reroute'],
    ]);
  });

  it('are none of a casus that is not there', () => {
    expect(standingIntervals([])).toEqual([]);
  });
});
