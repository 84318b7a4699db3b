import { perform, type Performed } from '#player/perform';
import { readScript } from '#player/read-script';
import { rehearse, type Stage } from '#player/rehearse';
import type { BadLine, Script } from '#player/script';

/** A script file, by the name under which its lines are spoken of. */
export interface ScriptFile {
  readonly file: string;
  readonly text: string;
}

/** How a playing ended: with every bad line and nothing written, or with what became of every script. */
export type Played =
  | { readonly result: 'bad-lines'; readonly bad: readonly BadLine[] }
  | {
      readonly result: 'played';
      readonly written: Performed;
      readonly scripts: readonly { readonly script: Script; readonly newLines: number }[];
      /** What will go wrong, by the new lines that say so. */
      readonly warnings: readonly BadLine[];
    };

const inOrder = (a: BadLine, b: BadLine): number => a.line - b.line;

/**
 * Plays scripts: reads and decides all lines of all files first, writes only when every line is good. Playing the same
 * script again adds nothing, a longer version of it only what is new.
 */
export async function play(
  stage: Stage,
  files: readonly ScriptFile[],
  progress: (written: number, of: number) => void,
): Promise<Played> {
  const read = files.map(({ file, text }) => readScript(file, text, stage.sha256));
  const scripts = read.flatMap(({ script }) => (script ? [script] : []));
  const { appends, newLines, bad, warnings } = await rehearse(stage, scripts);
  const all = [...read.flatMap((one) => one.bad), ...bad];
  if (all.length > 0) {
    return {
      result: 'bad-lines',
      bad: [...new Set(files.map(({ file }) => file))].flatMap((file) =>
        all.filter((one) => one.file === file).sort(inOrder),
      ),
    };
  }
  const written = await perform(stage.store, appends, (count) => {
    progress(count, appends.length);
  });
  return {
    result: 'played',
    written,
    warnings,
    scripts: scripts.map((script) => ({ script, newLines: newLines.get(script) ?? 0 })),
  };
}
