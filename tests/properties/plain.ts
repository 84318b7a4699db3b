/** All that a value holds, however deep, as one text; of a map its entries in their order. */
export const wholeText = (value: unknown): string =>
  JSON.stringify(value, (_key, item: unknown) =>
    item instanceof Map ? [...(item as ReadonlyMap<unknown, unknown>)] : item,
  );
