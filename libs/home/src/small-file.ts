import { readFile, rename, writeFile } from 'node:fs/promises';
import { errorCode } from '#home/error-code';

/** The text of a file; undefined when there is none. */
export async function readText(path: string): Promise<string | undefined> {
  try {
    return await readFile(path, 'utf8');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return undefined;
    throw error;
  }
}

/** Writes a file whole or not at all, for its owner's eyes only. */
export async function writeText(path: string, text: string): Promise<void> {
  const draft = `${path}.${process.pid}`;
  // A name must not outlive a power cut without what it names.
  await writeFile(draft, text, { mode: 0o600, flush: true });
  await rename(draft, path);
}

/** What a JSON file holds; undefined when there is none or it is not JSON. */
export async function readJson(path: string): Promise<unknown> {
  const text = await readText(path);
  try {
    return text === undefined ? undefined : (JSON.parse(text) as unknown);
  } catch {
    return undefined;
  }
}
