/** Resources that are opened and must be closed: what happens to the variable that holds them. */
import type { AcquisitionFact } from '../../../facts/file-facts.ts';
import { ts, isFunctionNode, type Source } from '../syntax.ts';
import { calleeName, calleeTarget, receiverOf } from '../names.ts';
import type { Declared, Scopes } from '../scopes.ts';
import type { Collector, Place } from '../walk.ts';
import { useOf } from './calls.ts';

/** Callees that may open something; the rule decides which of them really do. */
const OPENS = new RegExp(
  '^(open|openSync|opendir|opendirSync|create(Write)?Stream|createWriteStream|createConnection|createInterface|createClient|'
  + 'connect|getConnection|getClient|acquire|Client|MongoClient|Database|DatabaseSync|Redis|WebSocket|EventSource|launch|'
  + 'launchPersistentContext)$',
);
const CLOSES = new RegExp(
  '^(close|closeSync|closeAsync|end|release|destroy|dispose|disconnect|quit|terminate|unref|kill|stop|shutdown|return|finish)$|'
  + '^(close|release|destroy|dispose|disconnect)[A-Z]',
);
/** Passes it to something that closes it when finished. */
const TAKES_OVER = /^(pipe|pipeTo|pipeThrough|pipeline|finished)$/;
/** Streams of an open file close it at their end. */
const STREAMS = /^(createReadStream|createWriteStream|readableWebStream|readLines)$/;

type Followed = Pick<AcquisitionFact, 'escapes' | 'closedBy' | 'closedInFinally' | 'exitBeforeClose'>;

interface Use {
  closes: string | null;
  /** The receiver closes it. */
  takenOver: boolean;
  escapes: boolean;
}

const NOTHING: Use = { closes: null, takenOver: false, escapes: false };

function closing(by: string, takenOver = false): Use {
  return { closes: by, takenOver, escapes: false };
}

interface Closing {
  by: string;
  node: ts.Node;
  place: 'finally' | 'catch' | 'later' | 'plain';
}

export interface AcquisitionCollector extends Collector {
  acquisitions: AcquisitionFact[];
}

/** Follows a resource until it is closed or leaves the function. */
export function acquisitionCollector(source: Source, scopes: Scopes): AcquisitionCollector {
  const acquisitions: AcquisitionFact[] = [];
  const add = (node: ts.CallExpression | ts.NewExpression, at: Place): void => {
    const callee = calleeName(source, node.expression);
    const written = callee.path.at(-1) ?? callee.root?.text ?? '';
    if (!OPENS.test(written) && !isRenamed(callee.root, callee.path.length)) return;
    const target = calleeTarget(source, scopes, node.expression);
    const name = target?.member.split('.').at(-1) ?? written;
    const receiver = receiverOf(source, scopes, node.expression);
    const settled = settledOf(node);
    const use = useOf(source, settled);
    const held = holderOf(settled);
    const base = {
      callee: callee.text, name: name === 'default' ? written : name, module: target?.module
        ?? null, member: target?.member ?? null, span: source.span(node), function: at.function, awaited: use.awaited,
      ...(receiver === null ? {} : { receiver }),
    };
    if (held === null) {
      const closedBy = chainCloses(settled);
      // Used in place: closing it depends on the chain; returned, stored or passed on: on other code.
      acquisitions.push({
        ...base, variable: null, managed: false, escapes: use.result !== 'unused' && use.result !== 'member', closedBy,
        closedInFinally: closedBy.length > 0, exitBeforeClose: false,
      });
      return;
    }
    const managed = ts.isVariableDeclarationList(held.declaration.parent) && (held.declaration.parent.flags & ts.NodeFlags.Using) === ts.NodeFlags.Using;
    acquisitions.push({ ...base, variable: (held.declaration.name as ts.Identifier).text, managed, ...follow(held.declaration, held.opened) });
  };
  return { acquisitions, on: { [ts.SyntaxKind.CallExpression]: add, [ts.SyntaxKind.NewExpression]: add } };

  /** The whole of `open(path).catch(() => null)`, which gives what was opened. */
  function settledOf(node: ts.CallExpression | ts.NewExpression): ts.CallExpression | ts.NewExpression {
    let value = node;
    while (ts.isPropertyAccessExpression(value.parent) && /^(catch|finally)$/.test(value.parent.name.text) && ts.isCallExpression(value.parent.parent))
      value = value.parent.parent;
    return value;
  }

  /** `import { openSync as start }`. */
  function isRenamed(root: ts.Identifier | null, steps: number): boolean {
    if (root === null || steps > 0) return false;
    const declared = scopes.lookup(root.text, root);
    return declared?.kind === 'import' && declared.imported !== root.text && OPENS.test(declared.imported.split('.').at(-1)!);
  }

  /** The local variable that holds the result, and where it is assigned; null for fields, outer variables and use in place. */
  function holderOf(node: ts.Expression): { declaration: ts.VariableDeclaration; opened: ts.Node } | null {
    let value: ts.Node = node;
    while (ts.isAwaitExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isParenthesizedExpression(value.parent)
      || ts.isNonNullExpression(value.parent)) value = value.parent;
    const parent = value.parent;
    if (ts.isVariableDeclaration(parent))
      return ts.isIdentifier(parent.name) && ts.isVariableDeclarationList(parent.parent) ? { declaration: parent, opened: parent } : null;
    if (!ts.isBinaryExpression(parent) || parent.right !== value || !ts.isIdentifier(parent.left) || !ts.isExpressionStatement(parent.parent)) return null;
    const declared = scopes.lookup(parent.left.text, parent.left);
    if (declared?.kind !== 'let' || declared.path.length > 0 || scopeOf(declared.node) !== scopeOf(parent)) return null;
    return { declaration: declared.node, opened: parent };
  }

  function follow(declaration: ts.VariableDeclaration, opened: ts.Node): Followed {
    const name = (declaration.name as ts.Identifier).text;
    const scope = scopeOf(declaration);
    const closings: Closing[] = [];
    let escapes = false;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === name && node !== declaration.name && !isMemberName(node) && isSame(scopes.lookup(name, node), declaration)) {
        const use = judgeUse(node);
        // What a function that runs later uses lives as long as that function.
        const later = scopeOf(node) !== scope;
        if (use.closes !== null) closings.push({ by: use.closes, node, place: later || use.takenOver ? 'later' : placeOf(node, scope) });
        else if (use.escapes || later) escapes = true;
      }
      ts.forEachChild(node, visit);
    };
    visit(scope);
    const everywhere = closings.some((each) => each.place === 'finally' || each.place === 'later')
      || (closings.some((each) => each.place === 'catch') && closings.some((each) => each.place === 'plain'));
    const first = Math.min(...closings.map((each) => each.node.pos));
    return {
      escapes,
      closedBy: closings.map((each) => each.by),
      closedInFinally: everywhere,
      exitBeforeClose: closings.length > 0 && !everywhere && canLeave(scope, afterOpening(opened), first),
    };
  }

  /** What one use of the variable does with it. */
  function judgeUse(node: ts.Identifier): Use {
    let value: ts.Node = node;
    while (ts.isNonNullExpression(value.parent) || ts.isParenthesizedExpression(value.parent)) value = value.parent;
    const { parent } = value;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === value) return memberUse(parent);
    if (ts.isElementAccessExpression(parent) && parent.expression === value)
      return /[dD]ispose/.test(parent.argumentExpression.getText(source.file)) ? closing('dispose') : NOTHING;
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== value) return argumentUse(parent);
    if (ts.isForOfStatement(parent) && parent.expression === value) return closing('for await', true);
    return isOnlyLookedAt(value) ? NOTHING : { ...NOTHING, escapes: true };
  }

  /** `x.close()`, `x.pipe(y)`, `onEnd(x.close)`. */
  function memberUse(access: ts.PropertyAccessExpression): Use {
    const member = access.name.text;
    const called = ts.isCallExpression(access.parent) && access.parent.expression === access;
    if ((TAKES_OVER.test(member) || STREAMS.test(member)) && called) return closing(member, true);
    return ts.isCallExpression(access.parent) && CLOSES.test(member) ? closing(member) : NOTHING;
  }

  /** `closeSync(x)`, `pipeline(y, x)`, `use(x)`. */
  function argumentUse(call: ts.CallExpression | ts.NewExpression): Use {
    const callee = calleeName(source, call.expression);
    const last = callee.path.at(-1) ?? callee.root?.text ?? '';
    if (TAKES_OVER.test(last)) return closing(last, true);
    if (CLOSES.test(last)) return closing(last);
    // A descriptor number passed to `fs.read(fd)` is still ours to close; an object passed on may be closed there.
    const module = calleeTarget(source, scopes, call.expression)?.module;
    return module === 'fs' || /^(console|expect|assert|String|Boolean|Number)\b/.test(callee.text) ? NOTHING : { ...NOTHING, escapes: true };
  }

  function chainCloses(node: ts.Node): string[] {
    const closed: string[] = [];
    for (let current = node.parent; current && !ts.isStatement(current) && !isFunctionNode(current); current = current.parent) {
      if (ts.isPropertyAccessExpression(current) && (CLOSES.test(current.name.text) || TAKES_OVER.test(current.name.text))) closed.push(current.name.text);
    }
    return closed;
  }
}

/** `a ?? b` and the like return one of their operands. */
const LAZY: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.QuestionQuestionToken, ts.SyntaxKind.BarBarToken, ts.SyntaxKind.AmpersandAmpersandToken,
  ts.SyntaxKind.CommaToken,
]);

/** Tested, compared, or assigned to. */
function isOnlyLookedAt(value: ts.Node): boolean {
  const { parent } = value;
  if (ts.isBinaryExpression(parent))
    return (parent.left === value || parent.operatorToken.kind !== ts.SyntaxKind.EqualsToken) && !LAZY.has(parent.operatorToken.kind);
  return ts.isExpressionStatement(parent) || ts.isIfStatement(parent) || ts.isPrefixUnaryExpression(parent) || ts.isTypeOfExpression(parent)
    || ts.isTypeQueryNode(parent);
}

function isMemberName(node: ts.Identifier): boolean {
  return (ts.isPropertyAccessExpression(node.parent) && node.parent.name === node)
    || (ts.isPropertyAssignment(node.parent) && node.parent.name === node)
    || (ts.isBindingElement(node.parent) && node.parent.propertyName === node);
}

/** A `var` is the same throughout its function. */
function isSame(declared: Declared | null, declaration: ts.VariableDeclaration): boolean {
  if (declared?.node === declaration) return true;
  if ((declaration.parent.flags & ts.NodeFlags.BlockScoped) !== 0) return false;
  return declared === null || (declared.kind === 'let' && scopeOf(declared.node) === scopeOf(declaration));
}

/** After the opening; after its whole `try` when that contains nothing else, since its handler then means that the opening failed. */
function afterOpening(opened: ts.Node): number {
  const statement = ts.isVariableDeclaration(opened) ? opened.parent.parent : opened.parent;
  const block = statement.parent;
  return ts.isBlock(block) && ts.isTryStatement(block.parent) && block.parent.tryBlock === block && block.statements.at(-1) === statement
    ? block.parent.end
    : opened.end;
}

function scopeOf(node: ts.Node): ts.Node {
  let scope: ts.Node = node;
  while (scope.parent && !isFunctionNode(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
  return scope;
}

function placeOf(node: ts.Node, scope: ts.Node): Closing['place'] {
  for (let current = node; current !== scope && current.parent; current = current.parent) {
    if (ts.isTryStatement(current.parent) && current.parent.finallyBlock === current) return 'finally';
    if (ts.isCatchClause(current)) return 'catch';
  }
  return 'plain';
}

/** A `return`, `throw`, `await` or call between two offsets: something that can leave before the close. */
function canLeave(scope: ts.Node, from: number, to: number): boolean {
  const visit = (node: ts.Node): boolean => {
    if (node.end <= from || node.pos >= to) return false;
    if (node.pos >= from && (ts.isReturnStatement(node) || ts.isThrowStatement(node) || ts.isAwaitExpression(node) || ts.isCallExpression(node))
      && node.end <= to && !isFunctionNode(node)) return true;
    if (isFunctionNode(node) && node !== scope) return false;
    return ts.forEachChild(node, visit) ?? false;
  };
  return visit(scope);
}
