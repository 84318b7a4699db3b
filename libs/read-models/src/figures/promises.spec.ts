import { localDate } from '#calendar/local-date';
import { at, dealing, november } from '#read-models/figures/figures-specification';
import { promiseAt, promisesFigure, type Breaches } from '#read-models/figures/promises';

const promise = (thing: string, more: Parameters<typeof dealing>[0] = {}) =>
  dealing({ kind: 'promise', thing, due: localDate('2026-11-18'), ...more });

const NONE: Breaches = new Map();

describe('promises of a period', () => {
  it('are each exactly one of kept in time, kept late, broken, released and open', () => {
    const promises = [
      promise('P1', { life: 'kept', endedAt: at('18T23:59') }),
      promise('P2', { life: 'kept', endedAt: at('19T00:00'), renegotiated: 1 }),
      promise('P3', { renegotiated: 2 }),
      promise('P4', { life: 'released', endedAt: at('20T09:00') }),
      promise('P5'),
    ];
    const breaches: Breaches = new Map([
      [promiseAt('c1', 'P2'), { lasts: false }],
      [promiseAt('c1', 'P3'), { lasts: true }],
    ]);
    expect(promisesFigure(promises, breaches, november(), {}).total).toEqual({
      cell: 'all',
      promisedBy: null,
      to: null,
      made: 5,
      keptInTime: 1,
      keptLate: 1,
      broken: 1,
      released: 1,
      open: 1,
      renegotiated: 2,
      everBroken: 2,
      keptInTimePercent: 33,
      casus: ['c1'],
    });
  });

  it('are told by promiser and by pair, the most first', () => {
    const promises = [promise('P1'), promise('P2', { to: 'c' }), promise('P3', { from: 'd', casus: 'c2' })];
    const { byPromiser, byPair } = promisesFigure(promises, NONE, november(), {});
    expect(byPromiser.map(({ cell, made, to }) => [cell, made, to])).toEqual([
      ['promiser:a', 2, null],
      ['promiser:d', 1, null],
    ]);
    expect(byPair.map(({ cell }) => cell)).toEqual(['pair:a:b', 'pair:a:c', 'pair:d:b']);
  });

  it('are those made in it, by or to a partner if one is asked', () => {
    const promises = [promise('P1', { beganAt: at('30T23:59') }), promise('P2', { from: 'b', to: 'c' })];
    expect(promisesFigure(promises, NONE, november('16', '29'), {}).total.made).toBe(1);
    expect(promisesFigure(promises, NONE, november(), { partner: 'a' }).total.made).toBe(1);
    expect(promisesFigure(promises, NONE, november(), { partner: 'b' }).total.made).toBe(2);
    expect(promisesFigure([], NONE, november(), {}).total).toMatchObject({ made: 0, keptInTimePercent: null });
  });
});
