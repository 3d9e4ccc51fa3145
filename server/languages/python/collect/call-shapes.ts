/** How the functions of a file can be called, and calls of functions that the file declares or imports by name. */
import type { CallableFact, CallShapeFact } from '../../../facts/call-shapes.ts';
import type { FunctionFact } from '../../../facts/file-facts.ts';
import { mismatchOf } from '../../../text/call-fit.ts';
import { isBuiltin } from '../import-group.ts';
import { argumentsOf, functionOf } from '../names.ts';
import { isProbe } from '../probes.ts';
import { parametersOf, type Scopes } from '../scopes.ts';
import { around as enclosing, boundNames, decorated, decoratorsOf, each, isBareString, isFunction, part, some, type Node, type Source } from '../syntax.ts';
import type { Collector } from '../walk.ts';

export interface CallShapeCollector extends Collector {
  finish(): { callables?: CallableFact[]; callShapes?: CallShapeFact[] };
}

/** Of more calls in one file the rest is left out. */
const MOST = 300;
/** Leave the parameters as they are. */
const HARMLESS =
  /^((\w+\.)*(override|final|no_type_check|contextmanager|asynccontextmanager|lru_cache|cache|no_grad|inference_mode|njit|jit\.script)(\(.*\))?|typing\.\w+)$/s;
/** What a call that does not fit raises. */
const RAISED = /\bTypeError\b/;
/** `pytest.raises(TypeError, load, 1)`, `assertRaises(TypeError, lambda: load())`. */
const ASKS = /\b(raises|assertRaises\w*)\(/;

interface Definitions {
  functions: Map<string, Node[]>;
  classes: Map<string, Node[]>;
  assigned: Set<string>;
  /** From which some class of the file derives. */
  bases: Set<string>;
}

/** @param source a file @param scopes of its names @param around the functions of the file, filled during the walk */
export function callShapeCollector(source: Source, scopes: Scopes, around: readonly FunctionFact[]): CallShapeCollector {
  const shapes: CallShapeFact[] = [];
  /** Each way to call a function is looked at once. */
  const told = new Set<string>();
  let definitions: Definitions | null = null;
  const known = new Map<Node, string | null>();
  const methods = new Map<Node, Map<string, Node[]>>();
  return {
    finish() {
      const callables = callablesOf();
      return { ...(callables.length === 0 ? {} : { callables }), ...(shapes.length === 0 ? {} : { callShapes: shapes }) };
    },
    on: {
      call: (call, at) => {
        if (shapes.length >= MOST) return;
        const target = targetOf(functionOf(call));
        if (target === null) return;
        const given = argumentsOf(source, call);
        const { children } = part(call, 'arguments') ?? call;
        if (given.spread.length > 0 || children.some(({ type }) => type === 'list_splat' || type === 'ERROR')) return;
        const shape = { positional: given.positional.length, keywords: given.keywords.map(({ name }) => name).join(',') };
        const callee = source.textOf(functionOf(call));
        const key = `${callee}(${shape.positional};${shape.keywords})`;
        if (told.has(key)) return;
        if ('takes' in target && mismatchOf(target.takes, shape) === null) return;
        if (isSkipped(call) || isProbe(source, call, RAISED) || ASKS.test(source.shorten(call.parent.parent, 100))) return;
        told.add(key);
        shapes.push({ callee, ...target, ...shape, place: around[at.function]?.name ?? '', span: source.span(call) });
      },
    },
  };

  /** In a test that is left out: `@pytest.mark.skip`. */
  function isSkipped(call: Node): boolean {
    const test = enclosing(call, (node) => node.type === 'function_definition');
    return test !== null && decoratorsOf(test).some((each) => /\bskip\b/.test(source.textOf(each)));
  }

  function targetOf(callee: Node): Pick<CallShapeFact, 'from'> | { takes: string } | null {
    if (callee.type === 'attribute') return ownMethod(callee);
    if (callee.type !== 'identifier') return null;
    const name = source.textOf(callee);
    const declared = scopes.lookup(name, callee);
    if (declared?.kind === 'import') {
      if (declared.imported === '*' || isBuiltin(declared.specifier) || definitionsOf().assigned.has(name)) return null;
      return { from: { specifier: declared.specifier, imported: declared.imported } };
    }
    if (declared?.kind !== 'function' && declared?.kind !== 'class') return null;
    const all = (declared.kind === 'function' ? definitionsOf().functions : definitionsOf().classes).get(name) ?? [];
    const takes = all.length === 1 && !definitionsOf().assigned.has(name) ? takenBy(all[0]!) : null;
    return takes === null ? null : { takes };
  }

  /** `self.load()`, where the class declares the method once, and nothing in the file derives from the class. */
  function ownMethod(callee: Node): { takes: string } | null {
    const object = part(callee, 'object');
    // By another name it may be what a plain function in the class is given.
    const declared = object?.type === 'identifier' && source.textOf(object) === 'self' ? scopes.lookup('self', object) : null;
    if (declared?.kind !== 'parameter' || declared.owner.type !== 'function_definition') return null;
    if (parametersOf(declared.owner)[0]?.node !== declared.node) return null;
    const owner = decorated(declared.owner).parent.parent;
    if (owner.type !== 'class_definition' || decoratorsOf(declared.owner).length > 0 || isDerivedFrom(source.textOf(part(owner, 'name') ?? owner))) return null;
    const name = source.textOf(part(callee, 'attribute') ?? callee);
    const methods = methodsOf(owner, name);
    if (methods.length !== 1 || scopes.fieldsOf(owner).has(name) || decoratorsOf(methods[0]!).length > 0 || isLeftOpen(methods[0]!)) return null;
    return wrapTaken(takenByFunction(methods[0]!, true));
  }

  function wrapTaken(takes: string | null): { takes: string } | null {
    return takes === null ? null : { takes };
  }

  function takenBy(definition: Node): string | null {
    let takes = known.get(definition);
    if (takes === undefined) {
      takes = definition.type === 'class_definition' ? takenByClass(definition) : takenByFunction(definition, false);
      known.set(definition, takes);
    }
    return takes;
  }

  function takenByClass(owner: Node): string | null {
    const bases = part(owner, 'superclasses')?.children ?? [];
    if (decoratorsOf(owner).length > 0 || bases.some((base) => source.textOf(base) !== 'object') || methodsOf(owner, '__new__').length > 0) return null;
    const [first, ...others] = methodsOf(owner, '__init__');
    if (first === undefined) return '';
    return others.length > 0 || decoratorsOf(first).length > 0 ? null : takenByFunction(first, true);
  }

  function takenByFunction(fn: Node, isMethod: boolean): string | null {
    if (!decoratorsOf(fn).every((each) => HARMLESS.test(source.textOf(each)))) return null;
    const list = part(fn, 'parameters');
    if (list === null || list.children.some(({ type }) => /^(positional_separator|ERROR|tuple_pattern)$/.test(type))) return null;
    const taken: string[] = [];
    let isNamed = false;
    for (const { name, node, value, rest, named } of parametersOf(fn)) {
      if (named && !isNamed && !taken.some((each) => each.startsWith('*'))) taken.push('*');
      isNamed ||= named;
      if (rest) taken.push(/^\*\*/.test(source.textOf(node)) ? '**' : `*${source.textOf(name)}`);
      else taken.push(`${source.textOf(name)}${value === null ? '' : '='}`);
    }
    if (!isMethod) return taken.join(',');
    // `def run(*args)` takes its object with the others.
    return taken[0] === undefined || taken[0].startsWith('*') ? null : taken.slice(1).join(',');
  }

  /** To be written by those who derive from the class. */
  function isLeftOpen(method: Node): boolean {
    const body = part(method, 'body')?.children ?? [];
    const isNothing = (statement: Node): boolean =>
      statement.type === 'pass_statement' || isBareString(statement) || statement.children[0]?.type === 'ellipsis';
    return body.every(isNothing) || some(method, (each) => source.textOf(each) === 'NotImplementedError');
  }

  function methodsOf(owner: Node, name: string): readonly Node[] {
    let table = methods.get(owner);
    if (table === undefined) methods.set(owner, (table = readMethods(owner)));
    return table.get(name) ?? [];
  }

  function readMethods(owner: Node): Map<string, Node[]> {
    const found = new Map<string, Node[]>();
    const visit = (node: Node): void => {
      if (node.type === 'function_definition') return note(found, node);
      if (!isFunction(node) && node.type !== 'class_definition') node.children.forEach(visit);
    };
    part(owner, 'body')?.children.forEach(visit);
    return found;
  }

  function isDerivedFrom(name: string): boolean {
    return definitionsOf().bases.has(name);
  }

  function note(table: Map<string, Node[]>, node: Node): void {
    const name = source.textOf(part(node, 'name') ?? node);
    const all = table.get(name);
    if (all === undefined) table.set(name, [node]);
    else all.push(node);
  }

  function callablesOf(): CallableFact[] {
    const { functions, classes, assigned } = definitionsOf();
    return [...functions, ...classes].flatMap(([name, all]) => {
      if (all.length !== 1 || assigned.has(name) || (functions.has(name) && classes.has(name)) || decorated(all[0]!).parent !== source.root) return [];
      const takes = takenBy(all[0]!);
      return takes === null ? [] : [{ name, takes }];
    });
  }

  function definitionsOf(): Definitions {
    return (definitions ??= read());
  }

  function read(): Definitions {
    const found: Definitions = { functions: new Map(), classes: new Map(), assigned: new Set(), bases: new Set() };
    each(source.root, (node) => {
      if (node.type === 'assignment' || node.type === 'global_statement')
        for (const name of node.type === 'assignment' ? boundNames(part(node, 'left') ?? node) : node.children) found.assigned.add(source.textOf(name));
      if (node.type === 'class_definition') {
        note(found.classes, node);
        for (const base of part(node, 'superclasses')?.children ?? []) found.bases.add(source.textOf(base));
      }
      if (node.type === 'function_definition' && decorated(node).parent.parent.type !== 'class_definition') note(found.functions, node);
    });
    return found;
  }
}
