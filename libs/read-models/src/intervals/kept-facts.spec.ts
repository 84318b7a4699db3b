import { keptFacts } from '#read-models/intervals/kept-facts';

const MIB = 1024 * 1024;

describe('how much a view keeps of the casus that it follows', () => {
  it('goes by the memory that the process may use', () => {
    expect(keptFacts(512 * MIB)).toBe(22_369);
    expect(keptFacts(4096 * MIB)).toBe(178_956);
    expect(keptFacts()).toBeGreaterThan(0);
  });
});
