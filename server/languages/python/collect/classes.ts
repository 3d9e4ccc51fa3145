/** Classes: members, what each method uses, what they extend. */
import type { ClassFact, FieldFact, FunctionFact } from '../../../facts/file-facts.ts';
import { touchedMembers } from '../../kit/touched-members.ts';
import { basesOf, decoratorNames } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { decoratorsOf, enclosingFunction, part, type Node, type Source } from '../syntax.ts';
import type { Values } from '../values.ts';
import type { Collector, Place } from '../walk.ts';
import { documentationOf } from './docs.ts';
import type { Exported } from './exports.ts';
import { visibilityOf } from './functions.ts';
import type { CodeLines } from './lines.ts';

export interface ClassCollector extends Collector {
  facts: ClassFact[];
  enter(node: Node, at: Place): number;
  /** Fills in methods once all functions are known. */
  finish(functions: readonly FunctionFact[]): void;
}

export function classCollector(source: Source, scopes: Scopes, values: Values, exported: Exported, lines: CodeLines): ClassCollector {
  const facts: ClassFact[] = [];
  /** Through `self` or `cls`. */
  const touched = touchedMembers();

  return {
    facts,
    enter(node, at) {
      facts.push(describe(node, at));
      return facts.length - 1;
    },
    on: {
      identifier: (node, at) => {
        if (at.class === -1 || at.function === -1 || node.end - node.start > 4) return;
        const name = source.textOf(node);
        if ((name !== 'self' && name !== 'cls') || /parameter/.test(node.parent.type)) return;
        const { parent } = node;
        if (parent.type === 'attribute' && node.field === 'object') touched.note(at, source.textOf(part(parent, 'attribute')!));
        else if (parent.type !== 'return_statement' && !isOnlyAsked(source, node)) touched.note(at, '*');
      },
    },
    finish: (functions) => touched.finish(facts, functions),
  };

  function describe(node: Node, at: Place): ClassFact {
    const nameNode = part(node, 'name') ?? node;
    const name = source.textOf(nameNode);
    const bases = basesOf(source, node).map((base) => base.name);
    const isProtocol = bases.some((base) => /(^|\.)Protocol$/.test(base));
    const metaclass = part(node, 'superclasses')?.children.find((child) => child.type === 'keyword_argument');
    return {
      name,
      kind: isProtocol ? 'interface' : 'class',
      span: source.span(node),
      nameSpan: source.span(nameNode),
      public: at.function === -1 && (at.class === -1 ? exported.locals.has(name) : facts[at.class]!.public && visibilityOf(name) === 'public'),
      abstract: bases.some((base) => /(^|\.)ABC$/.test(base)) || (metaclass !== undefined && /ABCMeta$/.test(source.textOf(metaclass))),
      extends: bases.filter((base) => !/^(object|(\w+\.)?(ABC|Protocol|Generic))$/.test(base)),
      implements: [],
      decorators: decoratorNames(source, decoratorsOf(node)),
      doc: documentationOf(source, node),
      fields: isProtocol ? [] : fieldsOf(node),
      methods: [],
      codeLines: lines.between(node.start, node.end),
    };
  }

  function fieldsOf(owner: Node): FieldFact[] {
    const properties = new Set<string>();
    for (const statement of part(owner, 'body')?.children ?? []) {
      const method = statement.type === 'decorated_definition' ? part(statement, 'definition') : null;
      if (method) properties.add(source.textOf(part(method, 'name') ?? method));
    }
    return [...scopes.fieldsOf(owner)].filter(([name]) => !properties.has(name) && name !== '__slots__').map(([name, { value, type, node }]) => ({
      name,
      span: source.span(node),
      type: type ? source.shorten(type) : null,
      visibility: visibilityOf(name),
      readonly: /^_*[A-Z][A-Z0-9_]*$/.test(name) || (type !== null && /^(\w+\.)?Final\b/.test(source.textOf(type))),
      static: enclosingFunction(node) === null && type === null,
      value: value ? values.describe(value, 0) : null,
    }));
  }
}

/** `isinstance(self, X)`, `super(X, self)`, `type(self)`, `repr(self)`: inspected, not passed on. */
function isOnlyAsked(source: Source, node: Node): boolean {
  const call = node.parent.type === 'argument_list' ? node.parent.parent : null;
  const callee = call === null ? null : part(call, 'function');
  return callee !== null && /^(isinstance|super|type|repr|str|id|hash|hasattr|len|issubclass)$/.test(source.textOf(callee));
}
