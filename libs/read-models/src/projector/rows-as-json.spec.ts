import { rowsAsJson } from '#read-models/projector/rows-as-json';

describe('rows as JSON', () => {
  it('are what they were', () => {
    const rows = [{ text: 'Éva \\u0000 "x" 🏠', day: null, list: ['a', 'b'] }];
    expect(JSON.parse(rowsAsJson(rows))).toEqual(rows);
  });

  it('lose what PostgreSQL cannot hold: NUL and halves of surrogate pairs', () => {
    const rows = [{ nul: 'a\0b', half: 'a\ud83c', other: '\udfe0b', list: ['\0'] }];
    const held = [{ nul: 'a\uFFFDb', half: 'a\uFFFD', other: '\uFFFDb', list: ['\uFFFD'] }];
    expect(JSON.parse(rowsAsJson(rows))).toEqual(held);
  });
});
