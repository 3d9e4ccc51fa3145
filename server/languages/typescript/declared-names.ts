/** Which names a file declares, and where each of them holds. In doubt a name holds further than it does. */
import { ts, isFunctionNode } from './syntax.ts';

export interface DeclaredNames {
  /** @param node that may declare a name */
  note(node: ts.Node): void;
  /** @returns whether the file declares the name at all */
  has(name: string): boolean;
  /** @returns whether a declaration of the name holds at a position */
  holds(name: string, position: number): boolean;
}

export function declaredNames(): DeclaredNames {
  const ranges = new Map<string, { pos: number; end: number }[]>();
  const add = (name: ts.Node | undefined, scope: { pos: number; end: number }): void => {
    if (name === undefined) return;
    if (ts.isIdentifier(name)) ranges.set(name.text, [...ranges.get(name.text) ?? [], { pos: scope.pos, end: scope.end }]);
    else if (ts.isObjectBindingPattern(name) || ts.isArrayBindingPattern(name)) {
      for (const element of name.elements) if (ts.isBindingElement(element)) add(element.name, scope);
    }
  };
  return {
    note(node) {
      switch (node.kind) {
        case ts.SyntaxKind.VariableDeclaration:
          return add((node as ts.VariableDeclaration).name, scopeOf(node as ts.VariableDeclaration));
        case ts.SyntaxKind.Parameter:
        case ts.SyntaxKind.FunctionExpression:
        case ts.SyntaxKind.ClassExpression:
          return add((node as ts.ParameterDeclaration).name, ts.isParameter(node) ? node.parent : node);
        case ts.SyntaxKind.FunctionDeclaration:
          return add((node as ts.FunctionDeclaration).name, around(node.parent, isFunctionScope));
        case ts.SyntaxKind.ClassDeclaration:
        case ts.SyntaxKind.EnumDeclaration:
          return add((node as ts.ClassDeclaration).name, around(node.parent, isBlockScope));
        case ts.SyntaxKind.EnumMember:
          return add((node as ts.EnumMember).name, node.parent);
        case ts.SyntaxKind.ImportClause:
        case ts.SyntaxKind.NamespaceImport:
        case ts.SyntaxKind.ImportSpecifier:
        case ts.SyntaxKind.ImportEqualsDeclaration:
        case ts.SyntaxKind.ModuleDeclaration:
        case ts.SyntaxKind.NamespaceExportDeclaration:
          return add((node as ts.ImportSpecifier).name, node.getSourceFile());
      }
    },
    has: (name) => ranges.has(name),
    holds: (name, position) => (ranges.get(name) ?? []).some(({ pos, end }) => position >= pos && position < end),
  };
}

function scopeOf(node: ts.VariableDeclaration): ts.Node {
  if (ts.isCatchClause(node.parent)) return node.parent;
  const isVar = (node.parent.flags & ts.NodeFlags.BlockScoped) === 0;
  return around(node.parent, isVar ? isFunctionScope : isBlockScope);
}

function around(start: ts.Node, isScope: (node: ts.Node) => boolean): ts.Node {
  let node = start;
  while (!isScope(node)) node = node.parent;
  // What a namespace declares holds in its other parts too.
  return ts.isModuleBlock(node) ? node.getSourceFile() : node;
}

function isFunctionScope(node: ts.Node): boolean {
  return isFunctionNode(node) || ts.isSourceFile(node) || ts.isModuleBlock(node) || ts.isClassStaticBlockDeclaration(node);
}

function isBlockScope(node: ts.Node): boolean {
  return isFunctionScope(node) || ts.isBlock(node) || ts.isCaseBlock(node) || ts.isForStatement(node) || ts.isForOfStatement(node) || ts.isForInStatement(node);
}
