import { readFileSync } from 'node:fs';
import * as v from 'valibot';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';
import { SAMPLE_ALLOCATION, type SuitableAllocation } from '#homes/matching/suitable-allocation';
import { parseYaml } from '#platform/yaml-document';

const cents = v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)));
const form = v.strictObject({
  year: v.pipe(v.number(), v.integer(), v.minValue(2000), v.maxValue(2200)),
  source: v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(500)),
  highestRentCents: v.strictObject({ low: cents, middle: cents, high: cents }),
  longestVacancyDays: v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(730)),
});

/** Reads which rents are suitable for which incomes. Throws a Trouble that names every key that does not fit. */
export function parseRents(file: string, text: string): SuitableAllocation {
  const yaml = parseYaml(text);
  if (!yaml.fits) throw new Trouble(yaml.bad.map(({ line, message }) => `${file}:${line}: ${message}`).join('\n'));
  const parsed = v.safeParse(form, yaml.document.toJS());
  if (parsed.success) return { ...parsed.output, sample: false };
  const wrong = parsed.issues.map((issue) => `${v.getDotPath(issue) ?? 'the file'}: ${issue.message}`);
  throw new Trouble(`${file}: ${wrong.join('; ')}`);
}

/** The amounts of a corporation's own file; without one, sample amounts. Throws a Trouble. */
export function loadRents(file: string | undefined): SuitableAllocation {
  if (file === undefined) return SAMPLE_ALLOCATION;
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    throw new Trouble(`the file of rents ${file} cannot be read (${errorCode(error) ?? 'no reason given'})`, error);
  }
  return parseRents(file, text);
}
