import { localDate } from '#calendar/local-date';
import { spansIn } from '#read-models/why/spans';

const nl = spansIn('nl');
const en = spansIn('en');
const working = (workingMinutes: number) => ({ minutes: 3 * workingMinutes, workingMinutes });

describe('stretches of time', () => {
  it.each([
    [1, 'één minuut', 'one minute'],
    [15, 'een kwartier', 'a quarter of an hour'],
    [59, '59 minuten', '59 minutes'],
    [60, 'één uur', 'one hour'],
    [80, 'ruim één uur', 'just over one hour'],
    [470, 'bijna acht uur', 'nearly eight hours'],
    [480, 'één werkdag', 'one working day'],
    [2370, 'vijf werkdagen', 'five working days'],
    [2820, 'bijna zes werkdagen', 'nearly six working days'],
    [16_385, 'ruim 34 werkdagen', 'just over 34 working days'],
  ])('%d working minutes are %s, %s', (minutes, dutch, english) => {
    expect(nl.worked(working(minutes))).toBe(dutch);
    expect(en.worked(working(minutes))).toBe(english);
  });

  it('are told by the clock where nobody could work, and by the calendar where that counts', () => {
    expect(nl.worked({ minutes: 130, workingMinutes: 0 })).toBe('ruim twee uur');
    expect(nl.elapsed(9245)).toBe('ruim zes dagen');
    expect(en.elapsed(1440)).toBe('one day');
  });

  it('go with days that are named', () => {
    expect(nl.day(localDate('2026-11-12'))).toBe('donderdag 12 november');
    expect(en.day(localDate('2026-11-12'))).toBe('Thursday 12 November');
  });
});
