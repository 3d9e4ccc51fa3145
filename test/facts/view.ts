/** Facts without what must differ between languages: places in the text, and the words `this`, `self` and `constructor`. */
import type { CallFact, FileFacts, FunctionFact, ValueFact } from '../../server/facts/file-facts.ts';

const own = (text: string): string =>
  text
    .replace(/\b(this|self)\b/g, 'self')
    .replace(/^(constructor|__init__)$/, 'new')
    .replace(/^(type |new )?\.\/?/, '$1./')
    .replace(/(['"])/g, '"')
    .replace(/\[(…|\w+)\]$/, '');

function value({ kind, text, constant, pieces, origins, properties }: ValueFact): unknown {
  const plain = kind === 'string' || kind === 'number' || kind === 'boolean' || kind === 'null' || kind === 'identifier' || kind === 'member';
  return {
    kind,
    ...(plain ? { text: own(text) } : {}),
    constant,
    pieces: pieces?.filter((piece) => piece !== '') ?? null,
    origins: origins.map((origin) => `${origin.kind} ${own(origin.text)}${origin.bounded ? ' bounded' : ''}`),
    ...(properties === null ? {} : { properties: properties.map((each) => ({ name: each.name, value: value(each.value) })) }),
  };
}

function fn({
  name,
  kind,
  owner,
  parent,
  public: isPublic,
  visibility,
  async,
  generator,
  static: isStatic,
  abstract,
  params,
  returnType,
  returnsValue,
  doc,
  complexity,
  flatBranches,
  nesting,
  throws,
}: FunctionFact): unknown {
  return {
    name: own(name),
    kind,
    owner,
    parent,
    public: isPublic,
    visibility,
    async,
    generator,
    static: isStatic,
    abstract,
    params: params.map((param) => ({
      name: param.name,
      typed: param.type !== null,
      rest: param.rest,
      default: param.default === null ? null : param.default.kind,
    })),
    typed: returnType !== null,
    returnsValue,
    complexity,
    flatBranches,
    nesting,
    throws,
    doc: doc === null ? null : { summary: doc.summary, params: doc.params, returns: doc.returns, throws: doc.throws },
  };
}

function call(each: CallFact): unknown {
  return {
    callee: own(each.callee),
    name: each.name,
    module: each.module === null ? null : own(each.module),
    member: each.member,
    receiver: each.receiver === null ? null : own(each.receiver),
    new: each.new,
    args: each.args.map(value),
    firstString: each.firstString,
    function: each.function,
    loop: each.loop,
    awaited: each.awaited,
    result: each.result,
    target: each.target === null ? null : own(each.target),
    flowsTo: each.flowsTo === null ? null : own(each.flowsTo),
    guarded: each.guarded,
  };
}

/** @param facts of one file @returns what must be the same for the same program in another language */
export function view(facts: FileFacts): Record<string, unknown> {
  return {
    imports: facts.imports.map((each) => ({
      specifier: own(each.specifier),
      typeOnly: each.typeOnly,
      couldBeTypeOnly: each.couldBeTypeOnly,
      lazy: each.lazy,
      names: each.names.map((name) => [name.imported, name.local, name.usedAsValue, name.usedAsType]),
    })),
    exports: facts.exports.map((each) => [each.name, each.kind]),
    classes: facts.classes.map(({ name, public: isPublic, abstract, extends: bases, methods, fields }) => ({
      name,
      public: isPublic,
      abstract,
      extends: bases,
      methods,
      fields,
    })),
    members: facts.classFacts.map((each) => ({
      fields: each.fields.map((field) => [field.name, field.type !== null, field.visibility]),
      methods: each.methods.map((method) => [own(method.name), method.uses]),
    })),
    constructions: facts.constructions.map(({ name, specifier, imported, className, functionName, target, defaultOnly, hands }) => ({
      name,
      specifier: own(specifier),
      imported,
      className,
      functionName,
      target: target === null ? null : own(target),
      defaultOnly,
      hands,
    })),
    settings: facts.settings.map(({ name, default: fallback, function: at }) => ({ name, default: fallback, function: own(at) })),
    functions: facts.functions.map(fn),
    calls: facts.calls.map(call),
    loops: facts.loops.map(({ kind, parent, function: at, async, iterable, variables, copies }) => ({
      kind,
      parent,
      function: at,
      async,
      iterable,
      variables,
      copies: (copies ?? []).map((copy) => copy.name),
    })),
    awaits: facts.awaits.map(({ function: at, loop, ordered }) => ({ function: at, loop, ordered })),
    handlers: facts.handlers.map(({ kind, param, statements, commented, usesError, rethrows, logs, recovers, guards, function: at }) => ({
      kind,
      param,
      statements,
      commented,
      usesError,
      rethrows,
      logs,
      recovers,
      guards: guards.map(own),
      function: at,
    })),
    acquisitions: facts.acquisitions.map(({ name, variable, function: at, managed, escapes, closedBy, closedInFinally, exitBeforeClose }) => ({
      name,
      variable,
      function: at,
      managed,
      escapes,
      closedBy,
      closedInFinally,
      exitBeforeClose,
    })),
    tests: facts.tests.map(({ kind, modifier, assertions, tautologies, empty, words }) => ({
      kind,
      modifier,
      assertions,
      tautologies: tautologies.length,
      empty,
      words,
    })),
    suppressions: facts.suppressions.map(({ ruleId, reason, scope, from }) => ({ ruleId, reason, scope, from })),
    // Types have names of their own in each language.
    contract: facts.contract === null ? null : { ...facts.contract, surface: facts.contract.surface.untyped, span: null },
    metrics: { ...facts.metrics, lines: 0, codeLines: 0 },
  };
}
