/** One text per value whatever the order of its keys (in the way of RFC 8785): what hashes and fingerprints are taken over. */
export function canonicalJson(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value ?? null);
  if (Array.isArray(value)) return `[${value.map((item) => canonicalJson(item ?? null)).join(',')}]`;
  const entries = value as Entries;
  // Every event passes here: one text that grows costs two thirds of lists that are mapped and joined.
  let text = '';
  for (const key of Object.keys(entries).sort()) {
    const item = entries[key];
    if (item !== undefined) text += `${text === '' ? '' : ','}${JSON.stringify(key)}:${canonicalJson(item)}`;
  }
  return `{${text}}`;
}

/** A value as it is read back from its JSON: what is undefined has gone, in a list it is null. For plain values, lists and objects, none of whose keys is `__proto__`. */
export function asJson(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value;
  if (Array.isArray(value)) return value.map((item) => asJson(item ?? null));
  const entries = value as Entries;
  const read: Record<string, unknown> = {};
  for (const key of Object.keys(entries)) if (entries[key] !== undefined) read[key] = asJson(entries[key]);
  return read;
}

/** Whether two values have the same canonical JSON, told without writing it. For plain values, lists and objects. */
export function sameJson(a: unknown, b: unknown): boolean {
  if (a === b) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) {
    return (a ?? null) === (b ?? null);
  }
  if (Array.isArray(a) || Array.isArray(b)) {
    if (!Array.isArray(a) || !Array.isArray(b) || a.length !== b.length) return false;
    return a.every((item, index) => sameJson(item, b[index]));
  }
  return sameEntries(a as Entries, b as Entries);
}

type Entries = Readonly<Record<string, unknown>>;

const sameEntries = (a: Entries, b: Entries): boolean => {
  for (const key in a) if (a[key] !== undefined && (b[key] === undefined || !sameJson(a[key], b[key]))) return false;
  for (const key in b) if (b[key] !== undefined && a[key] === undefined) return false;
  return true;
};
