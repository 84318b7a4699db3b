import { durationsOf } from '#read-models/figures/durations';

/** Spells in minutes; `12+` is one that was not over. */
const spells = (...lengths: readonly string[]) =>
  lengths.map((length) => {
    const minutes = Number.parseInt(length, 10);
    return { time: { minutes, workingMinutes: minutes / 10 }, over: !length.endsWith('+') };
  });

/** p50 and p90 by the clock, as they are shown. */
const told = (...lengths: readonly string[]) => {
  const { calendar } = durationsOf(spells(...lengths));
  return calendar && [calendar.p50, calendar.p90].map(({ minutes, orMore }) => `${minutes}${orMore ? '+' : ''}`);
};

describe('how long things take', () => {
  it('is the nearest rank where all is over', () => {
    expect(told('10')).toEqual(['10', '10']);
    expect(told('10', '20')).toEqual(['10', '20']);
    expect(told('30', '10', '20')).toEqual(['20', '30']);
    // Ranks 5 and 9 of ten.
    expect(told('10', '20', '30', '40', '50', '60', '70', '80', '90', '100')).toEqual(['50', '90']);
    expect(told('10', '10', '10', '40')).toEqual(['10', '40']);
  });

  it('never comes out shorter because something is not over yet', () => {
    // Without the open one half would be over within 10; with it, of the two that took 15 or more one is over at 20.
    expect(told('10', '15+', '20')).toEqual(['20', '20']);
    // 10: 1 of 4 over, 3/4 left. 20+ drops out. 30: 1 of 2 over, 3/8 left. 40+: 3/8 is more than a tenth.
    expect(told('10', '20+', '30', '40+')).toEqual(['30', '40+']);
  });

  it('says at least so much where as many were not over', () => {
    expect(told('10+')).toEqual(['10+', '10+']);
    expect(told('5', '30+', '30+')).toEqual(['30+', '30+']);
    // What ended at the same length as another was last seen had ended.
    expect(told('30', '30+')).toEqual(['30', '30+']);
  });

  it('adds up, by the clock and in working minutes, and says nothing of nothing', () => {
    expect(durationsOf(spells('10', '20+'))).toEqual({
      of: 2,
      total: { minutes: 30, workingMinutes: 3 },
      calendar: { p50: { minutes: 10, orMore: false }, p90: { minutes: 20, orMore: true } },
      working: { p50: { minutes: 1, orMore: false }, p90: { minutes: 2, orMore: true } },
    });
    expect(durationsOf([])).toEqual({ of: 0, total: { minutes: 0, workingMinutes: 0 }, calendar: null, working: null });
  });
});
