/** One error handler. Most use the error, log or throw, and then nobody asks for the rest: it is read when a rule does. */
import type { HandlerFact } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { calleeName } from '../names.ts';
import { ts, isFunctionNode, unwrap, type Source } from '../syntax.ts';
import { keywordSpan } from './functions.ts';

const LOGS = new RegExp(
  String.raw`(^|\.)(console|log|logger|logging|winston|pino|bunyan|sentry|newrelic|rollbar|bugsnag|honeybadger|telemetry|tracer|span|`
  + String.raw`reporter|debug)(\.|$|\()|(^|\.)(captureException|captureError|recordException|reportError|notifyError|logError|handleError|`
  + 'onError|warn|error|fail|abort|reject|next|done|callback|cb)$',
  'i',
);
/** A comment above the statement counts when it mentions failure. */
const SPEAKS_OF_FAILURE = new RegExp(
  'ignor|fail|error|throw|catch|swallow|best.?effort|optional|unhandled|might|may |not (be )?(available|supported|exist)|'
  + String.raw`already|does(n't| not) (matter|exist)|if (it|there|possible)`,
  'i',
);
const COMMENT = /\/\/\s*\S|\/\*/;

interface Seen {
  usesError: boolean;
  rethrows: boolean;
  logs: boolean;
}

/** Where a handler is found. */
export interface HandlerNodes {
  /** The whole clause, or the function that is passed. */
  node: ts.Node;
  /** What runs when something fails; null for a named function that does nothing. */
  body: ts.Node | null;
  /** Names of what was caught. */
  names: readonly string[];
  /** What may fail. */
  guarded: ts.Node;
  /** The statement or call that the handler belongs to. */
  whole: ts.Node;
  /** Bears the word by which the handler is known; absent where the clause itself begins with it. */
  keyword?: ts.Node;
}

/** Known by where it stands. */
export type HandlerPlace = Pick<HandlerFact, 'kind' | 'function'> & { keptElsewhere?: true; used?: boolean };

export class HandlerOnDemand implements HandlerFact {
  readonly kind: HandlerFact['kind'];
  readonly function: number;
  readonly param: string | null;
  readonly types: string[] = [];
  readonly statements: number;
  readonly keptElsewhere?: true;
  readonly #used: boolean;
  readonly #source: Source;
  readonly #nodes: HandlerNodes;
  #seen: Seen | null = null;
  #span: Span | null = null;
  #bodySpan: Span | null = null;
  #guards: string[] | null = null;

  constructor(source: Source, nodes: HandlerNodes, { kind, function: at, keptElsewhere, used = false }: HandlerPlace) {
    this.kind = kind;
    this.function = at;
    this.param = nodes.names[0] ?? null;
    const { body } = nodes;
    this.statements = body === null ? 0 : ts.isBlock(body) ? body.statements.length : isNothing(body) ? 0 : 1;
    if (keptElsewhere) this.keptElsewhere = true;
    this.#used = used;
    this.#source = source;
    this.#nodes = nodes;
  }

  get span(): Span {
    this.#span ??= this.#source.span(this.#nodes.node);
    return this.#span;
  }

  get keywordSpan(): Span {
    const { keyword, node } = this.#nodes;
    return keyword === undefined ? keywordSpan(this.#source, node) : this.#source.span(keyword);
  }

  get bodySpan(): Span {
    this.#bodySpan ??= this.#source.span(this.#nodes.body ?? this.#nodes.node);
    return this.#bodySpan;
  }

  get commented(): boolean {
    const { body, whole } = this.#nodes;
    return (body !== null && holdsComment(this.#source, body)) || commentBeside(this.#source, whole);
  }

  get usesError(): boolean {
    return this.#read.usesError;
  }

  get rethrows(): boolean {
    return this.#read.rethrows;
  }

  get logs(): boolean {
    return this.#read.logs;
  }

  get recovers(): boolean {
    const { body } = this.#nodes;
    if (body === null) return false;
    return this.replacement !== undefined || (ts.isBlock(body) ? recovers(body.statements) : !isNothing(body));
  }

  get replacement(): string | undefined {
    const { body } = this.#nodes;
    if (body === null) return undefined;
    const only = ts.isBlock(body) && body.statements.length === 1 ? body.statements[0]! : null;
    const given = only && ts.isReturnStatement(only) ? only.expression : ts.isBlock(body) ? undefined : body as ts.Expression;
    return given && isFixed(given) ? this.#source.shorten(given, 40) : undefined;
  }

  get raisesLater(): true | undefined {
    return this.kind === 'catch' && leaves(this.#nodes.guarded) && throwsAfter(this.#nodes.whole) ? true : undefined;
  }

  get tells(): true | undefined {
    const { guarded } = this.#nodes;
    return this.#used || (this.kind === 'catch' && (leaves(guarded) || assignsOutside(guarded))) ? true : undefined;
  }

  get guards(): string[] {
    this.#guards ??= callsIn(this.#source, this.#nodes.guarded);
    return this.#guards;
  }

  get #read(): Seen {
    const { body, names } = this.#nodes;
    this.#seen ??= body === null ? { usesError: false, rethrows: false, logs: false } : seenIn(this.#source, body, names);
    return this.#seen;
  }
}

function seenIn(source: Source, body: ts.Node, names: readonly string[]): Seen {
  const seen = { usesError: false, rethrows: false, logs: false };
  const visit = (node: ts.Node): void => {
    if (ts.isIdentifier(node) && names.includes(node.text) && !(ts.isPropertyAccessExpression(node.parent) && node.parent.name === node))
      seen.usesError = true;
    if (ts.isThrowStatement(node)) seen.rethrows = true;
    if (ts.isCallExpression(node)) {
      const callee = calleeName(source, node.expression).text;
      if (LOGS.test(callee)) seen.logs = true;
      if (/(^|\.)(reject|exit)$/.test(callee)) seen.rethrows = true;
    }
    ts.forEachChild(node, visit);
  };
  visit(body);
  return seen;
}

function holdsComment(source: Source, body: ts.Node): boolean {
  const inside = source.text.slice(body.getStart(source.file), body.end);
  return /\/\/\s*\S|\/\*/.test(inside.replace(/(['"`])(?:(?!\1)[^\\\n]|\\.)*\1/g, ''));
}

/** After it on the last line, or above the whole statement if it mentions failure. */
function commentBeside(source: Source, whole: ts.Node): boolean {
  let statement = whole;
  while (!ts.isStatement(statement) && statement.parent) statement = statement.parent;
  if (/^[^\n]*?\/[/*]\s*\S/.test(source.text.slice(whole.end, source.text.indexOf('\n', whole.end) >>> 0))) return true;
  const above = ts.getLeadingCommentRanges(source.text, statement.pos) ?? [];
  if (above.some((range) => SPEAKS_OF_FAILURE.test(source.text.slice(range.pos, range.end)))) return true;
  if (!ts.isTryStatement(whole) || whole.catchClause === undefined) return false;
  // At the head of the guarded block.
  const first = whole.tryBlock.statements[0];
  if (first !== undefined && COMMENT.test(source.text.slice(whole.tryBlock.getStart(source.file), first.getStart(source.file)))) return true;
  // Between the two blocks, and before the closing brace of the first.
  const between = source.text.slice(whole.tryBlock.statements.end, whole.catchClause.block.getStart(source.file));
  return COMMENT.test(between);
}

/** Names of what a node calls, but for what has a handler of its own in it: `save().catch(log)`. */
function callsIn(source: Source, node: ts.Node): string[] {
  const found: string[] = [];
  const visit = (each: ts.Node): void => {
    if (found.length >= 12) return;
    if (ts.isCallExpression(each) && ts.isPropertyAccessExpression(each.expression) && each.expression.name.text === 'catch'
      && each.arguments.length === 1) return;
    if (ts.isCallExpression(each) || ts.isNewExpression(each)) found.push(calleeName(source, each.expression).text);
    ts.forEachChild(each, visit);
  };
  visit(node);
  return found;
}

/** Success ends the function or the loop. */
function leaves(guarded: ts.Node): boolean {
  const visit = (node: ts.Node): boolean =>
    ts.isReturnStatement(node) || ts.isBreakStatement(node) || (!isFunctionNode(node) && (ts.forEachChild(node, visit) ?? false));
  return visit(guarded);
}

/** Assigns to something that existed before. */
function assignsOutside(guarded: ts.Node): boolean {
  const visit = (node: ts.Node): boolean => {
    if (isFunctionNode(node)) return false;
    const assigns =
      ts.isBinaryExpression(node) && node.operatorToken.kind >= ts.SyntaxKind.FirstAssignment && node.operatorToken.kind <= ts.SyntaxKind.LastAssignment;
    return assigns || (ts.forEachChild(node, visit) ?? false);
  };
  return visit(guarded);
}

/** An error is thrown further down in the same function, on the level of the statement or around it. */
function throwsAfter(statement: ts.Node): boolean {
  for (let node = statement; !isFunctionNode(node) && !ts.isSourceFile(node); node = node.parent) {
    const siblings = ts.isBlock(node.parent) || ts.isSourceFile(node.parent) ? node.parent.statements : [];
    if (siblings.some((each) => each.pos >= node.end && ts.isThrowStatement(each))) return true;
  }
  return false;
}

/** The handler provides a substitute for what failed: a value, a flag, another way. */
function recovers(statements: readonly ts.Statement[]): boolean {
  return statements.some((statement) => {
    if (ts.isReturnStatement(statement)) return statement.expression !== undefined && !isNothing(statement.expression);
    if (ts.isExpressionStatement(statement)) {
      const expression = unwrap(statement.expression);
      return ts.isBinaryExpression(expression) || ts.isCallExpression(expression) || ts.isPostfixUnaryExpression(expression)
        || ts.isPrefixUnaryExpression(expression) || ts.isDeleteExpression(expression);
    }
    return ts.isIfStatement(statement) || ts.isIterationStatement(statement, false) || ts.isTryStatement(statement)
      || ts.isVariableStatement(statement) || ts.isSwitchStatement(statement);
  });
}

function isNothing(node: ts.Node): boolean {
  const inner = ts.isExpression(node) ? unwrap(node) : node;
  return (ts.isIdentifier(inner) && inner.text === 'undefined') || inner.kind === ts.SyntaxKind.VoidExpression
    || (ts.isBlock(inner) && inner.statements.length === 0);
}

/** A value that says nothing about the failure. */
function isFixed(node: ts.Expression): boolean {
  const inner = unwrap(node);
  if (ts.isIdentifier(inner)) return inner.text === 'undefined';
  switch (inner.kind) {
    case ts.SyntaxKind.NullKeyword:
    case ts.SyntaxKind.TrueKeyword:
    case ts.SyntaxKind.FalseKeyword:
    case ts.SyntaxKind.NumericLiteral:
      return true;
    case ts.SyntaxKind.StringLiteral:
      return (inner as ts.StringLiteral).text === '';
    case ts.SyntaxKind.ArrayLiteralExpression:
      return (inner as ts.ArrayLiteralExpression).elements.length === 0;
    case ts.SyntaxKind.ObjectLiteralExpression:
      return (inner as ts.ObjectLiteralExpression).properties.length === 0;
    default:
      return false;
  }
}
