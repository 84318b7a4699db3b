import { isKeepableText, type Form } from '#commands/form/form';

const figures = new Intl.NumberFormat('en');

function ofText(text: string, form?: Form): string {
  const most = form?.schema.maxLength;
  if (most !== undefined && text.length > most) return `is too long: ${figures.format(text.length)} characters`;
  if (text.trim() === '') return 'is blank';
  if (!isKeepableText(text)) return 'holds control characters or broken ones';
  return 'is a text of another form';
}

/** Says what is wrong with a value that does not fit, without repeating it: it may be personal data. */
export function whatIsWrong(value: unknown, form?: Form): string {
  if (value === undefined) return 'is missing';
  if (value === null) return 'is null';
  if (typeof value === 'string') return ofText(value, form);
  if (typeof value === 'number') return 'is a number that does not fit';
  if (typeof value === 'boolean') return `is ${String(value)}`;
  if (!Array.isArray(value)) return 'is an object that does not fit';
  return `is a list of ${value.length} that does not fit`;
}
