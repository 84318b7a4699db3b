import { parseNow } from '#installation/parse-now';

describe('where a clock is to stand', () => {
  it.each([
    ['2026-11-20T12:00', '2026-11-20T11:00:00.000Z'],
    ['2026-07-01T12:00:30', '2026-07-01T10:00:30.000Z'],
    ['2026-11-20T12:00:00Z', '2026-11-20T12:00:00.000Z'],
    ['2026-11-20T12:00+01:00', '2026-11-20T11:00:00.000Z'],
  ])('reads %s as %s', (text, at) => {
    expect(parseNow(text)).toBe(at);
  });

  it.each(['', 'noon', '2026-11-20', '2026-02-30T12:00', '12:00'])('refuses %j', (text) => {
    expect(() => parseNow(text)).toThrow('A time looks like 2026-11-20T12:00');
  });
});
