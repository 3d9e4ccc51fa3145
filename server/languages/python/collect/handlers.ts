/** Error handling: `except` clauses, and `contextlib.suppress`. */
import type { HandlerFact } from '../../../facts/file-facts.ts';
import { calleeName, functionOf } from '../names.ts';
import { around, isBareString, isFunction, part, some, unwrap, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import { keywordSpan } from './functions.ts';

const LOGS = new RegExp(
  String.raw`(^|\.)_*(log|logger|logging|LOG|LOGGER|sentry_sdk|sentry|rollbar|bugsnag|newrelic|structlog|loguru|warnings|traceback|tracer|`
  + String.raw`span|messages?|reporter|console|stderr|stdout)(\.|$|\()|(^|\.)_?(capture_exception|capture_message|record_exception|`
  + String.raw`report\w*|notify\w*|log_\w+|handle_\w*(error|exception)\w*|on_error|warn|warning|error|exception|critical|fail|abort|`
  + 'print_exc|format_exc|set_exception|print|echo|secho|add_error)$',
);
const SPEAKS_OF_FAILURE = new RegExp(
  'ignor|fail|error|except|rais|catch|swallow|best.?effort|optional|might|may |not (be )?(available|supported|exist)|already|'
  + String.raw`does(n't| not) (matter|exist)|if (it|there|possible)|fall ?back|missing|invalid`,
  'i',
);

/** A function that says so drops errors on purpose. */
const DROPS = /swallow|best.?effort|never (raises|fails|throws)|(ignor\w+|suppress\w*) (\w+ )?(errors?|exceptions?|failures?)/i;

export interface HandlerCollector extends Collector {
  handlers: HandlerFact[];
}

export function handlerCollector(source: Source): HandlerCollector {
  const handlers: HandlerFact[] = [];
  return {
    handlers,
    on: {
      except_clause: (node: Node, at: Place) => handlers.push(describe(node, at)),
      with_item: (node: Node, at: Place) => {
        const found = suppression(node, at);
        if (found !== null) handlers.push(found);
      },
    },
  };

  /** `with suppress(Exception):` drops any error; a narrower type is a deliberate choice. */
  function suppression(item: Node, at: Place): HandlerFact | null {
    const call = item.children[0];
    if (call?.type !== 'call' || !/^(contextlib\.)?suppress$/.test(source.textOf(functionOf(call)))) return null;
    const types = part(call, 'arguments')?.children.map((type) => source.shorten(type, 60)) ?? [];
    const statement = around(item, (each) => each.type === 'with_statement');
    if (statement === null || !types.some((type) => /^(Base)?Exception$/.test(type))) return null;
    const span = source.span(call);
    return {
      kind: 'catch',
      span,
      keywordSpan: source.span(functionOf(call)),
      bodySpan: span,
      param: null,
      types,
      statements: 0,
      commented: isPromised(item) || source.comments.some(
        ({ start, end }) =>
          (start >= statement.start && start < endOfLine(call.end)) ||
          (end <= statement.start && SPEAKS_OF_FAILURE.test(source.text.slice(start, end)) && source.text.slice(end, statement.start).trim() === ''),
      ),
      usesError: false,
      rethrows: false,
      logs: false,
      recovers: false,
      ...(tells(part(statement, 'body') ?? statement, statement) ? { tells: true as const } : {}),
      guards: callsIn(part(statement, 'body') ?? statement),
      function: at.function,
    };
  }

  function describe(node: Node, at: Place): HandlerFact {
    const body = node.children.find((child) => child.type === 'block') ?? node;
    const head = node.children.find((child) => child !== body);
    const caught = head?.type === 'as_pattern' ? head.children[0] : head;
    const alias = head?.type === 'as_pattern' ? part(head, 'alias') : part(node, 'alias');
    const param = alias ? source.textOf(alias) : null;
    const guarded = part(node.parent, 'body') ?? node.parent;
    const statements = body.children.filter((each) => each.type !== 'pass_statement' && !isEllipsis(each) && !isBareString(each));
    const seen = { usesError: false, rethrows: false, logs: false };
    some(body, (each) => {
      if (each.type === 'identifier' && param !== null && source.textOf(each) === param && !(each.parent.type === 'attribute' && each.field === 'attribute'))
        seen.usesError = true;
      if (each.type === 'raise_statement') seen.rethrows = true;
      if (each.type === 'call') {
        const callee = calleeName(source, functionOf(each)).text;
        if (LOGS.test(callee)) seen.logs = true;
        if (/^(sys\.)?exc_info$|^traceback\./.test(callee)) seen.usesError = true;
        if (/^(sys\.exit|exit|quit|os\._exit|pytest\.(fail|skip|xfail)|self\.(fail|skipTest|fail_json))$/.test(callee)) seen.rethrows = true;
      }
      return false;
    }, (each) => !isFunction(each) || each === body);
    const only = statements.length === 1 ? statements[0]! : null;
    const given = only?.type === 'return_statement' ? only.children[0] : undefined;
    const replacement = given && isFixed(given) ? source.shorten(given, 40) : undefined;
    return {
      kind: 'catch',
      span: source.span(node),
      keywordSpan: keywordSpan(source, node),
      bodySpan: source.span(body),
      param,
      types: caught === undefined ? [] : typesOf(caught),
      statements: statements.length,
      commented: isCommented(node, body) || isPromised(node),
      ...seen,
      recovers: replacement !== undefined || recovers(statements),
      ...(replacement === undefined ? {} : { replacement }),
      ...(leaves(guarded) && raisesAfter(node.parent) ? { raisesLater: true as const } : {}),
      ...(tells(guarded, node.parent) ? { tells: true as const } : {}),
      guards: callsIn(guarded),
      function: at.function,
    };
  }

  /** The docstring of the function says that it drops errors. */
  function isPromised(node: Node): boolean {
    const fn = around(node, isFunction);
    const first = fn === null ? undefined : part(fn, 'body')?.children[0];
    return first !== undefined && isBareString(first) && DROPS.test(source.textOf(first));
  }

  /** It leaves, or gives a variable a value that is read elsewhere. */
  function tells(guarded: Node, statement: Node): boolean {
    if (leaves(guarded)) return true;
    const given = new Set<string>();
    const stored = some(guarded, (each) => {
      const target = each.type === 'assignment' || each.type === 'augmented_assignment' ? part(each, 'left') : null;
      if (target?.type === 'identifier') given.add(source.textOf(target));
      return target !== null && target.type !== 'identifier';
    }, (each) => !isFunction(each));
    if (stored || given.size === 0) return stored;
    const whole = around(statement, isFunction) ?? source.root;
    return some(whole, (each) => each.type === 'identifier' && (each.start < statement.start || each.start >= statement.end) && given.has(source.textOf(each)));
  }

  function typesOf(caught: Node): string[] {
    const inner = unwrap(caught);
    const each = inner.type === 'tuple' ? inner.children : [inner];
    return each.map((type) => source.shorten(type, 60));
  }

  /** Inside, after it on its last line, or before it if it mentions failure. */
  function isCommented(node: Node, body: Node): boolean {
    const lineEnd = endOfLine(body.end);
    const before = source.text.lastIndexOf('\n', node.parent.start);
    return source.comments.some(({ start, end }) => {
      if (start >= node.start && start < lineEnd) return true;
      const speaks = SPEAKS_OF_FAILURE.test(source.text.slice(start, end));
      // Behind `try:`, and in front of the first guarded statement.
      const first = part(node.parent, 'body')?.children[0];
      if (first !== undefined && start > node.parent.start && end <= first.start) return true;
      // At the end of the guarded part, or above the whole statement.
      if (speaks && start < node.start && start > node.parent.start && source.text.slice(end, node.start).trim() === '') return true;
      return speaks && end <= node.parent.start && source.text.slice(end, Math.max(end, before + 1)).replace(/#[^\n]*/g, '').trim() === '';
    });
  }

  function endOfLine(offset: number): number {
    const end = source.text.indexOf('\n', offset);
    return end < 0 ? source.text.length : end;
  }

  function callsIn(node: Node): string[] {
    const found: string[] = [];
    some(node, (each) => {
      if (each.type === 'call') found.push(calleeName(source, functionOf(each)).text);
      // Subscripts and imports may be what is tried.
      if (each.type === 'import_statement' || each.type === 'import_from_statement') found.push('import');
      return found.length >= 12;
    });
    return found;
  }
}

/** Success ends the function or the loop. */
function leaves(guarded: Node): boolean {
  return some(guarded, (each) => each.type === 'return_statement' || each.type === 'break_statement', (each) => !isFunction(each));
}

/** An error is raised further down in the same function, on the level of the statement or around it. */
function raisesAfter(statement: Node): boolean {
  for (let node = statement; !isFunction(node) && node.type !== 'module'; node = node.parent) {
    if (node.parent.children.some((each) => each.start >= node.end && each.type === 'raise_statement')) return true;
  }
  return false;
}

function isEllipsis(statement: Node): boolean {
  return statement.type === 'expression_statement' && statement.children[0]?.type === 'ellipsis';
}

/** The handler provides a substitute for what failed: a value, a flag, another way. */
function recovers(statements: readonly Node[]): boolean {
  return statements.some((statement) => {
    switch (statement.type) {
      case 'return_statement': return statement.children[0] !== undefined && statement.children[0].type !== 'none';
      case 'expression_statement': return statement.children[0] !== undefined && statement.children[0].type !== 'string';
      case 'if_statement': case 'for_statement': case 'while_statement': case 'try_statement':
      case 'with_statement': case 'match_statement': case 'import_statement':
      case 'import_from_statement': case 'delete_statement': case 'function_definition': case 'class_definition': case 'decorated_definition': return true;
      default: return false;
    }
  });
}

/** A value that says nothing about the failure. */
function isFixed(node: Node): boolean {
  const inner = unwrap(node);
  switch (inner.type) {
    case 'none': case 'true': case 'false': case 'integer': case 'float': return true;
    case 'list': case 'dictionary': case 'tuple': return inner.children.length === 0;
    case 'string': return inner.end - inner.start === 2;
    default: return false;
  }
}
