const NINE_DIGITS = /(?<!\d)\d(?:[ .]?\d){8}(?!\d)/g;
const WEIGHTS = [9, 8, 7, 6, 5, 4, 3, 2, -1];

/** Whether a text holds a nine-digit number that passes the eleven-test, as every BSN does. */
export function mayHoldBsn(text: string): boolean {
  return (text.match(NINE_DIGITS) ?? []).some((found) => {
    const digits = found.replaceAll(/\D/g, '');
    const sum = WEIGHTS.reduce((total, weight, index) => total + weight * Number(digits[index]), 0);
    return sum % 11 === 0;
  });
}
