/** Fields of data classes, attrs, models, named tuples and typed dictionaries: what their constructors take. */
import { isPlainString, stringValue } from '../../strings.ts';
import { part, type Node } from '../../syntax.ts';
import type { ClassBinding, VariableBinding } from '../model.ts';
import { argumentsIn, calledName, callArguments, dottedName, isFalse, isTrue, lastName } from '../read/nodes.ts';
import { namesInCall } from '../read/call-names.ts';
import { printValue, readValue } from '../read/read-value.ts';
import { type Parameter, placeOf } from '../signature.ts';
import type { Type } from '../types/type.ts';
import type { World } from '../world.ts';
import { decoratorFlag, fieldDecorator } from './facts.ts';

export interface Field extends Parameter {
  /** The constructor takes it. */
  isTaken: boolean;
  /** Of a typed dictionary: the key must be there. */
  isRequired: boolean;
}

/** Fields of the class and of its ancestors in the order of the constructor. */
export function fieldsOf(binding: ClassBinding, world: World): Field[] {
  const fields = new Map<string, Field>();
  for (const each of [...world.facts(binding).lineage.own].reverse()) for (const [name, field] of ownFields(each, world)) fields.set(name, field);
  const all = [...fields.values()];
  return [...all.filter(({ kind }) => kind !== 'keyword'), ...all.filter(({ kind }) => kind === 'keyword')];
}

function ownFields(binding: ClassBinding, world: World): Map<string, Field> {
  if (binding.definition.type === 'call') return calledFields(binding, world);
  const decorator = fieldDecorator(binding);
  const { flavour } = world.facts(binding);
  if (flavour === 'plain' || (decorator === null && (flavour === 'dataclass' || flavour === 'attrs'))) return new Map();
  const found = new Map<string, Field>();
  let allKeyword = decoratorFlag(binding, decorator, 'kw_only') === true || flavour === 'pydantic' || flavour === 'typed-dict';
  const isTotal = !isFalse(argumentsIn(binding.module.source, part(binding.definition, 'superclasses')).named.get('total'));
  for (const [name, [first]] of binding.members) {
    if (first?.kind !== 'variable' || first.isOfInstance || first.isAlias) continue;
    const made = calledName(binding.module.source, first.value);
    const isOldAttribute = flavour === 'attrs' && made !== null && /^(attr\.ib|attr\.attrib|attrib|field|attrs?\.field|ib)$/.test(made);
    if (first.annotation === null && !isOldAttribute) continue;
    const annotation = first.annotation ? binding.module.source.textOf(first.annotation) : '';
    if (/\bKW_ONLY\b/.test(annotation)) { allKeyword = true; continue; }
    if (/^["']?(\w+\.)*ClassVar\b/.test(annotation) || name === 'model_config' || name === '__slots__') continue;
    if (flavour === 'pydantic' && name.startsWith('_')) continue;
    found.set(name, field(first, world, { flavour, allKeyword, isTotal, annotation }));
  }
  return found;
}

interface Circumstances {
  flavour: string;
  allKeyword: boolean;
  isTotal: boolean;
  annotation: string;
}

function field(variable: VariableBinding, world: World, { flavour, allKeyword, isTotal, annotation }: Circumstances): Field {
  const { module, owner, value, name } = variable;
  const { source } = module;
  const called = calledName(source, value);
  const isField = called !== null && /(^|\.)(field|ib|attrib|Field|PrivateAttr)$/.test(called);
  const { named, positional } = isField ? callArguments(source, value!) : { named: new Map<string, Node>(), positional: [] };
  const given = isField ? named.get('default') ?? (flavour === 'pydantic' || flavour === 'attrs' ? positional[0] : undefined) : value ?? undefined;
  const fallbackNode = given?.type === 'ellipsis' ? undefined : given;
  const factory = named.get('default_factory') ?? named.get('factory');
  const alias = named.get('alias');
  const known = fallbackNode && readValue(fallbackNode, { project: world.project, module, owner, source });
  const fallback = factory
    ? { text: `${source.textOf(factory).replace(/\s+/g, '')}()`, isKnown: false }
    : fallbackNode ? { text: known ? printValue(known) : source.textOf(fallbackNode).replace(/\s+/g, ' '), isKnown: known != null } : null;
  const isMarked = /\b(NotRequired|Required)\b/.exec(annotation)?.[1];
  const stripped = flavour === 'attrs' ? name.replace(/^_+/, '') : name;
  return {
    name: alias && isPlainString(alias) ? stringValue(source, alias) : stripped,
    kind: allKeyword || isTrue(named.get('kw_only')) ? 'keyword' : 'standard',
    fallback, type: variable.annotation ? world.reader.read(variable.annotation, placeOf(variable, new Map())) : null,
    isTaken: !isFalse(named.get('init')) && !(called !== null && lastName(called) === 'PrivateAttr'),
    isRequired: isMarked === 'Required' || (isMarked === undefined && isTotal),
  };
}

/** `namedtuple('Point', 'x y', defaults=[0])`, `NamedTuple('Point', [('x', int)])`, `TypedDict('Order', {'number': int}, total=False)`. */
function calledFields(binding: ClassBinding, world: World): Map<string, Field> {
  const { module, definition } = binding;
  const { source } = module;
  const { named } = callArguments(source, definition);
  const isTotal = !isFalse(named.get('total'));
  const found = new Map<string, Field>();
  for (const { name, beside } of namesInCall(source, definition)) {
    const text = beside ? source.textOf(beside) : '';
    const type: Type | null = beside && world.reader.read(beside, placeOf(binding, new Map()));
    const isRequired = isTotal ? !/\bNotRequired\b/.test(text) : /\bRequired\b/.test(text);
    found.set(name, { name, kind: 'standard', fallback: null, type, isTaken: true, isRequired });
  }
  const defaults = named.get('defaults')?.children ?? [];
  const all = [...found.values()];
  all.slice(Math.max(all.length - defaults.length, 0)).forEach((each, index) => {
    const node = defaults[index]!;
    each.fallback = { text: source.textOf(node), isKnown: readValue(node, { project: world.project, module, owner: null, source }) !== null };
  });
  return found;
}

/** Members of an enumeration with their values; null for a value that is computed. */
export function enumValues(binding: ClassBinding, world: World): Map<string, string | null> {
  const { module, definition } = binding;
  const { source } = module;
  const values = new Map<string, string | null>();
  const { foreign } = world.facts(binding).lineage;
  let last = 0n;
  const next = (name: string): string => {
    if (foreign.has('enum.StrEnum')) return JSON.stringify(name.toLowerCase());
    last = foreign.has('enum.Flag') ? (last === 0n ? 1n : last * 2n) : last + 1n;
    return String(last);
  };
  if (definition.type === 'call') {
    for (const { name, beside } of namesInCall(source, definition)) {
      const read = beside && readValue(beside, { project: world.project, module, owner: null, source });
      values.set(name, beside ? (read ? printValue(read) : null) : next(name));
    }
    return values;
  }
  for (const [name, [first]] of binding.members) {
    if (first?.kind !== 'variable' || first.isOfInstance || first.value === null || /^_/.test(name)) continue;
    const called = calledName(source, first.value);
    if (first.annotation !== null && first.value.type === 'ellipsis') continue;
    if (called !== null && /^(nonmember|property|staticmethod|classmethod)$/.test(lastName(called))) continue;
    if (called !== null && lastName(called) === 'auto') { values.set(name, next(name)); continue; }
    if (first.value.type === 'lambda') continue;
    const read = readValue(first.value, { project: world.project, module, owner: binding, source });
    const text = read === null ? null : printValue(read);
    if (text !== null && /^\d+$/.test(text)) last = BigInt(text) > last ? BigInt(text) : last;
    // An alias of another member, `B = A`, has its value.
    const same = dottedName(source, first.value);
    values.set(name, same !== null && values.has(same) ? values.get(same)! : text);
  }
  return values;
}
