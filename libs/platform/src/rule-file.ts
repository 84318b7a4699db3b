import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { readRuleBook } from '#calendar/rule-book/read-rule-book';
import type { RuleBook } from '#calendar/rule-book/rule-book';
import { nodeAt, parseYaml } from '#platform/yaml-document';

/** A rule file that cannot be used; the message has a line for each fault, as `FILE:LINE: …`. */
export class WrongRules extends Error {
  constructor(readonly faults: readonly string[]) {
    super(faults.join('\n'));
    this.name = 'WrongRules';
  }
}

/** The rules that come with the product, below the folder of the project. */
const SHIPPED = 'libs/calendar/law/term-rules.yaml';

/** Where the rules that come with the product stand, wherever this file was built to. */
function shippedRuleFile(): string {
  let folder = import.meta.dirname;
  while (!existsSync(join(folder, 'package.json')) && dirname(folder) !== folder) folder = dirname(folder);
  return join(folder, SHIPPED);
}

/** Reads the text of a rule file. Throws WrongRules. */
export function parseRules(file: string, text: string): RuleBook {
  const yaml = parseYaml(text);
  if (!yaml.fits) throw new WrongRules(yaml.bad.map(({ line, message }) => `${file}:${line}: ${message}`));
  const { document, lineOf } = yaml;
  const read = readRuleBook(contentsOf(file, yaml), (path) => lineOf(nodeAt(document, path)));
  if (read.fits) return read.book;
  throw new WrongRules(
    read.faults.map(({ line, at, wrong, right }) => `${file}:${line}: ${at || 'the file'}: ${wrong}; right: ${right}`),
  );
}

function contentsOf(file: string, { document }: Extract<ReturnType<typeof parseYaml>, { fits: true }>): unknown {
  try {
    return document.toJS() as unknown;
  } catch (error) {
    // Too many aliases, or one that leads nowhere.
    throw new WrongRules([`${file}:1: ${error instanceof Error ? error.message : 'cannot be read'}`]);
  }
}

/** The rules of a file, or without one those that come with the product. Throws WrongRules. */
export function loadRules(file: string = shippedRuleFile()): RuleBook {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = typeof error === 'object' && error !== null && 'code' in error ? String(error.code) : undefined;
    throw new WrongRules([`the rule file ${file} cannot be read (${code ?? 'no reason given'})`]);
  }
  return parseRules(file, text);
}
