import { instant } from '#event-sourcing/instant';
import type { RowChange, StoredInterval } from '#read-models/intervals/row-changes';
import { settled } from '#read-models/intervals/write-rows';

const day = (n: number) => instant(`2026-11-0${n}T00:00Z`);
const place = (key: string, from: number) => ({ casus: 'c', key, valid_from: day(from) });
type Row = StoredInterval & { readonly says: string };

const opens = (key: string, from: number, known: number, says = 'a'): RowChange<Row> => ({
  opens: place(key, from),
  row: { says, valid_from: day(from), valid_until: 'infinity', known_from: day(known), known_until: 'infinity' },
});
const closes = (key: string, from: number, known: number): RowChange<Row> => ({
  closes: place(key, from),
  known: day(known),
});
const told = (changes: readonly RowChange<Row>[]) => {
  const { closings, rows } = settled(changes);
  return {
    closings: closings.map(({ key, known_until }) => `${key} ${known_until.slice(0, 10)}`),
    rows: rows.map(
      ({ says, known_from, known_until }) => `${says} ${known_from.slice(0, 10)} ${known_until.slice(0, 10)}`,
    ),
  };
};

describe('changes that follow one another', () => {
  it('close rows that are there, and open others', () => {
    expect(told([closes('E1', 1, 2), opens('E1', 1, 2, 'b')])).toEqual({
      closings: ['E1 2026-11-02'],
      rows: ['b 2026-11-02 infinity'],
    });
  });

  it('are written as whole rows where they came and went', () => {
    expect(told([opens('E1', 1, 1), closes('E1', 1, 3), opens('E1', 1, 3, 'b')])).toEqual({
      closings: [],
      rows: ['a 2026-11-01 2026-11-03', 'b 2026-11-03 infinity'],
    });
  });

  it('leave nothing of what came and went at one instant', () => {
    expect(told([opens('E1', 1, 2), closes('E1', 1, 2)])).toEqual({ closings: [], rows: [] });
  });
});
