import ts from 'typescript';
import { paths, source } from '#tests/architecture/sources';

/** A declaration at the top of a file: what it says and which other names it uses. */
export interface Declaration {
  readonly file: string;
  readonly name: string;
  /** Texts between quotes. */
  readonly texts: readonly string[];
  /** Every name that stands in it, types left out. */
  readonly names: readonly string[];
  /** Names of declarations that it uses; those of other files by the file they come from. */
  readonly uses: readonly { readonly file: string; readonly name: string }[];
}

export type Declarations = ReadonlyMap<string, Declaration>;

const keyOf = (file: string, name: string): string => `${file}#${name}`;

/** `#casus/decide/checks` as the path of its file. */
const fileOf = (specifier: string): string => specifier.replace(/^#([a-z-]+)\/(.*)$/, 'libs/$1/src/$2.ts');

function importsOf(file: ts.SourceFile): ReadonlyMap<string, { file: string; name: string }> {
  const imports = new Map<string, { file: string; name: string }>();
  for (const statement of file.statements) {
    if (!ts.isImportDeclaration(statement) || !ts.isStringLiteral(statement.moduleSpecifier)) continue;
    const named = statement.importClause?.namedBindings;
    if (!named || !ts.isNamedImports(named)) continue;
    for (const { name, propertyName } of named.elements) {
      imports.set(name.text, { file: fileOf(statement.moduleSpecifier.text), name: (propertyName ?? name).text });
    }
  }
  return imports;
}

/** What stands in a piece of code, types left out: texts, names, and those names that may mean a declaration. */
function wordsIn(root: ts.Node): { readonly texts: string[]; readonly names: string[]; readonly meant: Set<string> } {
  const texts: string[] = [];
  const names: string[] = [];
  const meant = new Set<string>();
  const bound = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (ts.isTypeNode(node)) return;
    if (ts.isStringLiteralLike(node)) texts.push(node.text);
    if (ts.isIdentifier(node)) {
      names.push(node.text);
      const { parent } = node;
      if ((ts.isParameter(parent) || ts.isBindingElement(parent)) && parent.name === node) bound.add(node.text);
      else if (ts.isVariableDeclaration(parent) && parent.name === node) bound.add(node.text);
      else if (!isKey(node)) meant.add(node.text);
    }
    ts.forEachChild(node, visit);
  };
  visit(root);
  return { texts, names, meant: new Set([...meant].filter((name) => !bound.has(name))) };
}

/** Whether it is the name after a dot, or the one before a colon. */
function isKey(node: ts.Identifier): boolean {
  const { parent } = node;
  if (ts.isPropertyAccessExpression(parent) || ts.isPropertyAssignment(parent)) return parent.name === node;
  return ts.isBindingElement(parent) && parent.propertyName === node;
}

function topOf(file: ts.SourceFile): readonly { name: string; node: ts.Node }[] {
  return file.statements.flatMap((statement): { name: string; node: ts.Node }[] => {
    if (ts.isFunctionDeclaration(statement) && statement.name) return [{ name: statement.name.text, node: statement }];
    if (!ts.isVariableStatement(statement)) return [];
    return statement.declarationList.declarations.flatMap((one) =>
      ts.isIdentifier(one.name) ? [{ name: one.name.text, node: one }] : [],
    );
  });
}

/** The lines of a declaration that is a table: `NEEDS` holds `NEEDS.ask`. */
function linesOf(node: ts.Node): readonly { name: string; node: ts.Node }[] {
  let value = ts.isVariableDeclaration(node) ? node.initializer : undefined;
  while (value && (ts.isAsExpression(value) || ts.isSatisfiesExpression(value))) value = value.expression;
  if (!value || !ts.isObjectLiteralExpression(value)) return [];
  return value.properties.flatMap((line) => {
    const { name } = line;
    if (!ts.isPropertyAssignment(line) || !name || !(ts.isIdentifier(name) || ts.isStringLiteral(name))) return [];
    return [{ name: name.text, node: line.initializer }];
  });
}

/** The declarations of one source, and the lines of those that are tables. */
export function declarationsOf(path: string, text: string): readonly Declaration[] {
  const file = ts.createSourceFile(path, text, ts.ScriptTarget.Latest, true);
  const imports = importsOf(file);
  const top = topOf(file);
  const own = new Set(top.map(({ name }) => name));
  const declaration = (name: string, node: ts.Node): Declaration => {
    const { texts, names, meant } = wordsIn(node);
    const uses = [...meant].flatMap((used) => {
      if (used === name) return [];
      const imported = imports.get(used);
      return imported ? [imported] : [{ file: path, name: used }];
    });
    return { file: path, name, texts, names, uses: uses.filter((use) => use.file !== path || own.has(use.name)) };
  };
  return top.flatMap(({ name, node }) => [
    declaration(name, node),
    ...linesOf(node).map((line) => declaration(`${name}.${line.name}`, line.node)),
  ]);
}

/** All declarations of the product, by `file#name`. */
export const productDeclarations = (): Declarations =>
  new Map(
    paths('libs')
      .filter((path) => path.endsWith('.ts') && !path.endsWith('.spec.ts'))
      .flatMap((path) => declarationsOf(path, source(path).text))
      .map((one) => [keyOf(one.file, one.name), one]),
  );

/** Every text that a declaration, and what it uses, holds; files that `leftOut` names are not entered. */
export function textsFrom(
  declarations: Declarations,
  start: { readonly file: string; readonly name: string },
  leftOut: (file: string) => boolean,
): ReadonlySet<string> {
  const texts = new Set<string>();
  const seen = new Set<string>();
  const toDo = [start];
  for (let at = toDo.pop(); at; at = toDo.pop()) {
    const key = keyOf(at.file, at.name);
    const found = declarations.get(key);
    if (!found || seen.has(key) || leftOut(at.file)) continue;
    seen.add(key);
    for (const text of found.texts) texts.add(text);
    toDo.push(...found.uses);
  }
  return texts;
}
