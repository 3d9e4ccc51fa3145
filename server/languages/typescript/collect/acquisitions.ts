/** Things that are opened and must be closed: what happens to the variable that holds them. */
import type { AcquisitionFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, type Source } from '../syntax.ts';
import { calleeName, importTarget } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import type { Collector, Place } from '../walk.ts';
import { useOf } from './calls.ts';

/** Callees that may open something; which of them really do is the rule's to say. */
const OPENS = /^(open|openSync|opendir|opendirSync|create(Read|Write)?Stream|createConnection|createServer|createInterface|createPool|createClient|createWriter|createReader|connect|getConnection|getClient|acquire|watch|watchFile|FileHandle|Pool|PoolClient|Client|MongoClient|DataSource|Database|DatabaseSync|Redis|WebSocket|EventSource|Worker|fromFile|launch|newPage|newContext|createReadStream|createWriteStream)$/;
const CLOSES = /^(close|closeSync|end|release|destroy|dispose|disconnect|quit|terminate|unref|unwatch|kill|abort|stop|shutdown|cancel|return|finish|pipe|pipeTo|pipeThrough)$|^(close|release|destroy|dispose|disconnect)[A-Z]/;

export interface AcquisitionCollector extends Collector {
  acquisitions: AcquisitionFact[];
}

export function acquisitionCollector(source: Source, scopes: Scopes): AcquisitionCollector {
  const acquisitions: AcquisitionFact[] = [];
  const add = (node: ts.CallExpression | ts.NewExpression, at: Place): void => {
    const callee = calleeName(source, node.expression);
    const name = callee.path.at(-1) ?? callee.root?.text ?? '';
    if (!OPENS.test(name)) return;
    const target = callee.root ? importTarget(scopes.lookup(callee.root.text, callee.root), callee.path) : null;
    const use = useOf(source, node);
    const declaration = declarationOf(node);
    const base = { callee: callee.text, name, module: target?.module ?? null, member: target?.member ?? null, span: source.span(node), function: at.function };
    if (declaration === null) {
      // Used in place: closing it depends on the chain; returned, stored or passed on, on others.
      acquisitions.push({ ...base, variable: null, managed: false, escapes: use.result !== 'unused' && use.result !== 'member', closedBy: chainCloses(node), closedInFinally: false, exitBeforeClose: false });
      return;
    }
    const managed = (declaration.parent.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using || (declaration.parent.flags & ts.NodeFlags.AwaitUsing) === ts.NodeFlags.AwaitUsing;
    acquisitions.push({ ...base, variable: (declaration.name as ts.Identifier).text, managed, ...followVariable(declaration) });
  };
  return { acquisitions, on: { [ts.SyntaxKind.CallExpression]: add, [ts.SyntaxKind.NewExpression]: add } };

  function followVariable(declaration: ts.VariableDeclaration): Pick<AcquisitionFact, 'escapes' | 'closedBy' | 'closedInFinally' | 'exitBeforeClose'> {
    const name = (declaration.name as ts.Identifier).text;
    const scope = scopeOf(declaration);
    const found = { escapes: false, closedBy: [] as string[], closedInFinally: false, exitBeforeClose: false };
    let firstClose = Number.POSITIVE_INFINITY;
    const close = (by: string, node: ts.Node): void => {
      found.closedBy.push(by);
      firstClose = Math.min(firstClose, node.pos);
      if (isInFinally(node, scope)) found.closedInFinally = true;
    };
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === name && node !== declaration.name) noteUse(node, close, found);
      ts.forEachChild(node, visit);
    };
    visit(scope);
    if (firstClose !== Number.POSITIVE_INFINITY && !found.closedInFinally) found.exitBeforeClose = canLeave(scope, declaration.end, firstClose);
    return found;
  }

  function noteUse(node: ts.Identifier, close: (by: string, node: ts.Node) => void, found: { escapes: boolean }): void {
    const parent = node.parent;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (ts.isCallExpression(parent.parent) && parent.parent.expression === parent && CLOSES.test(parent.name.text)) close(parent.name.text, node);
      else if (ts.isCallExpression(parent.parent) && parent.parent.arguments.includes(parent)) { if (CLOSES.test(parent.name.text)) close(parent.name.text, node); }
      else if (/^dispose|asyncDispose$/.test(parent.name.text)) close(parent.name.text, node);
      return;
    }
    if (ts.isElementAccessExpression(parent) && parent.expression === node) return;
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== node) {
      const callee = calleeName(source, parent.expression);
      const last = callee.path.at(-1) ?? callee.root?.text ?? '';
      if (CLOSES.test(last) || /^(pipeline|finished|once)$/.test(last)) close(last, node);
      // A number handed to `fs.read(fd)` is still ours to close; an object handed on may be closed there.
      else if (!/^(fs|node:fs)$/.test(importTarget(callee.root ? scopes.lookup(callee.root.text, callee.root) : null, callee.path)?.module ?? '') && !/^(console|expect|assert)/.test(callee.text)) found.escapes = true;
      return;
    }
    if (ts.isForOfStatement(parent) && parent.expression === node) return close('for await', node);
    if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isShorthandPropertyAssignment(parent) || ts.isPropertyAssignment(parent)
      || ts.isArrayLiteralExpression(parent) || ts.isYieldExpression(parent) || ts.isSpreadElement(parent) || ts.isExportSpecifier(parent) || ts.isExportAssignment(parent)
      || ts.isAsExpression(parent) || ts.isConditionalExpression(parent) || ts.isPropertyDeclaration(parent)) found.escapes = true;
    else if (ts.isBinaryExpression(parent) && parent.right === node && parent.operatorToken.kind === ts.SyntaxKind.EqualsToken) found.escapes = true;
    else if (ts.isVariableDeclaration(parent) && parent.initializer === node) found.escapes = true;
  }

  function chainCloses(node: ts.Node): string[] {
    const closed: string[] = [];
    for (let current = node.parent; current && !ts.isStatement(current) && !isFunctionNode(current); current = current.parent) {
      if (ts.isPropertyAccessExpression(current) && CLOSES.test(current.name.text)) closed.push(current.name.text);
    }
    return closed;
  }
}

/** The variable that a call's result is kept in, `await` and casts seen through. */
function declarationOf(node: ts.Expression): (ts.VariableDeclaration & { parent: ts.VariableDeclarationList }) | null {
  let value: ts.Node = node;
  while (ts.isAwaitExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isParenthesizedExpression(value.parent) || ts.isNonNullExpression(value.parent)) value = value.parent;
  const parent = value.parent;
  return ts.isVariableDeclaration(parent) && ts.isIdentifier(parent.name) && ts.isVariableDeclarationList(parent.parent) ? parent as ts.VariableDeclaration & { parent: ts.VariableDeclarationList } : null;
}

function scopeOf(declaration: ts.Node): ts.Node {
  let scope: ts.Node = declaration;
  while (scope.parent && !isFunctionNode(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return scope;
}

function isInFinally(node: ts.Node, scope: ts.Node): boolean {
  for (let current = node; current !== scope && current.parent; current = current.parent) {
    if (ts.isTryStatement(current.parent) && current.parent.finallyBlock === current) return true;
  }
  return false;
}

/** Between two offsets stands a `return`, `throw`, `await` or call: something that can leave before the close. */
function canLeave(scope: ts.Node, from: number, to: number): boolean {
  const visit = (node: ts.Node): boolean => {
    if (node.end <= from || node.pos >= to) return false;
    if (node.pos >= from && (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isAwaitExpression(node) || ts.isCallExpression(node))
      && node.end < to && !isFunctionNode(node)) return true;
    if (isFunctionNode(node) && node !== scope) return false;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(scope);
}
