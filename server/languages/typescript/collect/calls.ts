/** Calls and constructions, with their arguments and what happens to the result. */
import type { CallFact, ValueFact } from '../../../facts/file-facts.ts';
import type { ConstructionFact } from '../../../facts/module-facts.ts';
import { calledImport } from '../../kit/called-imports.ts';
import type { Span } from '../../../facts/span.ts';
import { ts, nameText, type Source } from '../syntax.ts';
import { calleeName, calleeTarget, receiverOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { enclosingFunction } from './functions.ts';
import type { LoopCollector } from './loops.ts';
import { repetitionOf } from './repetition.ts';

const ASSIGNMENTS: ReadonlySet<ts.SyntaxKind> = new Set([
  ts.SyntaxKind.EqualsToken, ts.SyntaxKind.QuestionQuestionEqualsToken, ts.SyntaxKind.BarBarEqualsToken,
]);

/** Arguments after these are not described. */
const MAX_ARGUMENTS = 8;

export interface CallCollector extends Collector {
  calls: CallFact[];
  constructions: ConstructionFact[];
  /** Imports that are called, in themselves or by a member: see `calledImport`. */
  called: Set<string>;
}

/** Describes calls and constructions. */
export function callCollector(source: Source, scopes: Scopes, values: Values, loops: LoopCollector): CallCollector {
  const calls: CallFact[] = [];
  const constructions: ConstructionFact[] = [];
  const called = new Set<string>();

  const add = (node: ts.CallExpression | ts.NewExpression, at: Place): void => {
    const callee = calleeName(source, node.expression);
    const declared = callee.root ? scopes.lookup(callee.root.text, callee.root) : null;
    const target = calleeTarget(source, scopes, node.expression);
    const call: CallFact = new CallOnDemand(node, {
      callee: callee.text,
      name: callee.path.at(-1) ?? callee.root?.text ?? callee.text,
      module: target?.module ?? null,
      member: target?.member ?? null,
      function: at.function,
      loop: at.loop,
      guarded: at.guarded,
    }, { source, scopes, values });
    if (declared !== null && declared.kind !== 'import') call.ownRoot = true;
    if (at.loop !== -1) Object.assign(call, repetitionOf(node, scopes, loops, at.loop));
    calls.push(call);
    if (ts.isCallExpression(node) && declared?.kind === 'import') called.add(calledImport(declared.specifier, callee.root!.text));
    if (ts.isNewExpression(node) && declared?.kind === 'import') {
      const imported = callee.path.length === 0 ? declared.imported : declared.imported === '*' && callee.path.length === 1 ? callee.path[0]! : null;
      if (imported !== null) constructions.push(construction(node, callee.text, declared.specifier, imported));
    }
  };

  return {
    calls,
    constructions,
    called,
    on: { [ts.SyntaxKind.CallExpression]: add, [ts.SyntaxKind.NewExpression]: add },
  };

  function construction(node: ts.NewExpression, name: string, specifier: string, imported: string): ConstructionFact {
    const holder = enclosingFunction(node);
    let enclosing: ts.Node | undefined = node.parent;
    while (enclosing && !ts.isClassLike(enclosing)) enclosing = enclosing.parent;
    return {
      name,
      specifier,
      imported,
      className: enclosing && ts.isClassLike(enclosing) ? enclosing.name?.text ?? '' : null,
      functionName: holder ? (ts.isConstructorDeclaration(holder) ? 'constructor' : nameText(source, holder.name)) : null,
      target: useOf(source, node).name,
      defaultOnly: isDefault(node),
      ...(isReturned(node, holder) ? { returned: true as const } : {}),
      hands: handsOf(node),
      span: source.span(node),
    };
  }
}

/** `return new X()` or `const x = new X(); … return x`. */
function isReturned(node: ts.NewExpression, holder: ts.Node | undefined | null): boolean {
  const { parent } = node;
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent)) return true;
  if (!ts.isVariableDeclaration(parent) || !ts.isIdentifier(parent.name) || !holder) return false;
  const name = parent.name.text;
  const gives = (each: ts.Node): boolean =>
    (ts.isReturnStatement(each) && each.expression !== undefined && ts.isIdentifier(each.expression) && each.expression.text === name) ||
    (!ts.isFunctionLike(each) && ts.forEachChild(each, gives) === true);
  return ts.forEachChild(holder, gives) === true;
}

/** Used only when the caller passes nothing: `= new X()` of a parameter, `given ?? new X()`, `given ? given : { x: new X() }`. */
function isDefault(node: ts.NewExpression): boolean {
  let value: ts.Node = node;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isObjectLiteralExpression(value.parent)
    || (ts.isPropertyAssignment(value.parent) && value.parent.initializer === value)) value = value.parent;
  const parent = value.parent;
  if (ts.isParameter(parent) || ts.isBindingElement(parent) || ts.isConditionalExpression(parent)) return true;
  if (!ts.isBinaryExpression(parent) || parent.right !== value) return false;
  const operator = parent.operatorToken.kind;
  if (operator === ts.SyntaxKind.QuestionQuestionToken || operator === ts.SyntaxKind.BarBarToken) return true;
  // `given ??= new X()` is a default for the caller's value; `this.x ??= new X()` only creates it late.
  return (operator === ts.SyntaxKind.QuestionQuestionEqualsToken || operator === ts.SyntaxKind.BarBarEqualsToken) && ts.isIdentifier(parent.left);
}

interface Surroundings {
  source: Source;
  scopes: Scopes;
  values: Values;
}

type Known = Pick<CallFact, 'callee' | 'name' | 'module' | 'member' | 'function' | 'loop' | 'guarded'>;

/**
 * A call of which only the name is read immediately. Place, arguments and use of the result are computed when a rule
 * asks: most rules look at a few names, and most calls have others.
 */
class CallOnDemand implements CallFact {
  readonly callee: string;
  readonly name: string;
  readonly module: string | null;
  readonly member: string | null;
  readonly function: number;
  readonly loop: number;
  readonly guarded: boolean;
  ownRoot?: true;
  invariant?: true;
  searches?: 'list' | 'unknown';
  readonly #node: ts.CallExpression | ts.NewExpression;
  readonly #around: Surroundings;
  #use: ReturnType<typeof useOf> | null = null;
  #args: ValueFact[] | null = null;
  #span: Span | null = null;
  #receiver: string | null | undefined;

  constructor(node: ts.CallExpression | ts.NewExpression, known: Known, around: Surroundings) {
    this.callee = known.callee;
    this.name = known.name;
    this.module = known.module;
    this.member = known.member;
    this.function = known.function;
    this.loop = known.loop;
    this.guarded = known.guarded;
    this.#node = node;
    this.#around = around;
  }

  get new(): boolean {
    return ts.isNewExpression(this.#node);
  }

  get span(): Span {
    return (this.#span ??= this.#around.source.span(this.#node));
  }

  get calleeSpan(): Span {
    return this.#around.source.span(this.#node.expression);
  }

  get receiver(): string | null {
    if (this.#receiver === undefined) this.#receiver = receiverOf(this.#around.source, this.#around.scopes, this.#node.expression);
    return this.#receiver;
  }

  get args(): ValueFact[] {
    this.#args ??= (this.#node.arguments ?? []).slice(0, MAX_ARGUMENTS)
      .map((argument) => this.#around.values.describe(ts.isSpreadElement(argument) ? argument.expression : argument));
    return this.#args;
  }

  get firstString(): string | null {
    const first = this.#node.arguments?.[0];
    return first !== undefined && ts.isStringLiteralLike(first) ? first.text : null;
  }

  get awaited(): boolean {
    return this.#used.awaited;
  }

  get result(): CallFact['result'] {
    return this.#used.result;
  }

  get target(): string | null {
    return this.#used.name;
  }

  get flowsTo(): string | null {
    return this.#used.name ?? flowOf(this.#around.source, this.#node);
  }

  get #used(): ReturnType<typeof useOf> {
    this.#use ??= useOf(this.#around.source, this.#node);
    return this.#use;
  }
}

function handsOf(node: ts.NewExpression): ConstructionFact['hands'] {
  const values = (node.arguments ?? []).flatMap((argument) => (ts.isObjectLiteralExpression(argument)
    ? argument.properties.flatMap((each) => (ts.isPropertyAssignment(each) ? [each.initializer] : []))
    : [argument]));
  if (values.some((value) => value.kind === ts.SyntaxKind.ThisKeyword)) return 'self';
  return values.some((value) => ts.isPropertyAccessExpression(value) && value.expression.kind === ts.SyntaxKind.ThisKeyword) ? 'own' : 'other';
}

/** What happens to the result of a call, and the name it is assigned to. */
export function useOf(source: Source, node: ts.Expression): { result: CallFact['result']; name: string | null; awaited: boolean } {
  let value: ts.Expression = node;
  let awaited = false;
  while (ts.isParenthesizedExpression(value.parent) || ts.isAsExpression(value.parent) || ts.isNonNullExpression(value.parent)
      || ts.isAwaitExpression(value.parent) || ts.isSatisfiesExpression(value.parent)) {
    value = value.parent;
    if (ts.isAwaitExpression(value)) awaited = true;
  }
  const parent = value.parent;
  if (ts.isExpressionStatement(parent) || ts.isVoidExpression(parent)) return { result: 'unused', name: null, awaited };
  if (ts.isVariableDeclaration(parent)) return { result: 'assigned', name: nameText(source, parent.name), awaited };
  if (ts.isPropertyDeclaration(parent) || ts.isPropertyAssignment(parent)) return { result: 'assigned', name: nameText(source, parent.name), awaited };
  if (ts.isBinaryExpression(parent) && ASSIGNMENTS.has(parent.operatorToken.kind) && parent.right === value) {
    return { result: 'assigned', name: source.shorten(parent.left, 80), awaited };
  }
  if (ts.isReturnStatement(parent) || ts.isArrowFunction(parent) || ts.isYieldExpression(parent)) return { result: 'returned', name: null, awaited };
  if (ts.isCallExpression(parent) || ts.isNewExpression(parent)) return { result: parent.expression === value ? 'other' : 'argument', name: null, awaited };
  if (ts.isPropertyAccessExpression(parent) || ts.isElementAccessExpression(parent)) return { result: 'member', name: null, awaited };
  if ((ts.isIfStatement(parent) || ts.isWhileStatement(parent) || ts.isConditionalExpression(parent))
    && ('expression' in parent ? parent.expression : parent.condition) === value) return { result: 'condition', name: null, awaited };
  if (ts.isPrefixUnaryExpression(parent) && parent.operator === ts.SyntaxKind.ExclamationToken) return { result: 'condition', name: null, awaited };
  return { result: 'other', name: null, awaited };
}

/** Functions that only convert a value. */
const RESHAPES = /^(String|Number|parseInt|parseFloat|Math\.\w+|Buffer\.from|BigInt|Array\.from|encodeURIComponent|JSON\.stringify|Object\.freeze)$/;

/** The name that the expression around a call is assigned to, found by looking outward through operators, members and conversions. */
function flowOf(source: Source, node: ts.Expression): string | null {
  let current: ts.Node = node;
  for (let step = 0; step < 14; step++) {
    const parent = current.parent;
    if (parent === undefined || ts.isStatement(parent)) {
      if (!ts.isReturnStatement(parent)) return null;
      const holder = enclosingFunction(parent);
      return holder ? nameOfFunction(source, holder) : null;
    }
    if (ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) || ts.isParameter(parent)
      || ts.isJsxAttribute(parent)) return nameText(source, parent.name);
    if (ts.isBinaryExpression(parent) && parent.right === current && parent.operatorToken.kind >= ts.SyntaxKind.FirstAssignment
      && parent.operatorToken.kind <= ts.SyntaxKind.LastAssignment) return source.shorten(parent.left, 80);
    if (ts.isArrowFunction(parent)) return nameOfFunction(source, parent);
    if ((ts.isCallExpression(parent) || ts.isNewExpression(parent)) && parent.expression !== current) {
      const callee = calleeName(source, parent.expression);
      if (!RESHAPES.test(callee.text)) return callee.path.at(-1) ?? callee.text;
    }
    current = parent;
  }
  return null;
}

function nameOfFunction(source: Source, holder: ts.SignatureDeclaration): string | null {
  if (holder.name) return nameText(source, holder.name);
  const parent = holder.parent;
  return ts.isVariableDeclaration(parent) || ts.isPropertyAssignment(parent) || ts.isPropertyDeclaration(parent) ? nameText(source, parent.name) : null;
}
