/** Every kind of change that the comparison of Python interfaces tells, with its effect and the reason for it. */
import type { ChangeEffect } from '../../../facts/interface.ts';

export interface ChangeKind {
  id: string;
  effect: ChangeEffect;
  /** Why it has that effect, in one sentence. */
  why: string;
}

const TABLE = {
  'module-added': ['minor', 'Nobody imported it before.'],
  'module-removed': ['major', 'Importing it fails.'],
  'export-added': ['minor', 'Nobody used the name before.'],
  'export-removed': ['major', 'Importing the name fails.'],
  'export-moved': ['major', 'Importing the name from its former place fails, even though it is offered elsewhere.'],
  'export-unlisted': ['minor', 'It can be imported as before, but the module has a list of what is for others now, and it is not on it.'],
  'kind-changed': ['major', 'A class can be subclassed, a function called, a property read: what worked with the one fails with the other.'],
  'lazy-member': ['patch', 'A module that makes its names in `__getattr__` may still have it: the comparison cannot tell.'],
  'parameter-added-required': ['major', 'Calls that do not give it fail.'],
  'parameter-added-optional': ['minor', 'Calls without it work as before.'],
  'parameter-inserted': ['major', 'An argument given by position now reaches the new parameter in front of its own.'],
  'parameter-removed': ['major', 'Calls that give it fail.'],
  'parameter-reordered': ['major', 'Arguments given by position reach another parameter.'],
  'parameter-renamed': ['major', 'Calls that give it by name fail.'],
  'parameter-kind-narrowed': ['major', 'Calls that give it in the way no longer allowed, by position or by name, fail.'],
  'parameter-kind-widened': ['minor', 'It may be given by position and by name, where only one was allowed.'],
  'parameter-now-required': ['major', 'Calls that relied on its default fail.'],
  'parameter-now-optional': ['minor', 'Calls that give it work as before.'],
  'parameter-default-changed': ['major', 'Calls without it do something else from now on, and no error tells the caller.'],
  'parameter-default-unclear': ['patch', 'The default is computed or a sentinel, so that whether callers notice depends on the body.'],
  'parameter-narrowed': ['major', 'Arguments that were accepted no longer are.'],
  'parameter-widened': ['minor', 'Arguments of more types are accepted.'],
  'parameter-type-changed': ['major', 'Arguments that were accepted no longer are, others are instead.'],
  'variadic-added': ['minor', 'More arguments are accepted.'],
  'variadic-removed': ['major', 'Calls with additional arguments fail.'],
  'return-narrowed': ['minor', 'Every value returned is still one that callers are prepared for.'],
  'return-widened': ['major', 'Callers get values that they are not prepared for.'],
  'return-changed': ['major', 'Callers get values of another type.'],
  'annotation-added': ['patch', 'A type is stated where nothing was said: at run time nothing changes.'],
  'annotation-removed': ['patch', 'A type is no longer stated: at run time nothing changes.'],
  'async-added': ['major', 'Callers get a coroutine in place of its result.'],
  'async-removed': ['major', 'Callers that await the result fail.'],
  'generator-added': ['major', 'Callers get an iterator, and nothing runs before they iterate.'],
  'generator-removed': ['major', 'Callers that iterate or send get something else.'],
  'context-manager-added': ['major', 'The result is to be entered by `with` and no longer what it was.'],
  'context-manager-removed': ['major', 'Callers that enter the result by `with` fail.'],
  'binding-changed': ['major', 'A call through the class, or with the instance as first argument, fails or means something else.'],
  'overload-added': ['minor', 'One more way to call it.'],
  'overload-removed': ['major', 'A way to call it is gone.'],
  'raises-added': ['minor', 'Callers that handle what was documented do not handle this one.'],
  'raises-removed': ['patch', 'A handler too many does no harm.'],
  'deprecated': ['minor', 'It works as before, and those who use it should leave it before the next major version.'],
  'deprecation-removed': ['patch', 'It works as before, and those who use it may stay.'],
  'value-changed': ['major', 'Whoever compares with the value, stores it or sends it on gets another, and no error tells.'],
  'value-extended': ['minor', 'What was in the collection still is.'],
  'alias-narrowed': ['major', 'Values that the type stood for are no longer part of it.'],
  'alias-widened': ['minor', 'The type stands for more values; functions that return it are told on their own.'],
  'alias-changed': ['major', 'The type stands for other values.'],
  'attribute-narrowed': ['minor', 'Every value read is still one that readers are prepared for.'],
  'attribute-widened': ['major', 'Readers get values that they are not prepared for.'],
  'attribute-type-changed': ['major', 'Readers get values of another type.'],
  'member-added': ['minor', 'Nobody used the name before.'],
  'member-removed': ['major', 'Using it fails.'],
  'member-added-abstract': ['major', 'Classes that implement the interface lack it and fail.'],
  'member-now-abstract': ['major', 'Classes that inherited it must implement it.'],
  'member-no-longer-abstract': ['minor', 'Implementations work as before.'],
  'member-now-readonly': ['major', 'Setting it fails.'],
  'setter-added': ['minor', 'It can be set as well as read.'],
  'setter-removed': ['major', 'Setting it fails.'],
  'final-added': ['major', 'Type checkers refuse subclasses and overriding methods.'],
  'final-removed': ['minor', 'It may be subclassed or overridden.'],
  'base-added': ['minor', 'Its instances pass in more places.'],
  'base-removed': ['major', '`isinstance`, `except` and parameters of the base no longer take it.'],
  'metaclass-changed': ['major', 'Classes that combine it with another metaclass fail.'],
  'slots-added': ['major', 'Instances no longer take other attributes.'],
  'slots-removed': ['minor', 'Instances take any attribute.'],
  'frozen-added': ['major', 'Setting a field fails.'],
  'frozen-removed': ['minor', 'Fields can be set.'],
  'hash-removed': ['major', 'Instances can no longer be keys or be in sets.'],
  'hash-added': ['minor', 'Instances can be keys and be in sets.'],
  'ordering-added': ['minor', 'Instances can be compared with `<`.'],
  'ordering-removed': ['major', 'Comparing instances with `<` fails.'],
  'type-parameters-added': ['minor', 'Those who name the class without arguments are not affected.'],
  'type-parameters-changed': ['major', 'The class takes another number of type arguments.'],
  'tuple-fields-changed': ['major', 'Unpacking and indices mean something else.'],
  'property-added-required': ['major', 'Dictionaries of this type that were complete lack it.'],
  'property-added-optional': ['minor', 'Dictionaries of this type may have it.'],
  'property-removed': ['major', 'Reading or giving the key fails.'],
  'property-now-required': ['major', 'Dictionaries of this type that left it out are no longer complete.'],
  'property-now-optional': ['major', 'Reading the key may fail.'],
  'property-type-changed': ['major', 'A value of a mutable key is read and written, so that its type may neither grow nor shrink.'],
  'enum-member-added': ['minor', 'Nobody used it before.'],
  'enum-member-removed': ['major', 'Using it fails, and so does looking up its value.'],
  'enum-member-revalued': ['major', 'Values that were stored or sent mean something else.'],
} as const satisfies Record<string, readonly [ChangeEffect, string]>;

export type KindId = keyof typeof TABLE;

/** In the order in which documentation shows them. */
export const CHANGE_KINDS: readonly ChangeKind[] = Object.entries(TABLE).map(([id, [effect, why]]) => ({ id, effect, why }));

/** @returns the effect of a kind */
export function effectOf(kind: KindId): ChangeEffect {
  return TABLE[kind][0];
}
