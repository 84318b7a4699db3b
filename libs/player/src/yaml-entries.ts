import { isMap, isNode, isScalar, isSeq, type YAMLMap } from 'yaml';
import { parseYaml } from '#platform/yaml-document';
import type { BadLine } from '#player/script';

/** A key of a YAML map, in which line it stands, and what it holds. */
export interface Entry {
  readonly key: string;
  readonly line: number;
  readonly value: unknown;
}

/** An item of the list: in which line it begins, and its entries when it is a map. */
export interface Item {
  readonly line: number;
  readonly entries?: readonly Entry[];
}

/** A document that is a map; the items of its list `list` (undefined when that is no list) stand apart. */
export type ReadDocument =
  | { readonly fits: true; readonly entries: readonly Entry[]; readonly items: readonly Item[] | undefined }
  | { readonly fits: false; readonly bad: readonly Omit<BadLine, 'file'>[] };

const notYaml = (line: number, message: string) => ({ line, code: 'not-yaml', message });

/** Reads one YAML document that is a map, keeping the lines in which things stand. */
export function readDocument(text: string, list: string): ReadDocument {
  const yaml = parseYaml(text);
  if (!yaml.fits) return { fits: false, bad: yaml.bad.map(({ line, message }) => notYaml(line, message)) };
  const { document, lineOf } = yaml;
  const { contents } = document;
  if (!isMap(contents)) return { fits: false, bad: [notYaml(1, 'a script is a map of casus, title … timeline')] };
  const entriesOf = (map: YAMLMap, left?: string): Entry[] =>
    map.items.flatMap(({ key, value }) => {
      const name = isScalar(key) ? String(key.value) : '(no name)';
      if (name === left) return [];
      return [{ key: name, line: lineOf(key), value: isNode(value) ? (value.toJS(document) as unknown) : value }];
    });
  try {
    const found: unknown = contents.get(list, true);
    const items = isSeq(found) ? found.items : undefined;
    return {
      fits: true,
      entries: entriesOf(contents, list),
      items: items?.map((item) => ({ line: lineOf(item), ...(isMap(item) && { entries: entriesOf(item) }) })),
    };
  } catch (error) {
    // Too many aliases, or one that leads nowhere.
    return { fits: false, bad: [notYaml(1, error instanceof Error ? error.message : 'cannot be read')] };
  }
}
