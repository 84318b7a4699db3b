import ts from 'typescript';
import { INBOX_REJECTIONS } from '#casus/inbox/inbox-rejection';
import { REJECTIONS } from '#casus/rejection';
import * as refusals from '#commands/refusal';
import { HOME_REJECTIONS } from '#homes/home-rejection';
import { PARTNER_REJECTIONS } from '#partners/partner-rejection';
import { problemOfRefusal } from '#platform/http/problem';
import { paths, source } from '#tests/architecture/sources';

/** A refusal as it looks from outside. */
export interface ListedRefusal {
  readonly code: string;
  readonly status: number;
  readonly sentence: string;
}

type Kinds = Readonly<Record<string, readonly [Parameters<typeof problemOfRefusal>[0]['kind'], string]>>;

const listed = (table: Kinds): readonly ListedRefusal[] =>
  Object.entries(table).map(([name, [kind, sentence]]) => ({
    code: name,
    status: problemOfRefusal({ kind, code: name, sentence, details: {} }).status,
    sentence,
  }));

export const CASUS_REFUSALS = listed(REJECTIONS);
export const PARTNER_REFUSALS = listed(PARTNER_REJECTIONS);
export const INBOX_REFUSALS = listed(INBOX_REJECTIONS);
export const HOME_REFUSALS = listed(HOME_REJECTIONS);

/** What every command may be refused with, before or around its own decision. */
export const COMMAND_REFUSALS = [
  refusals.fieldsInvalid([]),
  refusals.actorUnknown(''),
  refusals.partnerUnknown(''),
  refusals.contended,
  refusals.revisionStale(0),
  refusals.keyReused,
].map(({ kind, code, sentence, details }) => ({
  code,
  status: problemOfRefusal({ kind, code, sentence, details }).status,
  sentence,
}));

const isCallOf = (node: ts.Node, name: string): node is ts.CallExpression =>
  ts.isCallExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === name;

/** What a text literal says; the open places of a template as `{name}`. */
function said(node: ts.Node | undefined): string | undefined {
  if (!node) return undefined;
  if (ts.isStringLiteralLike(node)) return node.text;
  if (!ts.isTemplateExpression(node)) return undefined;
  return (
    node.head.text + node.templateSpans.map((span) => `{${span.expression.getText()}}${span.literal.text}`).join('')
  );
}

/** The problems that a source makes itself: `problem(400, 'code', 'Sentence.')`. */
export function problemsIn(text: string): readonly ListedRefusal[] {
  const found: ListedRefusal[] = [];
  const visit = (node: ts.Node): void => {
    if (isCallOf(node, 'problem')) {
      const [status, code, sentence] = node.arguments;
      const [name, words] = [said(code), said(sentence)];
      if (status && ts.isNumericLiteral(status) && name !== undefined && words !== undefined) {
        found.push({ code: name, status: Number(status.text), sentence: words });
      }
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return found;
}

/** The problems that the web server and the queries make, by status and code. */
export const webRefusals = (): readonly ListedRefusal[] =>
  paths('apps', 'libs')
    .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
    .flatMap((path) => problemsIn(source(path).text))
    .sort((a, b) => a.status - b.status || a.code.localeCompare(b.code, 'en'));

/** The codes with which the player speaks of the form of a script, as `fault(…, 'code', …)` names them. */
export function scriptCodesIn(text: string): readonly string[] {
  const found: string[] = [];
  const visit = (node: ts.Node): void => {
    const second = isCallOf(node, 'fault') ? said(node.arguments[1]) : undefined;
    if (second !== undefined) found.push(second);
    if (ts.isPropertyAssignment(node) && node.name.getText() === 'code') {
      const value = said(node.initializer);
      if (value !== undefined) found.push(value);
    }
    ts.forEachChild(node, visit);
  };
  visit(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  return [...new Set(found)];
}

/** Every code that the player itself gives. */
export const scriptCodes = (): readonly string[] => [
  ...new Set(
    paths('libs/player/src')
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .flatMap((path) => scriptCodesIn(source(path).text)),
  ),
];
