import type { Json } from '#event-sourcing/event';
import type { Warning } from '#commands/command-order';
import type { Refused } from '#commands/refusal';
import type { BadLine } from '#player/script';

interface WrongField {
  readonly field: string;
  readonly wrong: string;
  readonly right: string;
}

const isWrongField = (value: unknown): value is WrongField =>
  typeof value === 'object' && value !== null && 'field' in value && 'wrong' in value && 'right' in value;

const written = (value: Json): string => (typeof value === 'string' ? value : JSON.stringify(value));

/** A refusal as it is said of a line. A field that stands in the head is looked for in the line of the head. */
export function faultOf(
  { code, sentence, details }: Refused,
  line: number,
  headLines?: ReadonlyMap<string, number>,
): Omit<BadLine, 'file'> {
  const { errors, ...rest } = details;
  const wrong = (Array.isArray(errors) ? (errors as readonly unknown[]) : []).filter(isWrongField);
  const [first] = wrong;
  if (first) {
    const message = wrong.map(({ field, wrong: what, right }) => `${field}: ${what}; right: ${right}`).join('; ');
    return { line: headLines?.get(/^\w*/.exec(first.field)?.[0] ?? '') ?? line, code, message };
  }
  return { line, code, message: withFacts(sentence, rest) };
}

/** A warning as it is said of a line. */
export const warningOf = ({ code, detail, ...rest }: Warning, line: number): Omit<BadLine, 'file'> => ({
  line,
  code,
  message: withFacts(detail, rest),
});

function withFacts(sentence: string, details: Readonly<Record<string, Json>>): string {
  const facts = Object.entries(details).map(([key, value]) => `${key}: ${written(value)}`);
  return facts.length > 0 ? `${sentence} (${facts.join(', ')})` : sentence;
}
