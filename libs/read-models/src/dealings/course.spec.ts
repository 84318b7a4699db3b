import { casusAfter, step, type Brief } from '#casus/specification';
import { DEALINGS } from '#read-models/dealings/course';
import { allOf } from '#read-models/intervals/course';

const E1 = step('E1', 'corporatie');
const offered: Brief = {
  do: 'offer-handoff',
  at: '2026-09-15T09:00',
  by: 'corporatie',
  step: 'E1',
  handoff: 'H1',
  to: 'welzijn',
  kind: 'warm',
  expiresOn: '2026-09-21',
};
const accepted: Brief = { do: 'accept-handoff', at: '2026-09-16T09:00', by: 'welzijn', handoff: 'H1' };
const asked: Brief = { do: 'ask', at: '2026-09-15T10:00', by: 'welzijn', handoff: 'H1', ask: 'A1', what: 'Wat nu?' };
const made: Brief = {
  do: 'make-promise',
  at: '2026-09-15T11:00',
  by: 'corporatie',
  promise: 'P1',
  promisedBy: 'corporatie',
  to: 'welzijn',
  what: 'Een lijst',
  due: '2026-09-18',
};

/** What is said of the dealings of a casus over time, as `from–to what`, in the order of time. */
function told(...briefs: readonly Brief[]): string[] {
  const { walk, ended } = allOf(DEALINGS, casusAfter(...briefs).facts);
  const all = [...ended, ...(walk ? DEALINGS.ahead(walk) : [])];
  return all.map(({ from, to, value }) => {
    const { key, from: by, to: other, life, due, reason, endedAt } = value;
    const what = [key, by, other, life, due, reason, endedAt?.slice(0, 16)].filter((part) => part);
    return `${from.slice(0, 16)}–${to?.slice(0, 16) ?? ''} ${what.join(' ')}`;
  });
}

describe('what partners have with each other', () => {
  it('is a question, until it is answered, or declined with a reason', () => {
    const answered: Brief = { do: 'answer-ask', at: '2026-09-16T09:00', by: 'corporatie', ask: 'A1', answer: 'Ja' };
    expect(told(E1, offered, asked, answered)).toEqual([
      '2026-09-15T08:00–2026-09-16T07:00 ask A1 welzijn corporatie open',
      '2026-09-16T07:00– ask A1 welzijn corporatie answered 2026-09-16T07:00',
    ]);
    const declined: Brief = {
      do: 'decline-ask',
      at: '2026-09-16T09:00',
      by: 'corporatie',
      ask: 'A1',
      reason: 'wrong-desk',
    };
    expect(told(E1, offered, asked, declined).at(-1)).toBe(
      '2026-09-16T07:00– ask A1 welzijn corporatie declined wrong-desk 2026-09-16T07:00',
    );
  });

  it('closes with what it was about, also when that expires and nothing happens', () => {
    expect(told(E1, offered, asked, accepted).at(-1)).toBe(
      '2026-09-16T07:00– ask A1 welzijn corporatie closed 2026-09-16T07:00',
    );
    const later: Brief = { do: 'add-note', at: '2026-09-30T09:00', text: 'Even gebeld', audience: 'all' };
    for (const rest of [[], [later]]) {
      expect(told(E1, offered, asked, ...rest)).toEqual([
        '2026-09-15T08:00–2026-09-21T22:00 ask A1 welzijn corporatie open',
        '2026-09-21T22:00– ask A1 welzijn corporatie closed 2026-09-21T22:00',
      ]);
    }
  });

  it('is a promise, with the day that was agreed last and how often it changed', () => {
    const renegotiated: Brief = {
      do: 'renegotiate-promise',
      at: '2026-09-17T11:00',
      by: 'corporatie',
      promise: 'P1',
      due: '2026-09-25',
      reason: 'later',
    };
    const kept: Brief = { do: 'keep-promise', at: '2026-09-24T11:00', by: 'corporatie', promise: 'P1' };
    const history = casusAfter(made, renegotiated, kept);
    expect(told(made, renegotiated, kept)).toEqual([
      '2026-09-15T09:00–2026-09-17T09:00 promise P1 corporatie welzijn open 2026-09-18',
      '2026-09-17T09:00–2026-09-24T09:00 promise P1 corporatie welzijn open 2026-09-25',
      '2026-09-24T09:00– promise P1 corporatie welzijn kept 2026-09-25 2026-09-24T09:00',
    ]);
    const { walk } = allOf(DEALINGS, history.facts);
    expect(walk?.dealings.get('promise P1')?.value.renegotiated).toBe(1);
    const released: Brief = { do: 'release-promise', at: '2026-09-17T12:00', by: 'welzijn', promise: 'P1' };
    expect(told(made, released).at(-1)).toContain('released');
  });

  it('is a step that was given back, each time anew', () => {
    const back: Brief = { do: 'return-step', at: '2026-09-17T09:00', by: 'welzijn', step: 'E1', reason: 'at-capacity' };
    const again: Brief = { ...back, at: '2026-09-18T09:00', by: 'corporatie' };
    const returned = told(E1, offered, accepted, back, again);
    expect(returned.map((line) => line.replace(/return \d+/, 'return'))).toEqual([
      '2026-09-17T07:00– return welzijn corporatie returned at-capacity 2026-09-17T07:00',
      '2026-09-18T07:00– return corporatie sociaal-team returned at-capacity 2026-09-18T07:00',
    ]);
  });

  it('never began where a fact says that it ended', () => {
    const { facts } = casusAfter(made, { do: 'keep-promise', at: '2026-09-16T11:00', by: 'corporatie', promise: 'P1' });
    const { walk } = allOf(DEALINGS, facts.slice(0, -1));
    const kept = facts.at(-1);
    if (!walk || !kept) throw new Error('no promise');
    expect(() => DEALINGS.over({ ...walk, dealings: new Map() }, kept)).toThrow('promise P1, which never began');
  });
});
