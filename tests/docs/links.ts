import { anchor } from '#tests/docs/markdown';

/** A link of a page to another place of the project. */
export interface Link {
  readonly target: string;
  readonly line: number;
}

/** A text line by line, without what stands in code. */
function prose(text: string): readonly string[] {
  let fenced = false;
  return text.split('\n').map((line) => {
    const fence = /^\s*(```|~~~)/.test(line);
    if (fence) fenced = !fenced;
    return fence || fenced ? '' : line.replaceAll(/`[^`]*`/g, '');
  });
}

/** The links of a page that lead to a file or a heading of the project. */
export const relativeLinks = (text: string): readonly Link[] =>
  prose(text).flatMap((content, index) =>
    [...content.matchAll(/\]\(<?([^)\s>]+)>?[^)]*\)/g)]
      .map(([, target]) => ({ target: String(target), line: index + 1 }))
      .filter(({ target }) => !/^[a-z][a-z+.-]*:/i.test(target)),
  );

/** The anchors of a page: a heading that stands there again is told apart by a number. */
export function anchorsOf(text: string): ReadonlySet<string> {
  const anchors = new Set<string>();
  const counts = new Map<string, number>();
  let fenced = false;
  for (const line of text.split('\n')) {
    if (/^\s*(```|~~~)/.test(line)) fenced = !fenced;
    const heading = fenced ? undefined : /^#{1,6}\s+(.*?)\s*#*$/.exec(line)?.[1];
    if (heading === undefined) continue;
    const name = anchor(heading);
    const count = counts.get(name) ?? 0;
    counts.set(name, count + 1);
    anchors.add(count === 0 ? name : `${name}-${count}`);
  }
  return anchors;
}

/** Where a link leads, as a path from the root of the project, and the anchor there. Undefined when it leads out of it. */
export function placeOf(page: string, target: string): { readonly path: string; readonly anchor?: string } | undefined {
  const [file = '', name] = target.split('#');
  const parts = file === '' ? page.split('/') : page.split('/').slice(0, -1);
  for (const part of file.split('/')) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(decodeURIComponent(part));
    else if (parts.pop() === undefined) return undefined;
  }
  return { path: parts.join('/'), ...(name !== undefined && { anchor: name }) };
}

/** Every link of a page that leads nowhere. `read` gives the text of a file, '' of a folder, undefined of nothing. */
export const deadLinks = (page: string, text: string, read: (path: string) => string | undefined): readonly string[] =>
  relativeLinks(text).flatMap(({ target, line }) => {
    const place = placeOf(page, target);
    const found = place && read(place.path);
    const leads = found !== undefined && (place?.anchor === undefined || anchorsOf(found).has(place.anchor));
    return leads ? [] : [`${page}:${line} ${target}`];
  });
