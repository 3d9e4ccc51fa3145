/** Reads annotations into types. */
import { parsePython } from '../../parser.ts';
import { isPlainString, stringValue } from '../../strings.ts';
import { createSource, part, unwrap, type Node, type Source } from '../../syntax.ts';
import type { ClassBinding, Definition, ModuleModel } from '../model.ts';
import type { Project } from '../project.ts';
import { calledName, callArguments, dottedName, lastName } from '../read/nodes.ts';
import { canonicalName, isKnownClass, varianceOf } from './known-classes.ts';
import { ANY, classType, MISSING, NONE, type Type, unionOf } from './type.ts';

/** Where an annotation stands. */
export interface TypePlace {
  module: ModuleModel;
  owner: ClassBinding | null;
  source: Source;
  /** Type variables in the order in which they were met, so that their names do not count. */
  variables: Map<string, string>;
  /** Names of type variables that the function or class declares itself: `def first[T](…)`. */
  declared: ReadonlyMap<string, Node | null>;
  depth: number;
}

const DEEPEST = 25;
/** Names that mean the same wherever they come from, an import that is missing included. */
const FORMS = /^(property|tuple|Tuple|Any|Union|Optional|Literal|Callable|Never|NoReturn|Self|Annotated|Final|ClassVar)$/;
/** Forms that say something about a variable and not about its type. */
const TRANSPARENT = new Set(['Required', 'NotRequired', 'ReadOnly', 'Final', 'ClassVar', 'InitVar', 'Annotated']);

export class TypeReader {
  private readonly project: Project;
  /** The name by which a class of the workspace goes, the same in two states when it is the same class to others. */
  private readonly nameOf: (binding: ClassBinding) => string;

  constructor(project: Project, nameOf: (binding: ClassBinding) => string) {
    this.project = project;
    this.nameOf = nameOf;
  }

  read(node: Node, place: TypePlace): Type {
    if (place.depth > DEEPEST) return { kind: 'unknown', text: '…' };
    const inner = unwrap(node);
    const { source } = place;
    switch (inner.type) {
      case 'type': return inner.children.length === 1 ? this.read(inner.children[0]!, place) : this.unknown(inner, place);
      case 'none': return NONE;
      case 'ellipsis': return MISSING;
      case 'string': case 'concatenated_string': return isPlainString(inner) ? this.readText(stringValue(source, inner), place) : this.unknown(inner, place);
      case 'union_type': return unionOf(inner.children.map((child) => this.read(child, place)));
      case 'binary_operator':
        return inner.tokens.includes('|') ? unionOf(inner.children.map((child) => this.read(child, place))) : this.unknown(inner, place);
      case 'identifier': case 'attribute': case 'member_type': {
        const dotted = dottedName(source, inner);
        return dotted === null ? this.unknown(inner, place) : this.named(dotted, [], place);
      }
      case 'generic_type': {
        const [name, list] = inner.children;
        const dotted = name ? dottedName(source, name) : null;
        return dotted === null ? this.unknown(inner, place) : this.named(dotted, list?.children ?? [], place);
      }
      case 'subscript': {
        const value = part(inner, 'value');
        const dotted = value && dottedName(source, value);
        if (dotted === null) return this.unknown(inner, place);
        const inside = inner.children.filter((child) => child.field === 'subscript');
        return this.named(dotted, inside.length === 1 && inside[0]!.type === 'tuple' ? inside[0]!.children : inside, place);
      }
      default: return this.unknown(inner, place);
    }
  }

  private unknown(node: Node, { source }: TypePlace): Type {
    return { kind: 'unknown', text: source.textOf(node).replace(/\s+/g, '') };
  }

  private readText(text: string, place: TypePlace): Type {
    const tree = parsePython(text.trim());
    try {
      const source = createSource(place.source.path, text.trim(), tree);
      const expression = source.root.children[0]?.children[0];
      return expression ? this.read(expression, { ...place, source, depth: place.depth + 1 }) : { kind: 'unknown', text };
    } finally {
      tree.delete();
    }
  }

  private named(dotted: string, args: readonly Node[], place: TypePlace): Type {
    const { module, owner, declared } = place;
    if (declared.has(dotted)) return this.variable(dotted, declared.get(dotted) ?? null, place);
    for (const found of this.project.resolve(dotted, module, owner)) {
      if (found.kind === 'external') return this.form(canonicalName(found.name), args, place);
      if (found.kind === 'definition') return this.defined(found.binding, args, place);
    }
    const canonical = canonicalName(`builtins.${dotted}`);
    // A name that cannot be followed, such as one of a star import of `typing`, is taken for what it is everywhere.
    return isKnownClass(canonical) || FORMS.test(dotted) || module.stars.length > 0
      ? this.form(canonical, args, place) : { kind: 'unknown', text: lastName(dotted) };
  }

  private defined(binding: Definition, args: readonly Node[], place: TypePlace): Type {
    if (binding.kind === 'class') return classType(this.nameOf(binding), args.map((each) => this.read(each, place)), binding);
    if (binding.kind === 'function' || binding.value === null) return { kind: 'unknown', text: binding.name };
    const { source } = binding.module;
    const called = calledName(source, binding.value);
    switch (called && lastName(called)) {
      case 'TypeVar': return this.variable(binding.name, callArguments(source, binding.value).named.get('bound') ?? null, place, binding);
      case 'ParamSpec': case 'TypeVarTuple': return this.variable(binding.name, null, place);
      case 'NewType': {
        const base = callArguments(source, binding.value).positional[1];
        const inside = { ...place, module: binding.module, owner: binding.owner, source, depth: place.depth + 1 };
        return { kind: 'class', id: binding.name, args: [], binding: null, ...(base ? { base: this.read(base, inside) } : {}) };
      }
      case null: break;
      default: return { kind: 'unknown', text: binding.name };
    }
    const inside = { ...place, module: binding.module, owner: binding.owner, source, depth: place.depth + 1 };
    return this.read(binding.value, inside);
  }

  private variable(name: string, bound: Node | null, place: TypePlace, from?: Definition): Type {
    let id = place.variables.get(name);
    if (id === undefined) place.variables.set(name, (id = `T${place.variables.size + 1}`));
    const inside = from ? { ...place, module: from.module, source: from.module.source, owner: from.owner } : place;
    return { kind: 'variable', id, bound: bound === null ? null : this.read(bound, { ...inside, depth: place.depth + 5 }) };
  }

  /** A class or special form that is not of the workspace. */
  private form(id: string, args: readonly Node[], place: TypePlace): Type {
    const read = (node: Node): Type => this.read(node, { ...place, depth: place.depth + 1 });
    if (TRANSPARENT.has(lastName(id))) return args[0] ? read(args[0]) : MISSING;
    switch (id) {
      case 'Any': return ANY;
      case 'Never': case 'NoReturn': return { kind: 'never' };
      case 'Self': return place.owner ? classType(this.nameOf(place.owner), [], place.owner) : { kind: 'unknown', text: 'Self' };
      case 'None': return NONE;
      case 'Union': return unionOf(args.map(read));
      case 'Optional': return unionOf([...args.map(read), NONE]);
      case 'Literal': return unionOf(args.map((each) => this.literal(each, place)));
      case 'tuple': case 'Tuple': return this.tuple(args, place);
      case 'Callable': return this.callable(args, place);
      case 'TypeAlias': return MISSING;
      default: break;
    }
    const given = args.map(read);
    const variance = varianceOf(id);
    if (variance === null) return classType(id, given);
    if (id === 'Generator' && given.length === 1) given.push(NONE, NONE);
    if (id === 'AsyncGenerator' && given.length === 1) given.push(NONE);
    return classType(id, [...variance].map((_, index) => given[index] ?? MISSING));
  }

  private tuple(args: readonly Node[], place: TypePlace): Type {
    if (args.length === 0) return { kind: 'tuple', items: [], rest: MISSING };
    const inner = args.map((each) => (each.type === 'type' && each.children.length === 1 ? each.children[0]! : each));
    if (inner.length === 1 && inner[0]!.type === 'tuple' && inner[0]!.children.length === 0) return { kind: 'tuple', items: [], rest: null };
    const items = inner.filter((each) => each.type !== 'ellipsis').map((each) => this.read(each, { ...place, depth: place.depth + 1 }));
    return inner.at(-1)!.type === 'ellipsis'
      ? { kind: 'tuple', items: items.slice(0, -1), rest: items.at(-1) ?? MISSING }
      : { kind: 'tuple', items, rest: null };
  }

  private callable(args: readonly Node[], place: TypePlace): Type {
    const inside = { ...place, depth: place.depth + 1 };
    const [first, second] = args.map((each) => (each.type === 'type' && each.children.length === 1 ? each.children[0]! : each));
    const params = first?.type === 'list' ? first.children.map((each) => this.read(each, inside)) : null;
    return { kind: 'callable', params, returns: second ? this.read(second, inside) : MISSING };
  }

  private literal(node: Node, place: TypePlace): Type {
    const inner = node.type === 'type' && node.children.length === 1 ? node.children[0]! : node;
    const text = place.source.textOf(inner);
    if (isPlainString(inner)) return { kind: 'literal', text: JSON.stringify(stringValue(place.source, inner)), base: /^[bB]/.test(text) ? 'bytes' : 'str' };
    switch (inner.type) {
      case 'none': return NONE;
      case 'true': case 'false': return { kind: 'literal', text, base: 'bool' };
      case 'integer': case 'unary_operator': return { kind: 'literal', text, base: 'int' };
      case 'attribute': return { kind: 'literal', text, base: 'enum.Enum' };
      default: return this.read(inner, place);
    }
  }
}

