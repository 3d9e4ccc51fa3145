/** The top level of a module: what each declaration there needs, and what runs while the module loads. */
import type { ImportFact } from '../../../facts/module-facts.ts';
import type { OutlineItem } from '../../../facts/outline.ts';
import { NeedSet, needsOf } from '../../kit/needs.ts';
import { hashText } from '../../kit/winnow.ts';
import { isOwnProtocol } from '../../../text/own-protocol.ts';
import type { Scopes } from '../scopes.ts';
import { bodyOf, boundNames, decoratorsOf, each, isBareString, part, type Node, type Source } from '../syntax.ts';
import { decorationOf, fixtureOf } from './outline-decorators.ts';
import { noteCalls } from './outline-calls.ts';
import { needReader } from './outline-needs.ts';

const LOADING = { loading: true, deferred: false, handed: [] };
const KEPT = { loading: false, deferred: false, handed: [] };

/** Bases whose methods nothing calls but the code that names them. */
const PLAIN_BASES = /^((abc|typing|t|typing_extensions|te|enum)\.)?(object|ABC|Protocol|Generic|NamedTuple|TypedDict)(\[|$)/;

/**
 * @param imports of the file: their names are followed like those of declarations
 * @param scopes of the file: a parameter or variable of a function hides a name of the top level
 */
export function readOutline(source: Source, imports: readonly ImportFact[], scopes: Scopes): OutlineItem[] {
  const items: OutlineItem[] = [];
  const linking: Node[] = [];
  const local = new Set(namesBoundBy(source, source.root.children));
  const bound = new Set([...local, ...imports.flatMap((fact) => fact.names.map((name) => name.local))]);
  const read = needReader(source, bound, scopes);
  const outside = new Set(imports.filter(({ group }) => group === 'external' || group === 'builtin').flatMap((fact) => fact.names.map((name) => name.local)));
  const isTest = /(^|\/)(conftest|test_[^/]*|[^/]*_test|tests?)\.py$|(^|\/)(tests?|testing)\//.test(source.path);
  for (const statement of source.root.children) readStatement(statement);
  if (linking.length > 0) items.push({ names: [], hash: hashOf(...linking), uses: '', runs: '*' });
  return items;

  function readStatement(node: Node): void {
    switch (node.type) {
      case 'import_statement': case 'import_from_statement': case 'future_import_statement': return void linking.push(node);
      case 'decorated_definition': {
        const definition = part(node, 'definition');
        if (definition !== null) readDefinition(definition, node);
        return;
      }
      case 'function_definition': case 'class_definition': return readDefinition(node, node);
      case 'expression_statement': {
        if (isBareString(node)) return;
        const [inner] = node.children;
        return inner?.type === 'assignment' ? assignment(inner, node) : general([], node);
      }
      case 'if_statement': return branches(node);
      case 'try_statement': return nested(node);
      default: return general(namesBoundBy(source, [node]), node);
    }
  }

  /** Each branch is read like the top level. */
  function nested(node: Node): void {
    for (const child of node.children) {
      if (child.type === 'block') child.children.forEach(readStatement);
      else if (/_clause$/.test(child.type)) nested(child);
      else general([], child);
    }
  }

  function branches(node: Node): void {
    const condition = part(node, 'condition');
    if (condition === null || !/__name__/.test(source.textOf(condition))) return nested(node);
    // Runs only when the file is started.
    const needs = new NeedSet();
    for (const child of node.children) read(child, needs, KEPT);
    items.push({ names: ['export:__main__'], hash: hashOf(node), uses: needsOf(needs.uses) });
  }

  function readDefinition(node: Node, whole: Node): void {
    if (node.type === 'class_definition') classItems(node, whole);
    else functionItem(node, whole);
  }

  function functionItem(node: Node, whole: Node): void {
    const name = source.textOf(part(node, 'name') ?? node);
    const needs = new NeedSet();
    const decoration = decorationOf(source, decoratorsOf(node), bound, outside);
    for (const decorator of decoratorsOf(node)) read(decorator, needs, LOADING);
    read(node, needs, { ...LOADING, handed: decoration.handedTo });
    if (isTest) for (const parameter of parametersIn(node)) needs.uses.add(`fixture:${parameter}`);
    noteCalls(source, node, needs, bound);
    const fixture = fixtureOf(source, name, decoratorsOf(node));
    const runs = decoration.registers ? '*' : needsOf(needs.runs);
    const body = part(node, 'body');
    add([name, ...fixture.names], whole, needs, {
      ...(body === null ? {} : { shape: hashWithout(whole, [body]) }), calls: needsOf(needs.calls), ...(runs === '' ? {} : { runs }), ...fixture.fact,
    });
  }

  function classItems(node: Node, whole: Node): void {
    const name = source.textOf(part(node, 'name') ?? node);
    const head = new NeedSet();
    const methods: { method: Node; whole: Node }[] = [];
    const decoration = decorationOf(source, decoratorsOf(node), bound, outside);
    for (const decorator of decoratorsOf(node)) read(decorator, head, LOADING);
    const bases = part(node, 'superclasses');
    if (bases !== null) read(bases, head, LOADING);
    for (const statement of bodyOf(node)) {
      const method = statement.type === 'decorated_definition' ? part(statement, 'definition') : statement;
      if (method?.type === 'function_definition' && isNamedOnly(method)) methods.push({ method, whole: statement });
      else if (!isBareString(statement)) {
        classStatement(statement, head);
        if (isTest && method?.type === 'function_definition') for (const parameter of parametersIn(method)) head.uses.add(`fixture:${parameter}`);
      }
    }
    const stated = (bases?.children ?? []).filter((base) => !PLAIN_BASES.test(source.textOf(base)))
      .map((base) => (base.type === 'identifier' || base.type === 'attribute' ? source.textOf(base) : '?'));
    if (decoration.registers) stated.push('?');
    const runs = decoration.registers ? '*' : needsOf(head.runs);
    head.uses.delete(name);
    const bodies = bodyOf(node).flatMap((each) => (methods.some((method) => method.whole === each) ? [each] : functionBodiesIn(each)));
    items.push({
      names: [name], hash: hashWithout(whole, methods.map((each) => each.whole)), shape: hashWithout(whole, bodies), uses: needsOf(head.uses),
      ...(runs === '' ? {} : { runs }), ...typesOf(head), ...(stated.length > 0 ? { bases: stated.join(' ') } : {}),
    });
    for (const { method, whole: text } of methods) {
      const needs = new NeedSet();
      for (const decorator of decoratorsOf(method)) read(decorator, needs, KEPT);
      read(method, needs, KEPT);
      if (isTest) for (const parameter of parametersIn(method)) needs.uses.add(`fixture:${parameter}`);
      const body = part(method, 'body');
      const fixture = fixtureOf(source, source.textOf(part(method, 'name')!), decoratorsOf(method));
      const shape = body === null ? {} : { shape: hashWithout(text, [body]) };
      add([`${name}.${source.textOf(part(method, 'name')!)}`], text, needs, { ...shape, ...fixture.fact });
    }
  }

  /** A value in which nothing is called, and a type, only name what they hold. */
  function classStatement(statement: Node, head: NeedSet): void {
    const inner = statement.type === 'expression_statement' ? statement.children[0] : undefined;
    const right = inner?.type === 'assignment' ? part(inner, 'right') : null;
    if (inner?.type !== 'assignment' || (right !== null && !isInert(right))) return read(statement, head, LOADING);
    read(statement, head, KEPT);
  }

  /** A method that is called by its name: neither by an operator nor by what decorates it. */
  function isNamedOnly(method: Node): boolean {
    const name = source.textOf(part(method, 'name') ?? method);
    const decorators = decoratorsOf(method);
    if ((/^__\w+__$/.test(name) && !isOwnProtocol(source.path, name)) || /^(visit|do|handle|test|setup|teardown)/i.test(name)) return false;
    return !decorationOf(source, decorators, bound, outside).registers;
  }

  function assignment(node: Node, whole: Node): void {
    const left = part(node, 'left')!;
    const right = part(node, 'right');
    const needs = new NeedSet();
    const type = part(node, 'type');
    if (type !== null) read(type, needs, KEPT);
    if (right !== null) read(right, needs, LOADING);
    if (left.type === 'attribute') {
      const target = source.textOf(left);
      if (!/^\w+\.\w+$/.test(target) || !local.has(target.split('.')[0]!)) return general([], whole);
      return add([target], whole, needs, runsOf(right, needs));
    }
    if (left.type === 'subscript') return general([], whole);
    const names = boundNames(left).map((name) => source.textOf(name));
    for (let inner = right; inner?.type === 'assignment'; inner = part(inner, 'right'))
      names.push(...boundNames(part(inner, 'left')!).map((name) => source.textOf(name)));
    if (right !== null) for (const lambda of lambdasIn(right)) noteCalls(source, lambda, needs, bound);
    add(names, whole, needs, runsOf(right, needs));
  }

  function runsOf(right: Node | null, needs: NeedSet): { runs?: string } {
    return right === null || isInert(right) ? {} : { runs: needsOf(needs.runs) || '?' };
  }

  function general(names: readonly string[], node: Node): void {
    const needs = new NeedSet();
    read(node, needs, KEPT);
    add(names, node, needs, { runs: '*' });
  }

  function add(names: readonly string[], whole: Node, needs: NeedSet, more: Partial<OutlineItem> = {}): void {
    for (const name of names) needs.uses.delete(name);
    items.push({ names: [...names], hash: hashOf(whole), uses: needsOf(needs.uses), ...typesOf(needs), ...more });
  }

  function parametersIn(node: Node): string[] {
    return (part(node, 'parameters')?.children ?? []).map((each) => source.textOf(each.type === 'identifier' ? each : each.children[0] ?? each));
  }

  function hashOf(...nodes: readonly Node[]): number {
    return nodes.reduce((hash, node) => hashText(hash, source.textOf(node)), 0);
  }

  function hashWithout(whole: Node, parts: readonly Node[]): number {
    let at = whole.start;
    let hash = 0;
    for (const each of parts) {
      hash = hashText(hash, source.text.slice(at, each.start));
      at = each.end;
    }
    return hashText(hash, source.text.slice(at, whole.end));
  }
}

function typesOf(needs: NeedSet): { types?: string } {
  const only = [...needs.types].filter((name) => !needs.uses.has(name));
  return only.length === 0 ? {} : { types: needsOf(only) };
}

/** Names that statements bind, those in branches and loops included. */
function namesBoundBy(source: Source, statements: readonly Node[]): string[] {
  const names = new Set<string>();
  const visit = (node: Node): void => {
    if (node.type === 'function_definition' || node.type === 'class_definition') {
      names.add(source.textOf(part(node, 'name') ?? node));
      return;
    }
    if (node.type === 'assignment' || node.type === 'augmented_assignment' || node.type === 'for_statement') {
      const left = part(node, 'left');
      if (left !== null) for (const name of boundNames(left)) names.add(source.textOf(name));
    }
    if (node.type === 'as_pattern') {
      const alias = part(node, 'alias');
      if (alias !== null) for (const name of boundNames(alias)) names.add(source.textOf(name));
    }
    if (node.type === 'type_alias_statement')
      each(part(node, 'left') ?? node, (inner) => void (inner.type === 'identifier' && names.add(source.textOf(inner))));
    if (node.type !== 'lambda') node.children.forEach(visit);
  };
  statements.forEach(visit);
  return [...names];
}

/** Nothing is called when it is worked out. */
function isInert(node: Node): boolean {
  if (node.type === 'lambda') return true;
  if (/^(call|await|subscript|list_comprehension|set_comprehension|dictionary_comprehension|generator_expression|yield)$/.test(node.type)) return false;
  return node.children.every(isInert);
}

/** Bodies of the outermost functions. */
function functionBodiesIn(node: Node): Node[] {
  if (node.type !== 'function_definition') return node.children.flatMap(functionBodiesIn);
  const body = part(node, 'body');
  return body === null ? [] : [body];
}

function lambdasIn(node: Node): Node[] {
  return node.type === 'lambda' ? [node] : node.children.flatMap(lambdasIn);
}
