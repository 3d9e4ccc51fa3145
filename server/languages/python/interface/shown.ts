/** Definitions in one normalised line each. */
import { enumValues, fieldsOf } from './classes/fields.ts';
import type { Binding, ClassBinding, Definition, FunctionBinding, VariableBinding } from './model.ts';
import { deprecationOf, docOf, documentedExceptions } from './read/read-docs.ts';
import { LONGEST_VALUE, printValue, readValue, type Value } from './read/read-value.ts';
import { formOf, placeOf, printSignature, type Signature } from './signature.ts';
import { canonicalName, knownAncestors } from './types/known-classes.ts';
import { ANY, classType, NONE, printType, type Type, unionOf } from './types/type.ts';
import { classId, type World } from './world.ts';

/** The value of a constant where it can be compared; null for what is computed, very long or a version. */
export function valueOf(binding: VariableBinding, world: World): Value | null {
  const { value, module, owner, name, isOfInstance } = binding;
  if (value === null || isOfInstance || value.type === 'ellipsis' || /^__|version/i.test(name)) return null;
  const found = readValue(value, { project: world.project, module, owner, source: module.source });
  return found !== null && printValue(found).length <= LONGEST_VALUE ? found : null;
}

/** The type of a variable as it is written, without what only says how it may be used. */
export function typeOf(binding: VariableBinding, world: World): Type | null {
  const { annotation, module } = binding;
  if (annotation === null) return null;
  const bare = /^["']?(\w+\.)*(Final|ClassVar|TypeAlias)["']?$/.test(module.source.textOf(annotation));
  if (bare) return null;
  const type = world.reader.read(annotation, placeOf(binding, binding.owner ? world.facts(binding.owner).typeParameters : new Map()));
  return binding.isInferred === true && binding.mayBeNone === true ? unionOf([type, NONE]) : type;
}

/** A type that a name stands for: `Path = Union[str, bytes]`, `Path: TypeAlias = …`, `type Path = …`; null for a plain value. */
export function aliasOf(binding: VariableBinding, world: World): Type | null {
  const { value, annotation, module, isAlias } = binding;
  if (value === null || binding.owner !== null) return null;
  const stated = annotation !== null && /TypeAlias/.test(module.source.textOf(annotation));
  const looksLikeType = /^(subscript|generic_type)$/.test(value.type) || (value.type === 'binary_operator' && value.tokens.includes('|'));
  if (!isAlias && !stated && (annotation !== null || !looksLikeType)) return null;
  const type = world.reader.read(value, placeOf(binding, new Map()));
  return type.kind === 'unknown' ? null : type;
}

/** Ancestors that others can name: public ones of the workspace and those from elsewhere. */
export function ancestorsOf(binding: ClassBinding, world: World): Set<string> {
  const { lineage } = world.facts(binding);
  const names = new Set(lineage.own.slice(1).filter(({ name }) => !name.startsWith('_')).map(classId));
  for (const name of lineage.foreign) for (const each of knownAncestors(canonicalName(name))) names.add(each);
  for (const silent of ['object', 'Generic', 'ABC', 'Protocol', 'NamedTuple', 'TypedDict']) names.delete(silent);
  return names;
}

export function raisesOf(binding: FunctionBinding): Set<string> {
  return documentedExceptions(docOf(binding.module.source, binding.definition));
}

/** What a call gives: a coroutine, where the function is asynchronous. */
function resultOf(binding: FunctionBinding, signature: Signature): Signature {
  const { isAsync, isGenerator } = formOf(binding);
  return isAsync && !isGenerator && signature.returns !== null ? { ...signature, returns: classType('Coroutine', [ANY, ANY, signature.returns]) } : signature;
}

export function shownFunction(binding: FunctionBinding, world: World): string {
  const form = formOf(binding);
  const words = [
    form.isAbstract ? 'abstract' : '', form.isFinal ? 'final' : '',
    
    form.role === 'classmethod' || form.role === 'staticmethod' ? 'class-bound' : '', form.isContextManager ? 'contextmanager' : '',
    form.isAsync && world.signature(binding).returns === null ? 'async' : '',
  ].filter(Boolean);
  const signature = resultOf(binding, world.signature(binding));
  if (form.isGenerator && signature.returns === null && !form.isContextManager) words.push('generator');
  if (form.role === 'property') {
    // Read like an attribute, and written like one where it has a setter.
    const type = signature.returns === null ? '' : `: ${printType(signature.returns)}`;
    return [...words.filter((word) => word !== 'generator'), `${binding.name}${type}${binding.settable ? '' : ' read-only'}`].join(' ');
  }
  const signatures = binding.overloads.length > 0
    ? binding.overloads.map((each) => printSignature(resultOf(each, world.signature(each)))).join('; ') : printSignature(signature);
  const raises = [...raisesOf(binding)].sort();
  return `${[...words, 'def'].join(' ')} ${binding.name}${signatures}${raises.length > 0 ? ` raises ${raises.join(', ')}` : ''}`;
}

export function shownClass(binding: ClassBinding, world: World): string {
  const facts = world.facts(binding);
  const words = [
    facts.isFinal ? 'final' : '', facts.isFrozen ? 'frozen' : '', facts.isSlotted ? 'slotted' : '', facts.isHashable ? '' : 'unhashable',
    facts.isOrdered ? 'ordered' : '',
    /^(typed-dict|named-tuple|protocol|enum)$/.test(facts.flavour) ? facts.flavour : '',
  ].filter(Boolean);
  const bases = [...ancestorsOf(binding, world)].sort();
  const fields = facts.flavour === 'named-tuple' ? ` fields ${fieldsOf(binding, world).map(({ name }) => name).join(', ')}` : '';
  const metaclasses = [...facts.lineage.metaclasses].filter((name) => name !== 'ABCMeta').sort();
  const parameters = facts.typeParameters.size > 0 ? `[${facts.typeParameters.size}]` : '';
  return [...words, 'class', `${binding.name}${parameters}(${bases.join(', ')})${fields}`,
    ...metaclasses.map((name) => `metaclass ${name}`)].join(' ');
}

export function shownVariable(binding: VariableBinding, world: World): string {
  const alias = aliasOf(binding, world);
  if (alias !== null) return `type ${binding.name} = ${printType(alias)}`;
  const type = typeOf(binding, world);
  const value = valueOf(binding, world);
  return `${binding.name}${type === null ? '' : `: ${printType(type)}`}${value === null ? '' : ` = ${printValue(value)}`}`;
}

export function shown(binding: Definition, world: World): string {
  switch (binding.kind) {
    case 'function': return shownFunction(binding, world);
    case 'class': return shownClass(binding, world);
    case 'variable': return shownVariable(binding, world);
  }
}

/** Flavours whose values are defaults of the constructor. */
const FIELDS = /^(dataclass|attrs|pydantic|named-tuple)$/;

/** A function or constant under the name by which it is offered. */
export function renamed(text: string, name: string): string {
  return text.replace(/(?<=\bdef )\w+(?=\()|^\w+(?=$|: | = | read-only$)/, name);
}

/** A member of a class, where its flavour gives it another meaning. */
export function shownMember(owner: ClassBinding, name: string, binding: Binding, world: World): string {
  const { flavour, isFrozen } = world.facts(owner);
  if (binding.kind === 'import') return name;
  if (flavour === 'enum' && binding.kind === 'variable') return `${name} = ${enumValues(binding.owner ?? owner, world).get(name) ?? '…'}`;
  if (flavour === 'typed-dict' && binding.kind === 'variable') {
    const field = fieldsOf(owner, world).find((each) => each.name === name);
    return `${name}: ${field?.type ? printType(field.type) : 'Any'} ${field?.isRequired === true ? 'required' : 'optional'}`;
  }
  if (FIELDS.test(flavour) && binding.kind === 'variable') return `${shownVariable({ ...binding, value: null }, world)}${isFrozen ? ' read-only' : ''}`;
  return renamed(shown(binding, world), name);
}

export function deprecation(binding: Definition): string | null {
  return binding.kind === 'variable' ? null : deprecationOf(binding);
}
