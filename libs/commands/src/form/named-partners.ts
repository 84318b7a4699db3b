import { fieldsOf } from '#commands/form/field';
import { isPlainObject, type BodyClass } from '#commands/form/form';

/** The partners that a body names, wherever it fits as far as they go; each once. */
export function namedPartners(body: BodyClass, given: unknown): readonly string[] {
  if (!isPlainObject(given)) return [];
  const named = [...fieldsOf(body)].flatMap(([name, form]) => {
    const { of, partners, fits } = form;
    const value = given[name];
    if (!(of ?? partners) || value === undefined || !fits(value)) return [];
    if (partners) return partners(value);
    if (!of) return [];
    return (Array.isArray(value) ? value : [value]).flatMap((item) => namedPartners(of, item));
  });
  return [...new Set(named)];
}
