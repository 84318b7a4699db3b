import { at, basis, casusAfter, historyOf, opening, type Brief } from '#casus/specification';
import { FACES } from '#read-models/casus-summary/course';
import { allOf } from '#read-models/intervals/course';

/** What holds of a casus over time, as `from–to what`. */
function faces(tell: 'partners' | 'director' | 'closedAt', ...briefs: readonly Brief[]): string[] {
  const { walk, ended } = allOf(FACES, historyOf(...briefs).facts);
  const all = [...ended, ...(walk ? FACES.ahead(walk) : [])];
  return all.map(({ from, to, value }) => `${from.slice(0, 16)}–${to?.slice(0, 16) ?? ''} ${String(value[tell])}`);
}

describe('a casus as a whole over time', () => {
  it('loses a partner when its basis ends, though nothing happens then', () => {
    expect(faces('partners', opening, basis('welzijn', { at: '2026-09-01T09:00', validUntil: '2026-09-30' }))).toEqual([
      '2026-08-31T07:00–2026-09-01T07:00 ',
      '2026-09-01T07:00–2026-09-30T22:00 welzijn',
      '2026-09-30T22:00– ',
    ]);
  });

  it('keeps a partner that has another basis', () => {
    const first = basis('welzijn', { at: '2026-09-01T09:00', validUntil: '2026-09-30' });
    expect(faces('partners', opening, first, basis('welzijn', { at: '2026-09-02T09:00' })).at(-1)).toBe(
      '2026-09-01T07:00– welzijn',
    );
  });

  it('changes when the director does, and when it closes', () => {
    const appointed: Brief = { do: 'appoint-director', at: '2026-09-02T09:00', partner: 'gemeente-wmo' };
    const care = basis('gemeente-wmo', { at: '2026-09-01T09:00' });
    expect(faces('director', opening, care, appointed).at(-1)).toBe('2026-09-02T07:00– gemeente-wmo');
    const closed: Brief = { do: 'close-casus', at: '2026-09-03T09:00', outcome: 'goal-reached', reason: 'Klaar' };
    expect(faces('closedAt', opening, closed).at(-1)).toBe(`2026-09-03T07:00– ${at('2026-09-03T09:00')}`);
  });

  it('does not begin with anything but its opening', () => {
    const [, fact] = casusAfter().facts;
    if (!fact) throw new Error('no second fact');
    expect(() => FACES.over(undefined, fact)).toThrow('before the opening');
  });
});
