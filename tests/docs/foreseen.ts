import ts from 'typescript';

/** What only shows when the code runs. */
export const UNKNOWN = Symbol('unknown');

/** What is known of names before the code runs. */
export interface Foreseen {
  /** Of constants and parameters. */
  readonly names: ReadonlyMap<string, unknown>;
  /** Of members that are called so, whatever they are members of: `do`. */
  readonly members: Readonly<Record<string, unknown>>;
}

/** A member of a value, as far as it is known. */
export function memberOf(holder: unknown, key: unknown, { members }: Foreseen): unknown {
  if (typeof key !== 'string') return UNKNOWN;
  if (typeof holder === 'object' && holder !== null) return Reflect.get(holder, key) as unknown;
  return Object.hasOwn(members, key) ? members[key] : UNKNOWN;
}

type Both = (left: unknown, right: unknown) => unknown;

const whenKnown =
  (compute: Both): Both =>
  (left, right) =>
    left === UNKNOWN || right === UNKNOWN ? UNKNOWN : compute(left, right);

const COMPARISONS: Partial<Record<ts.SyntaxKind, Both>> = {
  [ts.SyntaxKind.EqualsEqualsEqualsToken]: whenKnown((left, right) => left === right),
  [ts.SyntaxKind.ExclamationEqualsEqualsToken]: whenKnown((left, right) => left !== right),
  [ts.SyntaxKind.GreaterThanToken]: whenKnown((left, right) => Number(left) > Number(right)),
  [ts.SyntaxKind.AmpersandAmpersandToken]: (left, right) => (left === UNKNOWN || !left ? left : right),
  [ts.SyntaxKind.BarBarToken]: (left, right) => (left === UNKNOWN || left ? left : right),
};

/** What an expression comes to, as far as that is known before the code runs; else UNKNOWN. */
export function valueOf(node: ts.Expression, foreseen: Foreseen): unknown {
  const value = (inner: ts.Expression) => valueOf(inner, foreseen);
  if (ts.isStringLiteralLike(node)) return node.text;
  if (ts.isNumericLiteral(node)) return Number(node.text);
  if (ts.isParenthesizedExpression(node) || ts.isAwaitExpression(node) || ts.isAsExpression(node)) {
    return value(node.expression);
  }
  if (ts.isIdentifier(node)) {
    if (node.text === 'undefined') return undefined;
    return foreseen.names.has(node.text) ? foreseen.names.get(node.text) : UNKNOWN;
  }
  if (ts.isPropertyAccessExpression(node)) return memberOf(value(node.expression), node.name.text, foreseen);
  if (ts.isElementAccessExpression(node)) {
    return memberOf(value(node.expression), value(node.argumentExpression), foreseen);
  }
  if (ts.isArrayLiteralExpression(node)) {
    const all = node.elements.map(value);
    return all.includes(UNKNOWN) ? UNKNOWN : all;
  }
  if (ts.isPrefixUnaryExpression(node) && node.operator === ts.SyntaxKind.ExclamationToken) {
    const negated = value(node.operand);
    return negated === UNKNOWN ? UNKNOWN : !negated;
  }
  if (ts.isConditionalExpression(node)) {
    const is = value(node.condition);
    return is === UNKNOWN ? UNKNOWN : value(is ? node.whenTrue : node.whenFalse);
  }
  if (ts.isBinaryExpression(node)) {
    return COMPARISONS[node.operatorToken.kind]?.(value(node.left), value(node.right)) ?? UNKNOWN;
  }
  return UNKNOWN;
}
