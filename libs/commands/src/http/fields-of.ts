import type { BodyClass } from '#commands/form/form';
import { parseBody } from '#commands/parse-command';
import { fieldsInvalid } from '#commands/refusal';
import { ProblemError, problemOfRefusal } from '#platform/http/problem';

/** Reads parameters or a body. Ends the request when they do not fit. */
export function fieldsOf<Fields extends object>(of: BodyClass<Fields>, given: unknown): Fields {
  const parsed = parseBody(of, given);
  if (!parsed.fits) throw new ProblemError(problemOfRefusal(fieldsInvalid(parsed.errors)));
  return parsed.fields;
}
