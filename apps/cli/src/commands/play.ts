import type { Command } from 'commander';
import { readFile } from 'node:fs/promises';
import { print, withInstallation } from '#apps/cli/src/commands/context';
import { playScripts } from '#installation/play-scripts';
import { errorCode } from '#home/error-code';
import { Trouble } from '#home/trouble';
import type { ScriptFile } from '#player/play';
import type { BadLine } from '#player/script';
import { catchUp } from '#read-models/projector/catch-up';

async function readScriptFile(file: string): Promise<ScriptFile> {
  try {
    return { file, text: await readFile(file, 'utf8') };
  } catch (error) {
    const why = errorCode(error) ?? 'no reason given';
    throw new Trouble(`the script ${file} cannot be read (${why})`, error);
  }
}

const spoken = ({ file, line, code, message }: BadLine): string => `${file}:${line}: ${code}: ${message}\n`;

/** `aanzet play`: plays scripts, or names every bad line and writes nothing. */
export async function playFiles(names: readonly string[], _options: unknown, command: Command): Promise<void> {
  const files = await Promise.all(names.map(readScriptFile));
  await withInstallation(command, async (installation) => {
    const played = await playScripts(installation, files, (written, of) => {
      print(`written ${written} of ${of}`);
    });
    if (played.result === 'bad-lines') {
      for (const line of played.bad) process.stderr.write(spoken(line));
      throw new Trouble(`${played.bad.length} bad ${played.bad.length === 1 ? 'line' : 'lines'}; nothing was written`);
    }
    await catchUp(installation);
    for (const { file, line, code, message } of played.warnings) print(`${file}:${line}: warning ${code}: ${message}`);
    for (const { script, newLines } of played.scripts) {
      const known = script.lines.length - newLines;
      print(
        `${script.file}: casus ${script.casus}, ${newLines} new ${newLines === 1 ? 'line' : 'lines'}, ${known} known`,
      );
    }
  });
}
