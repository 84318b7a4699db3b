// PostgreSQL text holds no NUL and no half of a surrogate pair; JSON does.
const UNHOLDABLE = /\\u(0000|d[89a-f])/i;

/** Rows as one JSON text for json_populate_recordset, of which PostgreSQL can hold every character. */
export function rowsAsJson(rows: readonly object[]): string {
  const text = JSON.stringify(rows);
  if (!UNHOLDABLE.test(text)) return text;
  return JSON.stringify(rows, (_key, value: unknown) =>
    typeof value === 'string' ? value.replaceAll('\0', '\uFFFD').toWellFormed() : value,
  );
}
