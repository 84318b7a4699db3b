import ts from 'typescript';

/** One thing found in a source, with the line it stands on. */
export interface Found {
  readonly what: string;
  readonly line: number;
}

/** What the walk below tells of one source text. */
export interface Syntax {
  /** Module specifiers of imports, re-exports and dynamic imports. */
  readonly imports: readonly Found[];
  /** Names taken out of other modules, as `module name`. */
  readonly importedNames: readonly Found[];
  /** `a.b` for every property read of a plain name, and every plain name that is called. */
  readonly uses: readonly Found[];
  /** Names of the classes declared; an abstract one as `abstract Name`. */
  readonly classes: readonly Found[];
  /** Texts between quotes and in templates. */
  readonly texts: readonly Found[];
}

const isAbstract = (node: ts.ClassDeclaration): boolean =>
  node.modifiers?.some((modifier) => modifier.kind === ts.SyntaxKind.AbstractKeyword) ?? false;

/** `Date.now`, `fetch()`, or `new Date()` where no moment is given; undefined for anything else. */
function useIn(node: ts.Node): string | undefined {
  if (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression)) {
    return `${node.expression.text}.${node.name.text}`;
  }
  if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) return `${node.expression.text}()`;
  if (ts.isNewExpression(node) && ts.isIdentifier(node.expression) && !node.arguments?.length) {
    return `new ${node.expression.text}()`;
  }
  return undefined;
}

function specifierIn(node: ts.Node): ts.Node | undefined {
  if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return node.moduleSpecifier;
  if (ts.isCallExpression(node) && node.expression.kind === ts.SyntaxKind.ImportKeyword) return node.arguments[0];
  return undefined;
}

/** Reads a TypeScript text with the compiler's own parser, so that comments and quoted code are not taken for code. */
export function syntaxOf(text: string): Syntax {
  const file = ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true);
  const found = { imports: [], importedNames: [], uses: [], classes: [], texts: [] } satisfies Record<string, Found[]>;
  const note = (list: Found[], what: string, node: ts.Node): void => {
    list.push({ what, line: file.getLineAndCharacterOfPosition(node.getStart()).line + 1 });
  };
  const visit = (node: ts.Node): void => {
    const specifier = specifierIn(node);
    if (specifier && ts.isStringLiteralLike(specifier)) note(found.imports, specifier.text, node);
    if (ts.isImportSpecifier(node)) {
      const from = node.parent.parent.parent.moduleSpecifier;
      if (ts.isStringLiteralLike(from))
        note(found.importedNames, `${from.text} ${(node.propertyName ?? node.name).text}`, node);
    }
    const use = useIn(node);
    if (use) note(found.uses, use, node);
    if (ts.isClassDeclaration(node) && node.name) {
      note(found.classes, `${isAbstract(node) ? 'abstract ' : ''}${node.name.text}`, node);
    }
    if (ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddleOrTemplateTail(node)) {
      note(found.texts, node.text, node);
    }
    ts.forEachChild(node, visit);
  };
  visit(file);
  return found;
}
