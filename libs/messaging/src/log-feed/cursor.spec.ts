import { furtherOf, isBehind, parseCursor, readFrom, START, type Cursor } from '#messaging/log-feed/cursor';

const P7 = '00000000000000000007';
const P8 = '00000000000000000008';

function cursor(text: string): Cursor {
  const parsed = parseCursor(text);
  if (!parsed) throw new Error(`no place: ${text}`);
  return parsed;
}

describe('a place in a feed', () => {
  it('is an event, or all that follows from a position', () => {
    const sequences = [`${P7}-000`, `${P7}-001`, `${P8}-000`];
    const behind = (place: Cursor) => sequences.filter((sequence) => isBehind(sequence, place));
    expect(behind(START)).toEqual(sequences);
    expect(behind(cursor(`${P7}-000`))).toEqual(sequences.slice(1));
    expect(behind(cursor(P7))).toEqual(sequences.slice(2));
    expect(behind(cursor(P8))).toEqual([]);
  });

  it('is read from before the event of the log that it may be in the middle of', () => {
    expect(readFrom(cursor(`${P8}-003`))).toBe(P7);
    expect(readFrom(cursor(P8))).toBe(P8);
    expect(readFrom(START)).toBe(START.position);
    expect(readFrom(cursor(`${P7}${P8}-000`))).toBe(`${P7}${P7}`);
  });

  it('lies behind another or before it', () => {
    expect(furtherOf(cursor(P7), cursor(`${P7}-999`))).toEqual(cursor(P7));
    expect(furtherOf(cursor(P7), cursor(`${P8}-000`))).toEqual(cursor(`${P8}-000`));
    expect(furtherOf(cursor(`${P8}-001`), cursor(`${P8}-002`))).toEqual(cursor(`${P8}-002`));
  });

  it.each(['', '7', 'here', `${P7}-`, `${P7}-1`, `${P7}-0001`, `${P7}-000-000`, `-${P7}`, `${P7}1`])(
    'is not %j',
    (text) => {
      expect(parseCursor(text)).toBeUndefined();
    },
  );
});
