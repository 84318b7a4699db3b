const NINE_DIGITS = /(?<!\d)\d(?:[ .-]?\d){8}(?!\d)/g;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** What holds digits that are no part of a number: a random id, and a date, alone or before a time. */
const UUID = /\b[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}\b/gi;
const YEAR = String.raw`(?:19|20)\d\d`;
const MONTH = String.raw`(?:0[1-9]|1[0-2])`;
const DAY = String.raw`(?:0[1-9]|[12]\d|3[01])`;
const DATE = new RegExp(
  String.raw`(?<!\d[.-]?)(?:${YEAR}-${MONTH}-${DAY}|${DAY}[.-]${MONTH}[.-]${YEAR})(?![.-]?\d)`,
  'g',
);

/** Without this, no number is found below either; most texts are without, and this tells it at less cost. */
const DIGITS_ENOUGH = /\d(?:[ .-]?\d){8}/;

/** Whether a text holds a nine-digit number that passes the eleven-test, as every BSN does. */
export function mayHoldBsn(text: string): boolean {
  if (!DIGITS_ENOUGH.test(text)) return false;
  return (text.replaceAll(UUID, 'id').replaceAll(DATE, 'day').match(NINE_DIGITS) ?? []).some((found) => {
    const digits = found.replaceAll(/\D/g, '');
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    return sum % 11 === 0;
  });
}

/** The path of the first text in a command that may hold a BSN (`residents.0.familyName`); undefined without any. */
export function pathOfBsn(value: unknown): string | undefined {
  if (typeof value === 'string') return mayHoldBsn(value) ? '' : undefined;
  if (typeof value !== 'object' || value === null) return undefined;
  for (const [key, item] of Object.entries(value)) {
    const found = pathOfBsn(item);
    if (found !== undefined) return found === '' ? key : `${key}.${found}`;
  }
  return undefined;
}
