import { NO_PARTNERS } from '#partners/partners-over-time';
import { at, casusAfter, historyOf, opening, step, type Brief } from '#casus/specification';
import { E1, local, offered, on } from '#casus/stalls/stall-specification';
import { noticesOf } from '#casus/watch/notices';
import type { CasusHistory } from '#casus/history';

/** Who is told of what, by a local time: what is about something, at which level, when, and to whom. */
const told = (history: CasusHistory, time: string, about: string) =>
  noticesOf('eva', history, NO_PARTNERS, at(time))
    .escalations.filter((escalation) => `${escalation.pattern ?? escalation.why} ${escalation.about}` === about)
    .map(({ level, role, partner, person, at: when }) =>
      [local(when), level, role, person === undefined ? partner : `${partner}/${person}`].join(' '),
    );

const promise = (more: Partial<Brief<'make-promise'>> = {}): Brief => ({
  do: 'make-promise',
  by: 'corporatie',
  at: '2026-09-15T10:00',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'sociaal-team',
  what: 'Aanbod',
  due: '2026-09-30',
  ...more,
});
const WARNED = ['2026-09-25T00:00 1 on-the-move corporatie'];

describe('the warning of a promise', () => {
  it('goes to the promiser', () => {
    expect(told(casusAfter(promise()), '2026-09-30T12:00', 'promise P1')).toEqual(WARNED);
  });

  it('does not go out for one that was kept, nor for one that its promiser has not confirmed', () => {
    const kept: Brief = { do: 'keep-promise', by: 'corporatie', at: '2026-09-24T10:00', promise: 'P1' };
    expect(told(casusAfter(promise(), kept), '2026-09-30T12:00', 'promise P1')).toEqual([]);
    const asTold = promise({ by: 'sociaal-team', toldBy: { name: 'Balie', channel: 'phone' } });
    expect(told(casusAfter(asTold), '2026-09-30T12:00', 'promise P1')).toEqual([]);
  });

  it('goes out again when there is a new day', () => {
    const moved: Brief = {
      do: 'renegotiate-promise',
      by: 'corporatie',
      at: '2026-09-28T10:00',
      promise: 'P1',
      due: '2026-10-30',
      reason: 'Later',
    };
    expect(told(casusAfter(promise(), moved), '2026-10-30T12:00', 'promise P1')).toEqual([
      ...WARNED,
      '2026-10-23T00:00 1 on-the-move corporatie',
    ]);
  });

  it('is followed, when the promise is broken, by its promiser, the director and the process director', () => {
    expect(told(casusAfter(promise()), '2026-11-01T12:00', 'PROMISE_BROKEN P1')).toEqual([
      '2026-10-01T00:00 1 on-the-move corporatie',
      '2026-10-06T00:00 2 director sociaal-team/jongerenwerker',
      '2026-10-13T00:00 3 process-director sociaal-team',
    ]);
  });
});

describe('the warning of a term', () => {
  const behind = (...more: Brief[]) =>
    casusAfter(
      step('E1', 'welzijn'),
      step('E2', 'gemeente-wmo', { after: [{ step: 'E1' }], term: { rule: 'WMO-232-ONDERZOEK', from: '2026-09-01' } }),
      ...more,
    );
  const resident: Brief = {
    do: 'wait-for',
    by: 'welzijn',
    at: '2026-09-16T10:00',
    step: 'E1',
    waitingFor: { kind: 'resident' },
    until: '2026-11-30',
    reason: 'Nadenken',
  };
  const claimed = (id: string, by: string, person: string): Brief => ({
    do: 'claim-step',
    by,
    at: '2026-09-15T10:00',
    step: id,
    person,
  });
  const whom = (history: CasusHistory) => told(history, '2026-10-31T12:00', 'term E2').map((line) => line.slice(17));

  it('goes to the one on the move, with who claimed the step that waits for the act', () => {
    expect(whom(behind(claimed('E1', 'welzijn', 'ans'), claimed('E2', 'gemeente-wmo', 'consulent')))).toEqual([
      '1 on-the-move welzijn/ans',
    ]);
  });

  it('goes to the owner of the step that warns, where a resident is on the move for the one before it', () => {
    expect(whom(behind(claimed('E1', 'welzijn', 'ans'), resident))).toEqual(['1 on-the-move gemeente-wmo']);
    expect(whom(behind(claimed('E2', 'gemeente-wmo', 'consulent'), resident))).toEqual([
      '1 on-the-move gemeente-wmo/consulent',
    ]);
  });

  it('and its being exceeded goes there too', () => {
    expect(told(behind(resident), '2026-11-30T12:00', 'TERM_EXCEEDED E2')[0]).toMatch(/ 1 on-the-move gemeente-wmo$/);
  });

  it('goes to its owner where nobody is on the move', () => {
    const scheduled = casusAfter(
      step('E1', 'welzijn', { notBefore: '2026-12-01' }),
      step('E2', 'gemeente-wmo', { after: [{ step: 'E1' }], term: { rule: 'WMO-232-ONDERZOEK', from: '2026-09-01' } }),
    );
    expect(whom(scheduled)).toEqual(['1 on-the-move gemeente-wmo']);
  });
});

describe('the person who is told', () => {
  const claimed: Brief = {
    do: 'claim-step',
    by: 'gemeente-wmo',
    at: '2026-09-16T10:00',
    step: 'E1',
    person: 'consulent',
  };

  it('is the one who claimed the step', () => {
    const history = casusAfter(E1({ target: '2026-10-02' }), claimed);
    expect(told(history, '2026-10-04T12:00', 'term E1')).toEqual([
      '2026-09-26T00:00 1 on-the-move gemeente-wmo/consulent',
    ]);
    expect(told(history, '2026-10-04T12:00', 'TERM_EXCEEDED E1')).toEqual([
      '2026-10-03T00:00 1 on-the-move gemeente-wmo/consulent',
    ]);
  });

  it('is nobody in particular once the step was released, or where another than its owner must act', () => {
    const released: Brief = { do: 'release-step', by: 'gemeente-wmo', at: '2026-09-17T10:00', step: 'E1' };
    const history = casusAfter(E1({ target: '2026-10-02' }), claimed, released);
    expect(told(history, '2026-10-03T12:00', 'TERM_EXCEEDED E1')).toEqual([
      '2026-10-03T00:00 1 on-the-move gemeente-wmo',
    ]);
    expect(
      told(casusAfter(E1(), offered(), on('2026-09-16T11:00', claimed)), '2026-09-20T12:00', 'UNANSWERED H1'),
    ).toEqual(['2026-09-19T00:00 1 on-the-move welzijn']);
  });

  it('is the first contact of the director where the director is on the move', () => {
    const blocked = casusAfter(
      step('E1', 'gemeente-wmo', { target: '2026-10-30' }),
      step('E2', 'gemeente-wmo', { after: [{ step: 'E1' }], target: '2026-09-25' }),
    );
    expect(told(blocked, '2026-09-26T12:00', 'PLAN_OVERTAKEN E2')).toEqual([
      '2026-09-26T00:00 1 on-the-move sociaal-team/jongerenwerker',
    ]);
  });

  it('is nobody in particular of a promise, also one of the director', () => {
    const own = promise({ by: 'sociaal-team', promisedBy: 'sociaal-team', to: 'corporatie' });
    expect(told(casusAfter(own), '2026-10-01T12:00', 'promise P1')).toEqual([
      '2026-09-25T00:00 1 on-the-move sociaal-team',
    ]);
    expect(told(casusAfter(own), '2026-10-01T12:00', 'PROMISE_BROKEN P1')).toEqual([
      '2026-10-01T00:00 1 on-the-move sociaal-team',
    ]);
  });

  it('is not known of a process director, nor of a director without one', () => {
    const alone = historyOf({ ...opening, director: { partner: 'sociaal-team' } });
    const lines = told(alone, '2026-10-01T12:00', 'NOTHING_PLANNED eva');
    expect(lines.map((line) => line.slice(17))).toEqual([
      '1 on-the-move sociaal-team',
      '2 director sociaal-team',
      '3 process-director sociaal-team',
    ]);
  });
});
