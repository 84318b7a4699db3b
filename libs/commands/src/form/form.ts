export type BodyClass<Body extends object = object> = new () => Body;

/** As much of JSON Schema as fields need. */
export interface PlainSchema {
  type?: string;
  format?: string;
  pattern?: string;
  enum?: string[];
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  minItems?: number;
  maxItems?: number;
  uniqueItems?: boolean;
  items?: PlainSchema;
  oneOf?: PlainSchema[];
  properties?: Record<string, PlainSchema>;
  required?: string[];
  additionalProperties?: boolean;
  description?: string;
}

type FieldType = 'string' | 'integer' | 'boolean' | 'array';

/** What a field may hold: how it is checked, what is said of it when it does not fit, and how OpenAPI describes it. */
export interface Form {
  /** What is right, as the end of "it must be …". */
  readonly right: string;
  readonly schema: Omit<PlainSchema, 'required' | 'properties' | 'type'> & { type?: FieldType };
  readonly example?: unknown;
  readonly fits: (value: unknown) => boolean;
  /** From the value as it was sent to the value as the command holds it; only of values that fit. */
  readonly read?: (value: unknown) => unknown;
  /** The class of the object(s) that it holds. */
  readonly of?: BodyClass;
  /** The partners that a fitting value names: they must be in the partner directory. */
  readonly partners?: (value: unknown) => readonly string[];
}

/** Characters that no field holds: controls but for tab and line ends, and halves of surrogate pairs (no store keeps them). */
const UNKEEPABLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f]/;

export const isKeepableText = (value: unknown): value is string =>
  typeof value === 'string' && !UNKEEPABLE.test(value) && value.isWellFormed();

export const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
