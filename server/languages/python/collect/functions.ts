/** Functions, methods and lambdas: signature, documentation, size and branching. */
import type { FunctionFact, FunctionKind } from '../../../facts/file-facts.ts';
import type { Span } from '../../../facts/span.ts';
import { functionShape } from '../../kit/function-shape.ts';
import { basesOf, calleeName, decoratorNames, functionOf, isDocumentedError } from '../names.ts';
import { parametersOf } from '../scopes.ts';
import { around, bodyOf, decoratorsOf, isBareString, part, type Node, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { documentationOf } from './docs.ts';
import type { Exported } from './exports.ts';
import { isDefaultKept } from './kept-defaults.ts';
import type { CodeLines } from './lines.ts';

export interface FunctionCollector extends Collector {
  facts: FunctionFact[];
  /** Describes a function and returns its index. */
  enter(node: Node, at: Place, ownerPublic: boolean): number;
  /** Marks methods that override one of a base class in the same file. */
  finish(): void;
}

const KEYWORD = /^(async\s+def|\w+)/;

export function functionCollector(source: Source, values: Values, exported: Exported, lines: CodeLines): FunctionCollector {
  const facts: FunctionFact[] = [];
  /** Methods by class name, and the bases of each class. */
  const methodsOf = new Map<string, Set<string>>();
  const pending: { fact: FunctionFact; bases: string[] }[] = [];

  const { nest, data, ...shape } = functionShape<Node>(facts, lines, { startOf: (node) => node.start, keywordSpan: (node) => keywordSpan(source, node) });
  const branch = (_node: Node, at: Place): void => shape.branch(at);
  const nestAndBranch = (node: Node, at: Place): void => {
    shape.branch(at);
    nest(node, at);
  };
  const text = (node: Node, at: Place): void => {
    if (!isBareString(node.parent)) data(node, at);
  };

  return {
    facts,
    enter(node, at, ownerPublic) {
      const fact = describe(node, at, ownerPublic);
      facts.push(fact);
      return facts.length - 1;
    },
    finish() {
      const inherits = (bases: readonly string[], name: string): boolean => bases.some((base) => methodsOf.get(base)?.has(name) === true);
      for (const { fact, bases } of pending) if (inherits(bases, fact.name)) fact.overrides = true;
    },
    on: {
      if_statement: nestAndBranch, elif_clause: branch, for_statement: nestAndBranch, while_statement: nestAndBranch,
      except_clause: branch, conditional_expression: branch, if_clause: branch,
      case_clause: (node, at) => { if (!isDefault(node)) shape.branch(at); },
      dictionary: data, list: data, tuple: data, set: data, string: text, concatenated_string: text,
      match_statement: (node, at) => {
        nest(node, at);
        const fact = facts[at.function];
        const clauses = part(node, 'body')?.children.filter((each) => each.type === 'case_clause') ?? [];
        if (fact && clauses.every((each) => isFlat(each))) fact.flatBranches += Math.max(0, clauses.filter((each) => !isDefault(each)).length - 1);
      },
      boolean_operator: (node, at) => {
        shape.branch(at);
        const fact = facts[at.function];
        if (fact && (continuesCondition(node) || fillsIn(node))) fact.flatBranches++;
      },
      return_statement: (node, at) => {
        const fact = facts[at.function];
        if (fact && node.children[0] && node.children[0].type !== 'none') fact.returnsValue = true;
      },
      yield: (_node, at) => {
        const fact = facts[at.function];
        if (fact) fact.generator = true;
      },
      raise_statement: (node, at) => {
        const fact = facts[at.function];
        const [raised] = node.children;
        if (fact === undefined || at.guarded || raised === undefined || raised.field === 'cause') return;
        const name = source.shorten(raised.type === 'call' ? functionOf(raised) : raised, 60);
        if (isDocumentedError(name) && !fact.throws.includes(name)) fact.throws.push(name);
      },
    },
  };

  /** `case _:`. */
  function isDefault(clause: Node): boolean {
    const [pattern, next] = clause.children;
    return pattern !== undefined && next?.type !== 'if_clause' && source.textOf(pattern) === '_';
  }

  function describe(node: Node, at: Place, ownerPublic: boolean): FunctionFact {
    const nameNode = part(node, 'name');
    const name = nameNode ? source.textOf(nameNode) : nameOfLambda(node);
    const decorators = decoratorNames(source, decoratorsOf(node));
    const owner = ownerOf(node);
    const statements = bodyOf(node);
    const body = part(node, 'body');
    const signatureOnly = node.type === 'function_definition' && (statements.length === 0 ? false : statements.every(isEllipsis))
      && (source.path.endsWith('.pyi') || decorators.some((each) => /(^|\.)overload$/.test(each))
        || (owner !== null && basesOf(source, owner).some((base) => /(^|\.)Protocol$/.test(base.name))));
    const kind = kindOf(node, name, owner !== null, decorators);
    const visibility = visibilityOf(name);
    const abstract = decorators.some((each) => /(^|\.)abstract(method|property|classmethod|staticmethod)$/.test(each))
      || (owner !== null && statements.length === 1 && raisesNotImplemented(statements[0]!));
    const fact: FunctionFact = {
      name, kind,
      owner: at.class,
      parent: at.function,
      span: source.span(node),
      nameSpan: nameNode ? source.span(nameNode) : keywordSpan(source, node),
      bodySpan: body === null || signatureOnly ? null : source.span(body),
      public: owner !== null ? ownerPublic && visibility === 'public' : at.function === -1 && node.type === 'function_definition' && exported.locals.has(name),
      visibility,
      async: node.tokens.includes('async'),
      generator: false,
      static: decorators.some((each) => /^(static|class)method$/.test(each)),
      abstract,
      overrides: decorators.some((each) => /(^|\.)override$/.test(each)),
      contextuallyTyped: node.type === 'lambda',
      overload: overloadOf(name, at, decorators),
      ...paramsOf(node, owner !== null && !decorators.includes('staticmethod')),
      returnType: part(node, 'return_type') ? source.shorten(part(node, 'return_type')!) : null,
      returnsValue: node.type === 'lambda',
      doc: node.type === 'lambda' ? null : documentationOf(source, node),
      decorators,
      complexity: 1, flatBranches: 0, nesting: 0,
      nestingSpan: nameNode ? source.span(nameNode) : keywordSpan(source, node),
      codeLines: body ? lines.between(body.start, body.end) : 0,
      dataLines: 0,
      throws: [],
    };
    if (owner !== null) {
      const className = source.textOf(part(owner, 'name') ?? owner);
      const known = methodsOf.get(className) ?? new Set<string>();
      methodsOf.set(className, known.add(name));
      pending.push({ fact, bases: basesOf(source, owner).map((base) => base.name) });
    }
    return fact;
  }

  function overloadOf(name: string, at: Place, decorators: readonly string[]): FunctionFact['overload'] {
    if (decorators.some((each) => /(^|\.)overload$/.test(each))) return 'signature';
    const before = facts.findLast((each) => each.owner === at.class && each.parent === at.function);
    return before?.name === name && before.overload === 'signature' ? 'implementation' : 'none';
  }

  /** Methods of an interface by zope do not name the object that they belong to. */
  function isOfInterface(node: Node, first: ReturnType<typeof parametersOf>[number] | undefined): boolean {
    const owner = ownerOf(node);
    return owner !== null && (first === undefined || source.textOf(first.name) !== 'self')
      && basesOf(source, owner).some((base) => /Interface$/.test(base.name));
  }

  /** `def format(data: Table)` in a class: called by the class, without an object. Nobody writes the type of that. */
  function isPlain(first: ReturnType<typeof parametersOf>[number] | undefined): boolean {
    return first !== undefined && first.type !== null && !/^(_\w*|self|cls|mcs|mcls|klass|this)$/.test(source.textOf(first.name));
  }

  function paramsOf(node: Node, bound: boolean): Pick<FunctionFact, 'params' | 'receiver'> {
    const all = parametersOf(node);
    const isMethod = bound && node.type === 'function_definition' && !isOfInterface(node, all[0]) && !isPlain(all[0]);
    const receiver = isMethod && all[0] !== undefined ? source.textOf(all[0].name) : 'self';
    const params = all.slice(isMethod ? 1 : 0).map(({ name, type, value, rest, named }) => ({
      name: source.textOf(name),
      span: source.span(name),
      type: type ? source.shorten(type) : null,
      optional: value !== null,
      rest,
      pattern: false,
      default: value ? values.describe(value, 0) : null,
      property: false,
      ...(named ? { named: true as const } : {}),
      ...(value && isDefaultKept(source, node, source.textOf(name), value) ? { keepsDefault: true as const } : {}),
    }));
    return { params, ...(/^(self|cls)$/.test(receiver) ? {} : { receiver }) };
  }

  /** `key = lambda x: …`. */
  function nameOfLambda(node: Node): string {
    const { parent } = node;
    if (parent.type === 'assignment' && node.field === 'right')
      return calleeName(source, part(parent, 'left')!).path.at(-1) ?? source.shorten(part(parent, 'left')!, 60);
    return '';
  }
}

/** The class whose body directly contains the function, possibly in a branch; null otherwise. */
function ownerOf(node: Node): Node | null {
  if (node.type !== 'function_definition') return null;
  const outer = around(node, (each) => each.type === 'class_definition' || each.type === 'function_definition' || each.type === 'lambda');
  return outer?.type === 'class_definition' ? outer : null;
}

function kindOf(node: Node, name: string, isMethod: boolean, decorators: readonly string[]): FunctionKind {
  if (node.type === 'lambda') return 'arrow';
  if (!isMethod) return 'function';
  if (name === '__init__') return 'constructor';
  if (decorators.some((each) => /(^|\.)(cached_|class|hybrid_)?property$/.test(each))) return 'getter';
  return decorators.some((each) => /\.(setter|deleter)$/.test(each)) ? 'setter' : 'method';
}

/** By the underscores of a name; dunder names are public. */
export function visibilityOf(name: string): 'public' | 'private' {
  return name.startsWith('_') && !/^__\w+__$/.test(name) ? 'private' : 'public';
}

function isEllipsis(statement: Node): boolean {
  return statement.type === 'expression_statement' && statement.children[0]?.type === 'ellipsis';
}

function raisesNotImplemented(statement: Node): boolean {
  const raised = statement.type === 'raise_statement' ? statement.children[0] : undefined;
  const name = raised?.type === 'call' ? functionOf(raised) : raised;
  return name?.type === 'identifier' && name.end - name.start === 'NotImplementedError'.length;
}

/** One or two statements without branches: a line of a table. */
function isFlat(clause: Node): boolean {
  const statements = part(clause, 'consequence')?.children ?? [];
  return statements.length <= 2 && statements.every((each) => /^(return|expression|raise|pass|continue|break)_statement$/.test(each.type));
}

/** Part of a longer condition with the same operator: `a or b or c` is one decision. */
function continuesCondition(node: Node): boolean {
  let { parent } = node;
  while (parent.type === 'parenthesized_expression') parent = parent.parent;
  return parent.type === 'boolean_operator' && parent.tokens[0] === node.tokens[0];
}

/** `given or default` as a value. */
function fillsIn(node: Node): boolean {
  if (node.tokens[0] !== 'or') return false;
  let outer = node;
  while (outer.parent.type === 'parenthesized_expression') outer = outer.parent;
  const { parent } = outer;
  return parent.type === 'assignment' || parent.type === 'argument_list' || parent.type === 'keyword_argument'
    || parent.type === 'return_statement' || parent.type === 'pair';
}

/** The first keyword of a node: `if`, `for`, `def`, `lambda`. */
export function keywordSpan(source: Source, node: Node): Span {
  const word = KEYWORD.exec(source.text.slice(node.start, node.start + 40))?.[0].length ?? 1;
  return source.spanBetween(node.start, node.start + word);
}

