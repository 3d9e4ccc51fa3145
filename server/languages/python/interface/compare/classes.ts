/** Classes in two states. */
import { enumValues, fieldsOf, type Field } from '../classes/fields.ts';
import type { ClassFacts, Member } from '../classes/facts.ts';
import type { KindId } from '../kinds.ts';
import type { Binding, ClassBinding, FunctionBinding } from '../model.ts';
import { ancestorsOf, deprecation, shownMember } from '../shown.ts';
import { formOf, printSignature } from '../signature.ts';
import { relate } from '../types/relate.ts';
import { printType } from '../types/type.ts';
import { classId, type World } from '../world.ts';
import { placeOf, type Subject } from './changes.ts';
import type { Context } from './definitions.ts';
import { compareDeprecation, compareFunctions } from './functions.ts';
import { compareParameters } from './parameters.ts';

export function compareClasses(before: ClassBinding, after: ClassBinding, subject: Subject, context: Context): void {
  const { comparison } = context;
  const [was, is] = [comparison.before.facts(before), comparison.after.facts(after)];
  const tell = (kind: KindId, message: string): void => comparison.add(kind, subject, message);
  const { name } = subject;
  compareFlags(was, is, name, tell);
  const [bases, now] = [ancestorsOf(before, comparison.before), ancestorsOf(after, comparison.after)];
  const removed = [...bases].filter((each) => !now.has(each));
  const added = [...now].filter((each) => !bases.has(each));
  if (is.lineage.isWhole || !was.lineage.isWhole)
    for (const each of topOf(removed, before, comparison.before)) tell('base-removed', `${name} no longer derives from ${each}.`);
  for (const each of topOf(added, after, comparison.after)) tell('base-added', `${name} derives from ${each} too.`);
  compareDeprecation(deprecation(before), deprecation(after), name, tell);
  compareConstructors(before, after, subject, context);
  if (was.flavour === 'named-tuple' && is.flavour === 'named-tuple') {
    const names = (fields: readonly Field[]): string => fields.map((field) => field.name).join(', ');
    const [held, holds] = [names(fieldsOf(before, comparison.before)), names(fieldsOf(after, comparison.after))];
    if (held !== holds) tell('tuple-fields-changed', `${name} holds (${holds}); it held (${held}).`);
  }
  compareMembers({ before, after, was, is, name, context });
}

function compareFlags(was: ClassFacts, is: ClassFacts, name: string, tell: (kind: KindId, message: string) => void): void {
  const flag = (before: boolean, after: boolean, added: KindId, removed: KindId, gained: string, lost: string): void => {
    if (before !== after) tell(after ? added : removed, `${name} ${after ? gained : lost}.`);
  };
  flag(was.isFinal, is.isFinal, 'final-added', 'final-removed', 'may no longer be subclassed', 'may be subclassed');
  flag(was.isFrozen, is.isFrozen, 'frozen-added', 'frozen-removed', 'can no longer be changed', 'can be changed');
  // What is frozen can be hashed: that is told with it.
  if (was.isFrozen === is.isFrozen) flag(was.isHashable, is.isHashable, 'hash-added', 'hash-removed', 'can be hashed', 'can no longer be hashed');
  else if (was.isHashable && !is.isHashable) tell('hash-removed', `${name} can no longer be hashed.`);
  flag(was.isSlotted, is.isSlotted, 'slots-added', 'slots-removed', 'takes no attributes but its own', 'takes any attribute');
  flag(was.isOrdered, is.isOrdered, 'ordering-added', 'ordering-removed', 'can be ordered', 'can no longer be ordered');
  const [before, after] = [was.typeParameters.size, is.typeParameters.size];
  if (before !== after)
    tell(before === 0 ? 'type-parameters-added' : 'type-parameters-changed', `${name} takes ${after} type arguments; it took ${before}.`);
  const meta = ({ lineage }: ClassFacts): string => [...lineage.metaclasses].filter((each) => each !== 'ABCMeta' && each !== 'EnumMeta').sort().join(', ');
  if (meta(was) !== meta(is)) tell('metaclass-changed', `${name} has the metaclass ${meta(is) || 'type'}; it had ${meta(was) || 'type'}.`);
}

/** Only those bases that no other of them derives from: `ValueError`, not `Exception` as well. */
function topOf(names: readonly string[], binding: ClassBinding, world: World): string[] {
  const above = new Set<string>();
  const { own, foreign } = world.facts(binding).lineage;
  for (const each of own) if (names.includes(classId(each))) for (const name of ancestorsOf(each, world)) above.add(name);
  for (const name of foreign) if (names.includes(name)) for (const each of world.foreignAncestors(name)) above.add(each);
  return names.filter((name) => !above.has(name)).sort();
}

function compareConstructors(before: ClassBinding, after: ClassBinding, { name, path, span }: Subject, context: Context): void {
  const { comparison } = context;
  const [taken, takes] = [comparison.before.constructing(before), comparison.after.constructing(after)];
  if (taken === null || takes === null) return;
  const [one, other] = [comparison.before.constructorHome(before), comparison.after.constructorHome(after)];
  // An inherited one is told where it is written.
  const isInherited = one !== null && other !== null && one !== before && other !== after && classId(one) === classId(other);
  if (isInherited && context.offeredBefore.has(one) && context.offeredAfter.has(other)) return;
  const [was, written] = [writtenIn(one), writtenIn(other)];
  const subject: Subject = {
    name: `${name}.__init__`, ...(written && other ? placeOf(written) : { path, span }),
    before: `__init__${printSignature(taken)}`, after: `__init__${printSignature(takes)}`,
  };
  // Several ways to make an instance are compared one by one.
  if (was && written && was.overloads.length + written.overloads.length > 0) compareFunctions(was, written, subject, comparison);
  else compareParameters(taken.parameters, takes.parameters, subject, `${name}()`, comparison);
}

function writtenIn(binding: ClassBinding | null): FunctionBinding | null {
  const [written] = binding?.members.get('__init__') ?? binding?.members.get('__new__') ?? [];
  return written?.kind === 'function' ? written : null;
}

interface Pair {
  before: ClassBinding;
  after: ClassBinding;
  was: ClassFacts;
  is: ClassFacts;
  name: string;
  context: Context;
}

const NO_VALUES: ReadonlyMap<string, string | null> = new Map();

function compareMembers(pair: Pair): void {
  const { before, after, was, is, name, context } = pair;
  const { comparison } = context;
  const isField = /^(dataclass|attrs|pydantic|named-tuple|typed-dict)$/.test(is.flavour);
  const values = was.flavour === 'enum' ? enumValues(before, comparison.before) : NO_VALUES;
  const now = is.flavour === 'enum' ? enumValues(after, comparison.after) : NO_VALUES;
  const keys = was.flavour === 'typed-dict' && is.flavour === 'typed-dict';
  if (keys) compareKeys(pair);
  for (const [member, old] of was.members) {
    const full = `${name}.${member}`;
    const next = is.members.get(member);
    if (keys && old.bindings[0]?.kind === 'variable') continue;
    if (next === undefined) {
      removeMember(pair, member, old, values.has(member));
      continue;
    }
    if (isToldElsewhere(old, next, pair)) continue;
    if (values.has(member) && now.has(member)) {
      if (values.get(member) !== now.get(member) && values.get(member) !== null && now.get(member) !== null) {
        const binding = next.bindings[0]!;
        comparison.add('enum-member-revalued', { name: full, ...placeOf(binding), before: String(values.get(member)), after: String(now.get(member)) },
          `${full} has the value ${String(now.get(member))}; it had ${String(values.get(member))}.`);
      }
      continue;
    }
    // A class that is told under a name of its own: `response_class = Response`.
    const [same] = next.bindings.flatMap((each) => comparison.after.project.follow(each));
    if (same?.kind === 'definition' && same.binding.kind === 'class' && context.offeredAfter.has(same.binding)) continue;
    const follow = (world: World, bindings: readonly Binding[]) => bindings.flatMap((each) => world.project.follow(each));
    context.found(full, follow(comparison.before, old.bindings), follow(comparison.after, next.bindings), context, { isField, isReadonly: was.isFrozen });
  }
  for (const [member, next] of is.members) {
    if (was.members.has(member) || (keys && next.bindings[0]?.kind === 'variable')) continue;
    addMember(pair, member, next, now.has(member));
  }
}

/** A member that both states inherit from a public class is told there. */
function isToldElsewhere(old: Member, next: Member, { before, after, context }: Pair): boolean {
  return old.from !== before && next.from !== after && classId(old.from) === classId(next.from)
    && context.offeredBefore.has(old.from) && context.offeredAfter.has(next.from);
}

function removeMember({ before, was, is, name, context }: Pair, member: string, old: Member, isEnum: boolean): void {
  const { comparison } = context;
  // It may come from a base that is new and not known, or be made when it is asked for.
  if ((was.lineage.isWhole && !is.lineage.isWhole) || (is.isLazy && !was.isLazy)) return;
  if (old.from !== before && context.offeredBefore.has(old.from)) return;
  const binding = old.bindings[0]!;
  if (!comparison.isNew(binding, null)) return;
  const words = deprecationWords(binding);
  const full = `${name}.${member}`;
  const subject: Subject = { name: full, ...placeOf(binding), before: shownMember(before, member, binding, comparison.before), after: null };
  comparison.add(isEnum ? 'enum-member-removed' : 'member-removed', subject, `${full} is removed${words}.`);
}

/** Tells that a removal was announced. */
export function deprecationWords(binding: Binding): string {
  const words = binding.kind === 'import' ? null : deprecation(binding);
  return words === null ? '' : `, after it was deprecated${words === '' ? '' : ` (${words})`}`;
}

function addMember({ before, after, was, is, name, context }: Pair, member: string, next: Member, isEnum: boolean): void {
  const { comparison } = context;
  if (next.from !== after && context.offeredAfter.has(next.from)) return;
  const binding = next.bindings[0]!;
  if (!comparison.isNew(null, binding)) return;
  const full = `${name}.${member}`;
  const subject: Subject = { name: full, ...placeOf(binding), before: null, after: shownMember(after, member, binding, comparison.after) };
  if (isEnum) return comparison.add('enum-member-added', subject, `${full} is new.`);
  const isAbstract = binding.kind === 'function' && formOf(binding).isAbstract;
  if (isAbstract || (was.flavour === 'protocol' && is.flavour === 'protocol' && !before.members.has(member)))
    return comparison.add('member-added-abstract', subject, `${full} is new, and every class that implements ${name} must have it.`);
  comparison.add('member-added', subject, `${full} is new.`);
}

function compareKeys({ before, after, name, context }: Pair): void {
  const { comparison } = context;
  const read = (binding: ClassBinding, world: World): Map<string, Field> => new Map(fieldsOf(binding, world).map((field) => [field.name, field]));
  const [old, now] = [read(before, comparison.before), read(after, comparison.after)];
  const subjectOf = (key: string, home: ClassBinding): Subject => {
    const binding = home.members.get(key)?.[0] ?? home;
    const show = (field: Field | undefined): string | null => (field ? `${key}: ${field.type ? printType(field.type) : 'Any'}` : null);
    return { name: `${name}.${key}`, ...placeOf(binding), before: show(old.get(key)), after: show(now.get(key)) };
  };
  for (const [key, field] of old) {
    const next = now.get(key);
    if (next === undefined) { comparison.add('property-removed', subjectOf(key, before), `The key "${key}" of ${name} is removed.`); continue; }
    const subject = subjectOf(key, after);
    if (field.isRequired && !next.isRequired) comparison.add('property-now-optional', subject, `The key "${key}" of ${name} may be missing.`);
    if (!field.isRequired && next.isRequired) comparison.add('property-now-required', subject, `The key "${key}" of ${name} must be there.`);
    const relation = field.type && next.type ? relate(field.type, next.type, [comparison.before, comparison.after]) : 'same';
    if (field.type && next.type && (relation === 'changed' || relation === 'narrowed' || relation === 'widened'))
      comparison.add('property-type-changed', subject, `The key "${key}" of ${name} holds ${printType(next.type)}, not ${printType(field.type)}.`);
  }
  for (const [key, { isRequired }] of now) {
    if (old.has(key)) continue;
    const kind = isRequired ? 'property-added-required' : 'property-added-optional';
    comparison.add(kind, subjectOf(key, after), `${name} ${isRequired ? 'must' : 'may'} have the key "${key}".`);
  }
}
