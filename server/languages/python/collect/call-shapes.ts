/** How the functions of a file can be called, and calls of functions that the file declares or imports by name. */
import type { CallableFact, CallShapeFact } from '../../../facts/call-shapes.ts';
import type { FunctionFact } from '../../../facts/file-facts.ts';
import { mismatchOf } from '../../../text/call-fit.ts';
import { definitionsOf, methodOfObject } from '../definitions.ts';
import { isBuiltin } from '../import-group.ts';
import { argumentsOf, functionOf } from '../names.ts';
import { isProbe } from '../probes.ts';
import { parametersOf, type Scopes } from '../scopes.ts';
import { around as enclosing, decorated, decoratorsOf, isBareString, part, some, type Node, type Source } from '../syntax.ts';
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

/** @param source a file @param scopes of its names @param around the functions of the file, filled during the walk */
export function callShapeCollector(source: Source, scopes: Scopes, around: readonly FunctionFact[]): CallShapeCollector {
  const shapes: CallShapeFact[] = [];
  /** Each way to call a function is looked at once. */
  const told = new Set<string>();
  const known = new Map<Node, string | null>();
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
      if (declared.imported === '*' || isBuiltin(declared.specifier) || isReassigned(name)) return null;
      return { from: { specifier: declared.specifier, imported: declared.imported } };
    }
    if (declared?.kind !== 'function' && declared?.kind !== 'class') return null;
    const { functions, classes } = definitionsOf(source);
    const all = (declared.kind === 'function' ? functions : classes).get(name) ?? [];
    const takes = all.length === 1 && !isReassigned(name) ? takenBy(all[0]!) : null;
    return takes === null ? null : { takes };
  }

  /** `self.load()`, where the class declares the method once, and nothing in the file derives from the class. */
  function ownMethod(callee: Node): { takes: string } | null {
    const object = part(callee, 'object');
    // By another name it may be what a plain function in the class is given.
    const method = object === null || source.textOf(object) !== 'self' ? null : methodOfObject(source, scopes, object);
    if (method === null || decoratorsOf(method).length > 0) return null;
    const owner = decorated(method).parent.parent;
    const { bases, methodsOf } = definitionsOf(source);
    const name = source.textOf(part(callee, 'attribute') ?? callee);
    const [only, ...others] = methodsOf(owner, name);
    if (bases.has(source.textOf(part(owner, 'name') ?? owner)) || only === undefined || others.length > 0) return null;
    if (scopes.fieldsOf(owner).has(name) || decoratorsOf(only).length > 0 || isLeftOpen(only)) return null;
    const takes = takenByFunction(only, true);
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
    const { methodsOf } = definitionsOf(source);
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

  /** The name is also given something else than its definition. */
  function isReassigned(name: string): boolean {
    const { assigned, globals } = definitionsOf(source);
    return assigned.has(name) || globals.has(name);
  }

  function callablesOf(): CallableFact[] {
    const { functions, classes } = definitionsOf(source);
    return [...functions, ...classes].flatMap(([name, all]) => {
      if (all.length !== 1 || isReassigned(name) || (functions.has(name) && classes.has(name)) || decorated(all[0]!).parent !== source.root) return [];
      const takes = takenBy(all[0]!);
      return takes === null ? [] : [{ name, takes }];
    });
  }
}
