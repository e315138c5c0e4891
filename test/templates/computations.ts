import ts from 'typescript';

/** What a template may call; `entries` gives the items of a list with their positions. */
const CALLED = new Set(['print', 'include', 'layout']);

/**
 * What a template does beyond layout. It may loop, choose by what is there or by a kind, put two
 * texts together, and include; figures and words arrive ready.
 *
 * @param source a template as TypeScript
 */
export function computations(source: ts.SourceFile, checker: ts.TypeChecker): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    if (isLayout(node, checker)) ts.forEachChild(node, visit);
    else found.push(node);
  };
  for (const statement of source.statements) {
    if (ts.isFunctionDeclaration(statement) && statement.body) visit(statement.body);
  }
  return found;
}

function isLayout(node: ts.Node, checker: ts.TypeChecker): boolean {
  if (ts.isCallExpression(node)) return isLayoutCall(node);
  if (ts.isBinaryExpression(node)) return isLayoutOperator(node, checker);
  if (ts.isPrefixUnaryExpression(node)) return node.operator === ts.SyntaxKind.ExclamationToken;
  return LAYOUT.has(node.kind) || ts.isToken(node);
}

function isLayoutCall({ expression, arguments: given }: ts.CallExpression): boolean {
  if (ts.isIdentifier(expression)) return CALLED.has(expression.text);
  if (!ts.isPropertyAccessExpression(expression)) return false;
  return expression.name.text === 'entries' && given.length === 0;
}

function isLayoutOperator(
  { left, right, operatorToken }: ts.BinaryExpression,
  checker: ts.TypeChecker,
): boolean {
  const isText = (node: ts.Node) =>
    (checker.getTypeAtLocation(node).flags & ts.TypeFlags.StringLike) !== 0;
  switch (operatorToken.kind) {
    case ts.SyntaxKind.AmpersandAmpersandToken:
    case ts.SyntaxKind.BarBarToken:
      return true;
    case ts.SyntaxKind.EqualsEqualsEqualsToken:
      return ts.isStringLiteral(right);
    case ts.SyntaxKind.PlusToken:
      return isText(left) && isText(right);
    default:
      return false;
  }
}

const LAYOUT: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.Block,
  ts.SyntaxKind.ExpressionStatement,
  ts.SyntaxKind.VariableStatement,
  ts.SyntaxKind.VariableDeclarationList,
  ts.SyntaxKind.VariableDeclaration,
  ts.SyntaxKind.IfStatement,
  ts.SyntaxKind.ForOfStatement,
  ts.SyntaxKind.ArrayBindingPattern,
  ts.SyntaxKind.BindingElement,
  ts.SyntaxKind.PropertyAccessExpression,
  ts.SyntaxKind.ObjectLiteralExpression,
  ts.SyntaxKind.PropertyAssignment,
  ts.SyntaxKind.ShorthandPropertyAssignment,
  ts.SyntaxKind.SpreadAssignment,
]);
