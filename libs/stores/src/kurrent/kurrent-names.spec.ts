import { streamName } from '#event-sourcing/stream-name';
import { kurrentNames, kurrentType } from '#stores/kurrent/kurrent-names';

describe('names in KurrentDB', () => {
  it('puts every stream of a log under its namespace, and no key', () => {
    const names = kurrentNames('aanzet');
    expect(names.streamOf(streamName('casus', 'eva'))).toBe('aanzet.casus-eva');
    expect(names.keptUnder('Sleutel 1')).toMatch(/^aanzet_append-[0-9a-f]{64}$/);
    expect(names.keptUnder('Sleutel 1').startsWith(names.prefix)).toBe(false);
    expect(names.keptUnder('sleutel 1')).not.toBe(names.keptUnder('Sleutel 1'));
  });

  it.each(['', 'Aanzet', 'a.b', 'a-b', '$a', '1a'])('refuses the namespace %j', (namespace) => {
    expect(() => kurrentNames(namespace)).toThrow(RangeError);
  });

  it.each([
    ['HandoffAccepted', 'HandoffAccepted'],
    ['a-done_1.x', 'a-done_1.x'],
    ['line\nbreak', 'line:000abreak'],
    ['line:000abreak', 'line:003a000abreak'],
    ['$deleted', ':0024deleted'],
    ['één', ':00e9:00e9n'],
  ])('writes the type %j as %s', (type, written) => {
    expect(kurrentType(type)).toBe(written);
  });
});
