import ts from 'typescript';
import { memberOf, UNKNOWN, valueOf, type Foreseen } from '#tests/docs/foreseen';

type FunctionNode = ts.FunctionDeclaration | ts.ArrowFunction;

/** The functions at the top of a file, by name. */
function functionsOf(file: ts.SourceFile): ReadonlyMap<string, FunctionNode> {
  const found = new Map<string, FunctionNode>();
  for (const statement of file.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.name) found.set(statement.name.text, statement);
    if (!ts.isVariableStatement(statement)) continue;
    for (const { name, initializer } of statement.declarationList.declarations) {
      if (ts.isIdentifier(name) && initializer && ts.isArrowFunction(initializer)) found.set(name.text, initializer);
    }
  }
  return found;
}

/**
 * The texts in that part of a function, and of those of its file that it calls, that can be reached with what is known
 * beforehand; what is not known may be anything. What it hands on in an object for others to call is left out. Throws
 * when there is no such function.
 */
export function textsReached(text: string, start: string, members: Foreseen['members']): ReadonlySet<string> {
  const functions = functionsOf(ts.createSourceFile('source.ts', text, ts.ScriptTarget.Latest, true));
  const first = functions.get(start);
  if (!first) throw new Error(`no function ${start}`);
  const texts = new Set<string>();
  const within = new Set<FunctionNode>();

  function enter(one: FunctionNode, given: readonly unknown[], outer: ReadonlyMap<string, unknown>): void {
    if (!one.body || within.has(one)) return;
    const names = new Map(outer);
    one.parameters.forEach(({ name }, n) => {
      bind(name, n in given ? given[n] : UNKNOWN, names);
    });
    within.add(one);
    walk(one.body, names);
    within.delete(one);
  }

  function bind(name: ts.BindingName, value: unknown, names: Map<string, unknown>): void {
    if (ts.isIdentifier(name)) {
      names.set(name.text, value);
      return;
    }
    for (const element of name.elements) {
      if (!ts.isBindingElement(element)) continue;
      const { name: inner, propertyName: key = inner, initializer } = element;
      const isMember = ts.isObjectBindingPattern(name) && !element.dotDotDotToken && ts.isIdentifier(key);
      const member = isMember ? memberOf(value, key.text, { names, members }) : UNKNOWN;
      bind(inner, member === undefined && initializer ? valueOf(initializer, { names, members }) : member, names);
    }
  }

  /** Walks one of two branches, or both; gives whether nothing behind them is reached. */
  function either(is: unknown, yes: ts.Node, no: ts.Node | undefined, names: Map<string, unknown>): boolean {
    const isYesOut = is !== UNKNOWN && !is;
    const isNoOut = is !== UNKNOWN && Boolean(is);
    const yesEnds = isYesOut || walk(yes, names);
    const noEnds = isNoOut || (no !== undefined && walk(no, names));
    return yesEnds && noEnds;
  }

  /** Walks what is reached; gives whether nothing behind it is. */
  function walk(node: ts.Node, names: Map<string, unknown>): boolean {
    if (ts.isTypeNode(node)) return false;
    if (ts.isStringLiteralLike(node)) texts.add(node.text);
    if (ts.isBlock(node)) return node.statements.some((statement) => walk(statement, names));
    if (ts.isIfStatement(node)) {
      walk(node.expression, names);
      return either(valueOf(node.expression, { names, members }), node.thenStatement, node.elseStatement, names);
    }
    if (ts.isConditionalExpression(node)) {
      walk(node.condition, names);
      either(valueOf(node.condition, { names, members }), node.whenTrue, node.whenFalse, names);
      return false;
    }
    if (ts.isBinaryExpression(node) && node.operatorToken.kind === ts.SyntaxKind.AmpersandAmpersandToken) {
      walk(node.left, names);
      either(valueOf(node.left, { names, members }), node.right, undefined, names);
      return false;
    }
    if (ts.isArrowFunction(node)) {
      if (!ts.isPropertyAssignment(node.parent)) enter(node, [], names);
      return false;
    }
    if (ts.isMethodDeclaration(node)) return false;
    ts.forEachChild(node, (child) => void walk(child, names));
    if (ts.isCallExpression(node) && ts.isIdentifier(node.expression)) {
      const called = functions.get(node.expression.text);
      const given = node.arguments.map((argument) => valueOf(argument, { names, members }));
      if (called) enter(called, given, new Map());
    }
    if (ts.isVariableDeclaration(node)) {
      const isFixed = (node.parent.flags & ts.NodeFlags.Const) !== 0;
      bind(node.name, isFixed && node.initializer ? valueOf(node.initializer, { names, members }) : UNKNOWN, names);
    }
    return ts.isReturnStatement(node) || ts.isThrowStatement(node);
  }

  enter(first, [], new Map());
  return texts;
}
