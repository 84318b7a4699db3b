import { NO_PARTNERS } from '#partners/partners-over-time';
import type { NamedCause } from '#read-models/stalls/query';
import { at, november, stall } from '#read-models/figures/figures-specification';
import { stallsFigure } from '#read-models/figures/stall-figures';
import type { CountedStall, StallGroup } from '#read-models/figures/stall-group';

const figure = (stalls: readonly CountedStall[], period = november(), partner?: string) =>
  stallsFigure(stalls, period, { at: at('20T12:00'), partner }, NO_PARTNERS);

const cause = (code: string, own = false): NamedCause => ({
  cause: code,
  block: code === 'TE_DRUK' ? 'process' : null,
  by: { partner: own ? 'a' : 'b', person: null },
  at: at('17T12:00'),
  own,
});

const counts = (groups: readonly StallGroup[]) =>
  Object.fromEntries(groups.map(({ cell, stalls, roots }) => [cell, [stalls, roots]]));

describe('stalls of a period', () => {
  it('are counted by the steps at their roots, and what lasts at once counts once', () => {
    const unanswered = stall({ pattern: 'UNANSWERED', about: 'O1', since: at('17T09:00'), until: at('18T09:00') });
    const { total, byPattern } = figure([stall(), unanswered]);
    // From Monday 00:00 to Friday 12:00: four days and a half, of which four days of eight hours and three hours.
    expect(total).toMatchObject({
      stalls: 2,
      roots: 1,
      lasting: 1,
      time: { minutes: 108 * 60, workingMinutes: 35 * 60 },
      duration: { of: 1, calendar: { p50: { minutes: 108 * 60, orMore: true } } },
    });
    expect(counts(byPattern)).toEqual({ 'pattern:TERM_EXCEEDED': [1, 1], 'pattern:UNANSWERED': [1, 1] });
    expect(byPattern.find(({ key }) => key === 'UNANSWERED')).toMatchObject({
      lasting: 0,
      duration: { working: { p50: { minutes: 480, orMore: false } } },
    });
  });

  it('leave what only waits to the step it waits for', () => {
    const behind = [stall({ pattern: 'BLOCKED', about: 'E2' }), stall({ pattern: 'BLOCKED', about: 'E3' })];
    const { total, byPattern, byCause, byNeighbourhood } = figure([stall(), ...behind]);
    expect([total.stalls, total.roots]).toEqual([1, 1]);
    expect(counts(byPattern)).toEqual({ 'pattern:BLOCKED': [2, 1], 'pattern:TERM_EXCEEDED': [1, 1] });
    expect(counts(byCause)).toEqual({ cause: [1, 1] });
    expect(counts(byNeighbourhood)).toEqual({ 'neighbourhood-few': [1, 1] });
  });

  it('count for themselves where they are about no step', () => {
    const ofProduct = stall({ pattern: 'REVOLVING_DOOR', about: 'briefadres', root: null, onTheMove: null });
    const other = { ...ofProduct, about: 'urgentie' };
    expect(figure([ofProduct, other, { ...other, casus: 'c2' }]).total).toMatchObject({ roots: 3 });
  });

  it('are cut to the period; how long they lasted is told of those that began in it', () => {
    const old = stall({ since: at('10T09:00'), until: at('17T12:00') });
    const { total } = figure([old, stall({ casus: 'c2', until: at('16T12:00') })], november('16', '16'));
    // Of the first the whole Monday, of the second half of it.
    expect(total).toMatchObject({
      roots: 2,
      lasting: 0,
      time: { minutes: 36 * 60, workingMinutes: (8 + 3) * 60 },
      duration: { of: 1, calendar: { p50: { minutes: 720, orMore: false } } },
      casus: ['c1', 'c2'],
    });
    expect(figure([old], november('18', '20')).total.stalls).toBe(0);
    expect(figure([{ ...old, until: at('18T00:00') }], november('18', '20')).total.stalls).toBe(0);
    expect(figure([stall()], november('01', '15')).total.stalls).toBe(0);
  });

  it('tell how long of no step that stalled before the period, whatever began on it in the period', () => {
    const before = stall({ since: at('10T09:00') });
    const onTop = stall({ pattern: 'UNANSWERED', about: 'O1', since: at('17T09:00') });
    const { total, byPattern } = figure([before, onTop], november('16', '20'));
    expect(total).toMatchObject({ roots: 1, duration: { of: 0, calendar: null } });
    // Of the pattern itself it did begin.
    expect(byPattern.find(({ key }) => key === 'UNANSWERED')).toMatchObject({ duration: { of: 1 } });
  });

  it('keep a cause that the party on the move named apart from what others named', () => {
    const causes = [cause('TE_DRUK'), cause('GEEN_AANBOD', true)];
    const { byCause, byNamedCause, byBuildingBlock } = figure([
      stall({ causes }),
      stall({ about: 'E2', root: 'E2', causes: [cause('TE_DRUK'), cause('TE_DRUK')] }),
      stall({ about: 'E3', root: 'E3' }),
    ]);
    expect(counts(byCause)).toEqual({ cause: [1, 1], 'cause:GEEN_AANBOD:own': [1, 1], 'cause:TE_DRUK': [1, 1] });
    expect(counts(byNamedCause)).toEqual({
      'named-cause': [1, 1],
      'named-cause:GEEN_AANBOD:own': [1, 1],
      'named-cause:TE_DRUK': [2, 2],
    });
    expect(counts(byBuildingBlock)).toEqual({
      'building-block': [1, 1],
      'building-block:none:own': [1, 1],
      'building-block:process': [1, 1],
    });
  });

  it('count a cause that was named for what only waits', () => {
    const { byCause, total } = figure([
      stall(),
      stall({ pattern: 'BLOCKED', about: 'E2', causes: [cause('TE_DRUK')] }),
    ]);
    expect([counts(byCause), total.stalls]).toEqual([{ cause: [1, 1], 'cause:TE_DRUK': [1, 1] }, 1]);
  });

  it('name a neighbourhood or attention group of three casus or more, and what was not recorded', () => {
    const of = (casus: string, neighbourhood: string | null) => stall({ casus, neighbourhood });
    const { byNeighbourhood, byAttentionGroup } = figure([
      ...['c1', 'c2', 'c3'].map((casus) => of(casus, 'Zuid')),
      ...['c4', 'c5', 'c6'].map((casus) => of(casus, null)),
      of('c7', 'Noord'),
      of('c8', 'Oost'),
      of('c9', 'West'),
    ]);
    expect(counts(byNeighbourhood)).toEqual({
      'neighbourhood:Zuid': [3, 3],
      neighbourhood: [3, 3],
      'neighbourhood-few': [3, 3],
    });
    expect(counts(byAttentionGroup)).toEqual({ 'attention-group': [9, 9] });
  });

  it('can be asked of the party on the move', () => {
    expect(figure([stall(), stall({ casus: 'c2', onTheMove: 'b' })], november(), 'b').total.casus).toEqual(['c2']);
  });
});
