import { isMap, isNode, isScalar, isSeq, LineCounter, parseDocument, type Document } from 'yaml';

/** A YAML document with the lines in which its nodes stand, or what is wrong with it as YAML. */
export type YamlDocument =
  | { readonly fits: true; readonly document: Document; readonly lineOf: (node: unknown) => number }
  | { readonly fits: false; readonly bad: readonly { readonly line: number; readonly message: string }[] };

/** Parses one YAML document. `lineOf` gives 1 for what is no node. */
export function parseYaml(text: string): YamlDocument {
  const counter = new LineCounter();
  const lineAt = (offset = 0) => Math.max(1, counter.linePos(offset).line);
  const document: Document = parseDocument(text, { lineCounter: counter, prettyErrors: false });
  const { errors } = document;
  if (errors.length > 0) {
    return { fits: false, bad: errors.map(({ pos, message }) => ({ line: lineAt(pos[0]), message })) };
  }
  return { fits: true, document, lineOf: (node) => lineAt(isNode(node) ? node.range?.[0] : undefined) };
}

/** The key (of a map) or the item (of a list) at one step of a path, and what it holds. */
function stepInto(
  node: unknown,
  part: string | number,
): { readonly place: unknown; readonly value: unknown } | undefined {
  if (isSeq(node) && typeof part === 'number') {
    const item = node.items[part];
    return item === undefined ? undefined : { place: item, value: item };
  }
  if (!isMap(node)) return undefined;
  const pair = node.items.find(({ key }) => isScalar(key) && String(key.value) === String(part));
  return pair && { place: pair.key, value: pair.value };
}

/** The node at a path of keys and places, or the nearest one around it that is there. */
export function nodeAt({ contents }: Document, path: readonly (string | number)[]): unknown {
  let place: unknown = contents;
  let value: unknown = contents;
  for (const part of path) {
    const next = stepInto(value, part);
    if (!next) break;
    ({ place, value } = next);
  }
  return place;
}
