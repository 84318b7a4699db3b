import { canonicalJson } from '#event-sourcing/canonical-json';
import type { Sha256 } from '#event-sourcing/hash-chain';
import { casusLineOf } from '#commands/table/casus-table';
import { readHead, type Head } from '#player/read-head';
import { readScriptLine, type UnkeyedLine } from '#player/read-script-line';
import type { BadLine, ReadScript, ScriptLine } from '#player/script';
import { readDocument } from '#player/yaml-entries';

/** Names every line: the same line of the same casus has the same key at every playing, and equal lines are counted. */
function keyed(lines: readonly UnkeyedLine[], casus: string, sha256: Sha256): ScriptLine[] {
  const seen = new Map<string, number>();
  return lines.map(({ text, ...line }) => {
    const hash = sha256(text);
    const count = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, count);
    return { ...line, key: `play ${casus} ${hash} ${count}` };
  });
}

/** The opening says what stands in the head as well. */
function withHead(line: UnkeyedLine, head: Head, bad: (line: number, message: string) => void): UnkeyedLine {
  if (line.do !== 'open-casus') return line;
  for (const key of Object.keys(line.fields)) {
    if (key === 'reference' || head.headLines.has(key)) bad(line.line, `${key}: stands in the head of the script`);
  }
  const fields = { ...head.fields, ...line.fields };
  return { ...line, fields, text: canonicalJson([line.text, head.fields]) };
}

/** Reads a script: its head, its commands, and all that is wrong with the form of either. */
export function readScript(file: string, text: string, sha256: Sha256): ReadScript {
  const bad: BadLine[] = [];
  const fault = (line: number, code: string, message: string) => bad.push({ file, line, code, message });
  const document = readDocument(text, 'timeline');
  if (!document.fits) return { script: undefined, bad: document.bad.map((line) => ({ file, ...line })) };
  const head = readHead(document.entries, fault);
  if (!document.items) fault(1, 'fields-invalid', 'timeline: must be a list of commands');
  const lines: UnkeyedLine[] = [];
  for (const item of document.items ?? []) {
    const line = readScriptLine(item, fault, (name) => name === 'plan-absence' || casusLineOf(name) !== undefined);
    if (!line) continue;
    const before = lines.at(-1);
    if (before && line.recorded < before.recorded) {
      fault(line.line, 'out-of-order', `recorded before line ${before.line}; lines stand in the order of recording`);
      continue;
    }
    lines.push(
      head
        ? withHead(line, head, (at, message) => {
            fault(at, 'fields-invalid', message);
          })
        : line,
    );
  }
  if (!head) return { script: undefined, bad };
  const { casus, now, headLines } = head;
  const script = { file, casus, headLines, lines: keyed(lines, casus, sha256), ...(now !== undefined && { now }) };
  return { script, bad };
}
