declare const brand: unique symbol;

/** The name of a stream: `<category>-<id>`, lower case, such as `casus-0b2f…` or `partner-welzijn`. */
export type StreamName = string & { readonly [brand]: 'StreamName' };

const FORM = /^[a-z][a-z0-9]*-[a-z0-9][a-z0-9-]*$/;

/** Names the stream of `id` within `category`. Throws a RangeError when the result is not a stream name. */
export function streamName(category: string, id: string): StreamName {
  const name = `${category}-${id}`;
  if (!FORM.test(name) || name.length > 200) throw new RangeError(`not a stream name: ${name}`);
  return name as StreamName;
}

/** The part before the first hyphen: `casus` of `casus-0b2f…`. */
export const categoryOf = (stream: StreamName): string => stream.slice(0, stream.indexOf('-'));

/** The part after the first hyphen: the id within its category. */
export const idOf = (stream: StreamName): string => stream.slice(stream.indexOf('-') + 1);
