/** Promises that are used, tested or dropped where their value was meant: of asynchronous functions of the file, and of those imported. */
import type { FunctionFact } from '../../../facts/file-facts.ts';
import type { ModuleFacts, UnawaitedFact } from '../../../facts/module-facts.ts';
import { MOST_UNAWAITED } from '../../kit/unawaited.ts';
import { escapePattern } from '../../../text/escape-pattern.ts';
import { asyncFunctions } from '../async-functions.ts';
import { calleeName } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { ts, hasModifier, isFunctionNode, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { letsErrorsOut } from './lets-errors-out.ts';

export interface UnawaitedCollector extends Collector {
  finish(): Pick<ModuleFacts, 'unawaited' | 'asyncFunctions'>;
}

/** What a promise has. */
const OF_PROMISES = /^(then|catch|finally|constructor|toString|valueOf|hasOwnProperty|__proto__)$/;
/** A comment that says that nobody waits on purpose. */
const MEANT = /await|background|fire|forget|async|promise|floating|block|wait|parallel|concurrent|detach|telemetry|analytics|metrics/i;
/** Tells of something that has happened, whether it arrives or not. */
const TELLS = /(^|\.)_?(log(?!in|out|o)|track)\w*$|telemetry|analytics|metrics/i;
/** Methods of a list that take a promise of their callback for true. */
const ASKS = /^(filter|find|findIndex|findLast|findLastIndex|some|every)$/;
/** Libraries whose lists wait for callbacks. */
const WAITS = /\$\$\(|\b(Readable|ReadableStream|AsyncIter\w*|Observable|[bB]luebird|Stream|wdio|webdriverio)\b/;
/** In a longer function, uses of a variable are not looked for. */
const LONGEST = 40_000;

/** @param source a file @param scopes of its names @param around the functions of the file, filled during the walk */
export function unawaitedCollector(source: Source, scopes: Scopes, around: readonly FunctionFact[]): UnawaitedCollector {
  const unawaited: UnawaitedFact[] = [];
  const functions = asyncFunctions(source, scopes);
  const habits = new Map<string, { dropped: number; heard: boolean }>();
  const add = (kind: UnawaitedFact['kind'], call: ts.CallExpression, at: Place, node: ts.Node = call, use = ''): void => {
    const fn = functions.calledBy(call);
    const from = fn === null ? functions.importedBy(call) : null;
    if ((fn === null && from === null) || (fn !== null && kind === 'unheard' && !letsErrorsOut(fn))) return;
    const callee = calleeName(source, call.expression).text;
    unawaited.push({
      kind, callee, use, ...(from === null ? {} : { from }), ...(kind === 'unheard' ? { habit: habitOf(callee) } : {}),
      place: around[at.function]?.name ?? '', span: source.span(node),
    });
  };

  return {
    finish() {
      const own = functions.ofTopLevel().map(([name, fn]) => ({ name, ...(letsErrorsOut(fn) ? {} : { catches: true as const }) }));
      return {
        ...(unawaited.length === 0 ? {} : { unawaited: unawaited.slice(0, MOST_UNAWAITED) }),
        ...(own.length === 0 ? {} : { asyncFunctions: own }),
      };
    },
    on: {
      [ts.SyntaxKind.CallExpression]: (call: ts.CallExpression, at: Place) => {
        const node = outermost(call);
        const { parent } = node;
        if (ts.isExpressionStatement(parent)) {
          if (isHearable(parent)) addUnheard(call, at);
        } else if (decides(node)) add('condition', call, at);
        else if (!source.typescript) usedAsValue(call, node, at);
        if (!ts.isExpressionStatement(parent) && !ts.isAwaitExpression(parent)) addAnswer(call, at);
      },
    },
  };

  function addUnheard(call: ts.CallExpression, at: Place): void {
    const callback = callbackOf(call, /^forEach$/);
    if (callback !== null) {
      if (letsErrorsOut(callback)) push('each', call, callback, at);
    } else if (!TELLS.test(calleeName(source, call.expression).text)) add('unheard', call, at);
  }

  /** `list.filter(async (each) => …)` */
  function addAnswer(call: ts.CallExpression, at: Place): void {
    const callback = callbackOf(call, ASKS);
    if (callback !== null && !WAITS.test(source.text)) push('answer', call, callback, at);
  }

  function push(kind: 'each' | 'answer', call: ts.CallExpression, callback: ts.ArrowFunction | ts.FunctionExpression, at: Place): void {
    const span = source.spanBetween(call.getStart(source.file), callback.body.getStart(source.file));
    unawaited.push({ kind, callee: calleeName(source, call.expression).text, use: '', place: around[at.function]?.name ?? '', span });
  }

  /** Only in JavaScript: the compiler tells of it elsewhere. */
  function usedAsValue(call: ts.CallExpression, node: ts.Expression, at: Place): void {
    const { parent } = node;
    if (ts.isPropertyAccessExpression(parent) && parent.expression === node) {
      if (!OF_PROMISES.test(parent.name.text)) add('value', call, at, call, `.${parent.name.text}`);
    } else if (ts.isElementAccessExpression(parent) && parent.expression === node) {
      add('value', call, at, call, '[…]');
    } else if (ts.isVariableDeclaration(parent) && parent.initializer === node) {
      const isConstant = (parent.parent.flags & ts.NodeFlags.BlockScoped) === ts.NodeFlags.Const;
      if (!isConstant || (functions.calledBy(call) ?? functions.importedBy(call)) === null) return;
      if (ts.isIdentifier(parent.name)) {
        const use = firstUse(parent, parent.name.text);
        if (use !== null) add('value', call, at, use.node, use.text);
      } else {
        const [first] = parent.name.elements;
        const key = first !== undefined && ts.isBindingElement(first) ? first.propertyName ?? first.name : undefined;
        if (key === undefined || !ts.isIdentifier(key) || OF_PROMISES.test(key.text)) return;
        add('value', call, at, call, ts.isObjectBindingPattern(parent.name) ? `.${key.text}` : '[…]');
      }
    }
  }

  /** The first place that reads a property of the variable, unless something is written into it. */
  function firstUse(declaration: ts.VariableDeclaration, name: string): { node: ts.Node; text: string } | null {
    let scope: ts.Node = declaration.parent.parent;
    while (!isFunctionNode(scope) && !ts.isSourceFile(scope)) scope = scope.parent;
    if (scope.end - scope.pos > LONGEST) return null;
    let found: { node: ts.Node; text: string } | null = null;
    let isOther = false;
    const visit = (node: ts.Node): void => {
      if (ts.isIdentifier(node) && node.text === name && node !== declaration.name && isRead(node)) {
        const declared = scopes.lookup(name, node);
        const { parent } = node;
        const isMember = (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) && parent.expression === node;
        if (declared !== null && declared.node === declaration && isMember) {
          if (ts.isBinaryExpression(parent.parent) && parent.parent.left === parent) isOther = true;
          else if (ts.isElementAccessExpression(parent)) found ??= { node: parent, text: '[…]' };
          else if (!OF_PROMISES.test(parent.name.text)) found ??= { node: parent, text: `.${parent.name.text}` };
        }
      }
      ts.forEachChild(node, visit);
    };
    visit(scope);
    return isOther ? null : found;
  }

  /** A statement directly in a `try` with a `catch`, in an asynchronous function, about which no comment says that nobody is to wait. */
  function isHearable(statement: ts.ExpressionStatement): boolean {
    let isTried = false;
    for (let inner: ts.Node = statement; inner.parent !== undefined; inner = inner.parent) {
      const { parent } = inner;
      if (ts.isTryStatement(parent) && parent.tryBlock === inner && parent.catchClause !== undefined) isTried = true;
      // One event of many is handled while the next is waited for.
      if (ts.isCaseOrDefaultClause(parent) || (ts.isForOfStatement(parent) && parent.awaitModifier !== undefined)) return false;
      if (isFunctionNode(parent)) return isTried && hasModifier(parent, ts.SyntaxKind.AsyncKeyword) && !isRemarked(statement);
    }
    return false;
  }

  function habitOf(callee: string): { dropped: number; heard: boolean } {
    let habit = habits.get(callee);
    if (habit === undefined) {
      const name = escapePattern(callee);
      const dropped = source.text.match(new RegExp(String.raw`(?:^|[;{}])[^\S\n]*${name}\(`, 'gm'))?.length ?? 0;
      const heard = new RegExp(String.raw`\b(?:await|return)\s+${name}\(|(?<![\w$.])${name}\([^\n]*\)\s*\.(?:then|catch)\b`).test(source.text);
      habits.set(callee, (habit = { dropped, heard }));
    }
    return habit;
  }

  function isRemarked(statement: ts.Statement): boolean {
    const { text } = source;
    const comments = [...ts.getLeadingCommentRanges(text, statement.pos) ?? [], ...ts.getTrailingCommentRanges(text, statement.end) ?? []];
    return comments.some(({ pos, end }) => MEANT.test(text.slice(pos, end)));
  }
}

/** The asynchronous function that alone is given to a method. */
function callbackOf(call: ts.CallExpression, method: RegExp): ts.ArrowFunction | ts.FunctionExpression | null {
  const [callback] = call.arguments;
  const isOne = callback !== undefined && (ts.isArrowFunction(callback) || ts.isFunctionExpression(callback));
  if (!isOne || call.arguments.length > 1 || !hasModifier(callback, ts.SyntaxKind.AsyncKeyword) || callback.asteriskToken !== undefined) return null;
  return ts.isPropertyAccessExpression(call.expression) && method.test(call.expression.name.text) ? callback : null;
}

/** A name that stands for the variable, not for a property or key. */
function isRead({ parent }: ts.Identifier): boolean {
  return !(ts.isPropertyAssignment(parent) || ts.isBindingElement(parent) || ts.isParameter(parent));
}

/** With parentheses, `as` and `!` around it. */
function outermost(call: ts.Expression): ts.Expression {
  let node: ts.Expression = call;
  while (ts.isParenthesizedExpression(node.parent) || ts.isAsExpression(node.parent) || ts.isNonNullExpression(node.parent)) node = node.parent;
  return node;
}

/** Whether the truth of an expression decides what happens next. */
function decides(node: ts.Expression): boolean {
  const { parent } = node;
  if (ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isDoStatement(parent)) return parent.expression === node;
  if (ts.isForStatement(parent) || ts.isConditionalExpression(parent)) return parent.condition === node;
  if (ts.isPrefixUnaryExpression(parent)) return parent.operator === ts.SyntaxKind.ExclamationToken;
  if (ts.isParenthesizedExpression(parent)) return decides(parent);
  if (!ts.isBinaryExpression(parent)) return false;
  const { kind } = parent.operatorToken;
  if (kind !== ts.SyntaxKind.AmpersandAmpersandToken && kind !== ts.SyntaxKind.BarBarToken) return false;
  return parent.left === node || decides(parent);
}

