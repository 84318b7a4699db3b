/** As much of JSON Schema as an example tells. */
interface Schema {
  type?: string;
  format?: string;
  properties?: Record<string, Schema>;
  required?: string[];
  items?: Schema;
}

const INSTANT = /^\d{4}-\d\d-\d\dT.*Z$/;
const DAY = /^\d{4}-\d\d-\d\d$/;

/** The schema of whatever looks like an example. Of what is null in the example, nothing is said but that it is there. */
export function schemaLike(example: unknown): Schema {
  if (example === null || example === undefined) return {};
  if (Array.isArray(example)) return { type: 'array', items: schemaLike(example[0]) };
  if (typeof example === 'object') {
    const properties = Object.entries(example).map(([key, value]) => [key, schemaLike(value)] as const);
    return { type: 'object', properties: Object.fromEntries(properties), required: properties.map(([key]) => key) };
  }
  if (typeof example === 'number') return { type: 'integer' };
  if (typeof example === 'boolean') return { type: 'boolean' };
  if (typeof example !== 'string') return {};
  if (INSTANT.test(example)) return { type: 'string', format: 'date-time' };
  return DAY.test(example) ? { type: 'string', format: 'date' } : { type: 'string' };
}
