/** What a class is: its flavour, its flags, its members with the inherited ones. */
import { part } from '../../syntax.ts';
import type { Binding, ClassBinding, Decorator } from '../model.ts';
import { argumentsIn, isFalse, isTrue, callArguments, dottedName } from '../read/nodes.ts';
import { declaredVariables } from '../signature.ts';
import { isPrivateMember } from '../visibility.ts';
import type { Hierarchy, Lineage } from './hierarchy.ts';
import type { Node } from '../../syntax.ts';

export type Flavour = 'plain' | 'enum' | 'typed-dict' | 'named-tuple' | 'protocol' | 'dataclass' | 'attrs' | 'pydantic';

export interface Member {
  bindings: readonly Binding[];
  /** The class of the workspace that defines it. */
  from: ClassBinding;
}

export interface ClassFacts {
  lineage: Lineage;
  flavour: Flavour;
  isFrozen: boolean;
  isHashable: boolean;
  isOrdered: boolean;
  /** Instances take only the attributes of the class. */
  isSlotted: boolean;
  isFinal: boolean;
  /** Attributes may be made when they are asked for. */
  isLazy: boolean;
  /** Type variables in order, with what bounds them. */
  typeParameters: ReadonlyMap<string, Node | null>;
  /** Public ones. */
  members: ReadonlyMap<string, Member>;
}

const ATTRS = /^(attr\.(s|attrs|attributes|define|frozen|mutable|dataclass)|attrs\.(define|frozen|mutable)|define|frozen|mutable)$/;
const MODELS = /(^|\.)(BaseModel|BaseSettings|SQLModel|RootModel|GenericModel)$/;

/** The decorator that makes fields into a constructor. */
export function fieldDecorator({ decorators }: ClassBinding): (Decorator & { isAttrs: boolean }) | null {
  for (const each of decorators) {
    if (each.name === 'dataclass') return { ...each, isAttrs: each.dotted.startsWith('attr') };
    if (each.name === 'dataclass_transform') continue;
    if (ATTRS.test(each.dotted)) return { ...each, isAttrs: true };
  }
  return null;
}

export function decoratorFlag(binding: ClassBinding, decorator: Decorator | null, name: string): boolean | null {
  const value = decorator?.call ? callArguments(binding.module.source, decorator.call).named.get(name) : undefined;
  return isTrue(value) ? true : isFalse(value) ? false : null;
}

export function factsOf(binding: ClassBinding, hierarchy: Hierarchy): ClassFacts {
  const lineage = hierarchy.lineage(binding);
  const decorator = fieldDecorator(binding);
  const flag = (name: string): boolean => decoratorFlag(binding, decorator, name) === true;
  const flavour = flavourOf(binding, lineage, hierarchy);
  const frozenAttrs = decorator !== null && /frozen$/.test(decorator.dotted);
  const isFrozen = flag('frozen') || frozenAttrs || flavour === 'named-tuple' || (flavour === 'pydantic' && isFrozenModel(binding));
  const own = (name: string): boolean => binding.members.has(name);
  const isOff = (name: string): boolean => decoratorFlag(binding, decorator, name) === false;
  const makesEqual = decorator !== null && !isOff('eq') && !(decorator.isAttrs && isOff('cmp'));
  const makesOrder = decorator !== null && /^attr\.(s|attrs)$/.test(decorator.dotted) && !isOff('cmp') && !isOff('order') && !isOff('eq');
  const unhashable = own('__hash__')
    ? binding.members.get('__hash__')![0]!.kind === 'variable'
    : decorator !== null ? makesEqual && !isFrozen && !flag('unsafe_hash') && !flag('hash') && !own('__eq__') : own('__eq__');
  const base = hierarchy.bases(binding).find((each) => each.kind === 'definition');
  const above = base?.kind === 'definition' && base.binding.kind === 'class' && base.binding !== binding ? lineage.own.slice(1) : [];
  const inheritsUnhashable = !own('__hash__') && !own('__eq__') && decorator === null && above.length > 0 && !hashableFrom(above);
  return {
    lineage, flavour, isFrozen, isHashable: !unhashable && !inheritsUnhashable,
    isOrdered: flag('order') || binding.decorators.some(({ name }) => name === 'total_ordering') || lineage.own.some(({ members }) => members.has('__lt__'))
      || makesOrder,
    isSlotted: own('__slots__') || flag('slots') || (decorator !== null && /(^|\.)(define|frozen|mutable)$/.test(decorator.dotted) && !isOff('slots')),
    isFinal: binding.decorators.some(({ name }) => name === 'final'),
    isLazy: lineage.own.some(({ members }) => members.has('__getattr__') || members.has('__getattribute__')),
    typeParameters: typeParametersOf(binding), members: membersOf(lineage),
  };
}

function hashableFrom(own: readonly ClassBinding[]): boolean {
  for (const { members, decorators } of own) {
    if (members.has('__hash__')) return members.get('__hash__')![0]!.kind !== 'variable';
    if (members.has('__eq__')) return false;
    if (decorators.length > 0) return true;
  }
  return true;
}

function flavourOf(binding: ClassBinding, { foreign, own }: Lineage, hierarchy: Hierarchy): Flavour {
  if (fieldDecorator(binding)) return fieldDecorator(binding)!.isAttrs ? 'attrs' : 'dataclass';
  if (foreign.has('enum.Enum')) return 'enum';
  if (foreign.has('TypedDict')) return 'typed-dict';
  if (foreign.has('NamedTuple')) return 'named-tuple';
  if (hierarchy.bases(binding).some((each) => each.kind === 'external' && /(^|\.)Protocol$/.test(each.name))) return 'protocol';
  if ([...foreign].some((name) => MODELS.test(name))) return 'pydantic';
  const above = own.slice(1).find((each) => fieldDecorator(each));
  return above ? fieldDecorator(above)!.isAttrs ? 'attrs' : 'dataclass' : 'plain';
}

function isFrozenModel({ members, module, definition }: ClassBinding): boolean {
  const config = members.get('model_config')?.[0];
  const value = config?.kind === 'variable' && config.value?.type === 'call' ? callArguments(module.source, config.value).named.get('frozen') : undefined;
  return isTrue(value) || isTrue(argumentsIn(module.source, part(definition, 'superclasses')).named.get('frozen'));
}

/** From `class Box[T]`, `Generic[T]` and `Protocol[T]`. */
function typeParametersOf(binding: ClassBinding): Map<string, Node | null> {
  const { definition, module: { source } } = binding;
  const declared = declaredVariables(definition, (node) => source.textOf(node));
  if (declared.size > 0 || definition.type !== 'class_definition') return declared;
  const named = new Map<string, Node | null>();
  for (const node of argumentsIn(source, part(definition, 'superclasses')).positional) {
    const value = node.type === 'subscript' ? part(node, 'value') : null;
    const last = value && dottedName(source, value)?.split('.').at(-1);
    const inside = node.children.filter((child) => child.field === 'subscript').flatMap((child) => (child.type === 'tuple' ? child.children : [child]));
    if (last === 'Generic' || last === 'Protocol') return new Map(inside.map((each) => [source.textOf(each), null]));
    // Without `Generic`, what looks like a type variable among the arguments of the bases is one.
    for (const each of inside)
      if (each.type === 'identifier' && /^_?[A-Z]\d?$|^_?[A-Z]+T$|_co$|_contra$|^_?T_\w+$/.test(source.textOf(each))) named.set(source.textOf(each), null);
  }
  return named;
}

/** `seed: InitVar[int]`, which the constructor takes and nobody keeps. */
function isForConstructor(binding: Binding): boolean {
  return binding.kind === 'variable' && binding.annotation !== null && /\bInitVar\b/.test(binding.module.source.textOf(binding.annotation));
}

function membersOf({ own }: Lineage): Map<string, Member> {
  const members = new Map<string, Member>();
  for (const from of own) {
    for (const [name, bindings] of from.members)
      if (!isPrivateMember(name) && !members.has(name) && !isForConstructor(bindings[0]!)) members.set(name, { bindings, from });
  }
  return members;
}
