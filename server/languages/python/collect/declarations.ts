/** Names declared in a file, for the naming rule. */
import type { DeclarationFact, DeclarationKind } from '../../../facts/file-facts.ts';
import { basesOf, calleeName, decoratorNames } from '../names.ts';
import { parametersOf } from '../scopes.ts';
import { isPlainString, stringValue } from '../strings.ts';
import { around, boundNames, decoratorsOf, part, unwrap, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import type { Exported } from './exports.ts';

export interface DeclarationCollector extends Collector {
  declarations: DeclarationFact[];
}

export function declarationCollector(source: Source, exported: Exported): DeclarationCollector {
  const declarations: DeclarationFact[] = [];
  const seen = new Set<string>();
  const add = (node: Node | null, kind: DeclarationKind, at: Place, value: DeclarationFact['value'] = null, rest: Partial<DeclarationFact> = {}): void => {
    if (node === null) return;
    const name = source.textOf(node);
    declarations.push({
      name, kind, span: source.span(node), topLevel: at.function === -1 && at.class === -1,
      public: exported.locals.has(name), value, ...rest,
    });
  };
  /** A variable is declared where it is first assigned. */
  const variable = (node: Node, at: Place, right: Node | null): void => {
    const name = source.textOf(node);
    const key = `${at.function} ${at.class} ${name}`;
    if (seen.has(key)) return;
    seen.add(key);
    const field = at.class !== -1
      && around(node, (each) => each.type === 'class_definition' || each.type === 'function_definition')?.type === 'class_definition';
    const inEnum = field && basesOf(source, around(node, (each) => each.type === 'class_definition')!).some((base) => /Enum$|Flag$/.test(base.name));
    const capitals = /^_*[A-Z][A-Z0-9_]*$/.test(name);
    const kind: DeclarationKind = inEnum ? 'enum-member' : field ? 'property' : capitals && at.function === -1 ? 'constant' : 'variable';
    add(node, kind, at, right ? kindOfValue(unwrap(right)) : null, right && mirrors(node, unwrap(right)) ? { mirrors: true } : {});
  };
  return {
    declarations,
    on: {
      assignment: (node, at) => {
        const left = part(node, 'left');
        if (left === null) return;
        const right = part(node, 'right');
        for (const name of boundNames(left)) variable(name, at, left.type === 'identifier' ? right : null);
      },
      named_expression: (node, at) => { const name = part(node, 'name'); if (name) variable(name, at, part(node, 'value')); },
      for_statement: (node, at) => { for (const name of boundNames(part(node, 'left') ?? node)) variable(name, at, null); },
      function_definition: (node, at) => {
        const outer = around(node, (each) => each.type === 'class_definition' || each.type === 'function_definition');
        const method = outer?.type === 'class_definition';
        const overridden = decoratorNames(source, decoratorsOf(node)).some((each) => /(^|\.)override$/.test(each));
        // The name of a method may come from a base class defined elsewhere.
        const inherited = method && basesOf(source, outer).some((base) => base.name !== 'object');
        if (!overridden) add(part(node, 'name'), method ? 'method' : 'function', at, null, inherited ? { ambient: true } : {});
        for (const parameter of parametersOf(node)) if (!/^(self|cls)$/.test(source.textOf(parameter.name)))
          add(parameter.name, 'parameter', { ...at, function: 0 }, null, inherited ? { ambient: true } : {});
      },
      class_definition: (node, at) => add(part(node, 'name'), basesOf(source, node).some((base) => /Enum$|Flag$/.test(base.name)) ? 'enum' : 'class', at),
      type_alias_statement: (node, at) => { const name = part(node, 'left'); add(name?.children[0] ?? name, 'type', at); },
    },
  };

  /** It has the name of its source: `userId = payload['userId']`, `maxDiff = other.maxDiff`. */
  function mirrors(node: Node, value: Node): boolean {
    const name = source.textOf(node);
    if (value.type === 'attribute' || value.type === 'subscript') return calleeName(source, value).path.at(-1) === name;
    if (value.type !== 'call') return value.type === 'identifier' && source.textOf(value) === name;
    // `payload.get('userId')`, `TypeVar('T')`, `namedtuple('Point', …)`.
    const first = part(value, 'arguments')?.children[0];
    return first !== undefined && isPlainString(first) && stringValue(source, first) === name;
  }
}

function kindOfValue(node: Node): DeclarationFact['value'] {
  switch (node.type) {
    case 'string': case 'concatenated_string': return 'string';
    case 'integer': case 'float': return 'number';
    case 'true': case 'false': return 'boolean';
    case 'none': return 'null';
    case 'lambda': return 'function';
    case 'dictionary': return 'object';
    case 'list': case 'tuple': case 'set': return 'array';
    case 'call': return 'call';
    case 'identifier': case 'attribute': return 'identifier';
    default: return 'other';
  }
}
