/** Strings that may be addresses or paths, and places where `Any` is written. */
import type { AnyFact, FunctionFact, StringFact } from '../../../facts/file-facts.ts';
import { calleeName, functionOf } from '../names.ts';
import type { Scopes } from '../scopes.ts';
import { stringValue } from '../strings.ts';
import { around, enclosingFunction, isBareString, part, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';
import type { Exported } from './exports.ts';

const INTERESTING = /:\/\/|^(~?\/|\.{0,2}\\|[A-Za-z]:[\\/])|^\d{1,3}(\.\d{1,3}){3}/;
const COMPARING = new RegExp(
  String.raw`(^|\.)(startswith|endswith|find|index|count|match|search|fullmatch|removeprefix|removesuffix|replace|split|partition|compile|`
  + 'sub|findall|finditer|assertEqual|assertIn|strip|lstrip|rstrip)$',
);

export interface LiteralCollector extends Collector {
  strings: StringFact[];
  anys: AnyFact[];
}

export function literalCollector(source: Source, scopes: Scopes, exported: Exported, functions: readonly FunctionFact[]): LiteralCollector {
  const strings: StringFact[] = [];
  const anys: AnyFact[] = [];
  return {
    strings,
    anys,
    on: {
      string: (node: Node, at: Place) => {
        // Docstrings and types are not data.
        if (isBareString(node.parent) || node.parent.type === 'type' || node.parent.type === 'concatenated_string' && node.parent.children[0] !== node) return;
        // Adjacent strings are one: an address is often split before its path.
        const pieces = node.parent.type === 'concatenated_string' ? node.parent.children : [node];
        const value = pieces.map((piece) => (piece.type === 'string' ? stringValue(source, piece) : '')).join('');
        if (!INTERESTING.test(value)) return;
        strings.push({
          value: value.slice(0, 300), span: source.span(node), function: at.function,
          ...contextOf(node.parent.type === 'concatenated_string' ? node.parent : node),
        });
      },
      identifier: (node: Node, at: Place) => {
        if (node.end - node.start !== 3 || source.textOf(node) !== 'Any') return;
        const type = around(node, (each) => each.type === 'type');
        const declared = scopes.lookup('Any', node);
        const attribute = node.parent.type === 'attribute';
        if (type === null || (declared !== null && (declared.kind !== 'import' || !/^typing(_extensions)?$/.test(declared.specifier)))
          || (declared === null && !attribute)) return;
        anys.push(describeAny(node, at));
      },
    },
  };

  function describeAny(node: Node, at: Place): AnyFact {
    const span = source.span(node);
    let outer = around(node, (each) => each.type === 'type')!;
    for (let next = around(outer, (each) => each.type === 'type'); next !== null; next = around(outer, (each) => each.type === 'type')) outer = next;
    const direct = outer.children[0] === node || (outer.children[0] === node.parent && node.parent.type === 'attribute');
    const holder = outer.parent;
    const union = /^[\w.]*\s*\|/.test(source.textOf(outer)) || /\|\s*(typing\.)?Any$/.test(source.textOf(outer))
      || /^(Optional|typing\.Optional)\[(typing\.)?Any\]$/.test(source.textOf(outer));
    const list = /^(typing\.)?(list|List|Sequence|Iterable|set|Set|Awaitable|Iterator)\[(typing\.)?Any\]$/.test(source.textOf(outer));
    if (!direct && !union && !list) return { span, where: 'type-argument', name: '', public: false };
    const fn = functions[at.function];
    switch (holder.type) {
      case 'typed_parameter': case 'typed_default_parameter': {
        const name = holder.type === 'typed_parameter' ? holder.children[0]! : part(holder, 'name')!;
        // `*args: Any` accepts whatever another function requires.
        if (/splat/.test(name.type)) return { span, where: 'type-argument', name: '', public: false };
        return { span, where: 'parameter', name: source.textOf(name), public: fn?.public === true && !/^__\w+__$/.test(fn.name) };
      }
      case 'function_definition':
        return { span, where: 'return', name: source.textOf(part(holder, 'name')!), public: fn?.public === true && !/^__\w+__$/.test(fn.name) };
      case 'assignment': {
        const left = part(holder, 'left')!;
        const name = source.textOf(left);
        const inClass = enclosingFunction(holder) === null && around(holder, (each) => each.type === 'class_definition') !== null;
        if (inClass) {
          const owner = around(holder, (each) => each.type === 'class_definition')!;
          return { span, where: 'property', name, public: exported.locals.has(source.textOf(part(owner, 'name') ?? owner)) && !name.startsWith('_') };
        }
        return { span, where: 'variable', name, public: at.function === -1 && exported.locals.has(name) };
      }
      case 'type_alias_statement': return { span, where: 'alias', name: source.shorten(part(holder, 'left') ?? holder, 60), public: at.function === -1 };
      default: return { span, where: 'type-argument', name: '', public: false };
    }
  }

  function contextOf(node: Node): Pick<StringFact, 'name' | 'argumentOf' | 'compared' | 'fallback'> {
    const context = { name: '', argumentOf: null as string | null, compared: false, fallback: false };
    let current = node;
    for (let step = 0; step < 6; step++) {
      const { parent } = current;
      if (parent === current || /_statement$|^block$|^module$/.test(parent.type) && parent.type !== 'type_alias_statement') break;
      switch (parent.type) {
        case 'comparison_operator': case 'case_pattern': context.compared = true; break;
        case 'boolean_operator': if (parent.tokens[0] === 'or' && parent.children[1] === current) context.fallback = true; break;
        case 'conditional_expression': if (parent.children[2] === current) context.fallback = true; break;
        case 'assignment': return { ...context, name: source.shorten(part(parent, 'left')!, 60) };
        case 'pair':
          if (current.field === 'key') return { ...context, compared: true };
          return { ...context, name: source.shorten(part(parent, 'key')!, 60).replace(/^['"]|['"]$/g, '') };
        case 'subscript': return { ...context, compared: current.field === 'subscript' || context.compared };
        case 'keyword_argument': context.name = source.textOf(part(parent, 'name')!); break;
        case 'default_parameter': case 'typed_default_parameter': return { ...context, name: source.textOf(part(parent, 'name')!), fallback: true };
        case 'argument_list': {
          const callee = calleeName(source, functionOf(parent.parent)).text;
          context.argumentOf = callee;
          if (COMPARING.test(callee)) context.compared = true;
          // `os.environ.get('X', default)`.
          if (/(^|\.)(getenv|get|environ\.get|pop|setdefault|config|env)$/.test(callee) && parent.children.indexOf(current) > 0) context.fallback = true;
          if (!/^(Path|str|PurePath|pathlib\.Path)$/.test(callee)) return context;
          break;
        }
        case 'attribute': if (current.field !== 'object') return context; break;
        case 'call': break;
        default: break;
      }
      current = parent;
    }
    return context;
  }
}
