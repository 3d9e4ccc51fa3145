/** Every kind of change of an interface that is told apart, once: what it asks of the version, and why. */
import type { ChangeEffect } from '../../../facts/interface.ts';

/** `direction`: as input it counts otherwise than as output, and the change says which it was. */
export interface ChangeKind {
  id: string;
  effect: ChangeEffect | 'direction';
  /** One sentence. */
  why: string;
}

const KINDS_BY_EFFECT = {
  major: {
    'export-removed': 'Imports of the name no longer compile.',
    'subpath-removed': 'Imports of the subpath no longer resolve.',
    'export-became-type-only': 'The name can no longer be used as a value.',
    'export-lost-type': 'The name can no longer be used as a type.',
    'kind-changed': 'A name of another kind can no longer be called, constructed or extended as it was.',
    'parameter-removed': 'Calls that pass the argument are refused.',
    'parameters-reordered': 'Calls pass the arguments in the old order.',
    'parameter-lost-rest': 'Calls that pass several arguments are refused.',
    'parameter-changed': 'Arguments of the old type are refused.',
    'return-changed': 'What a call gives cannot be used as before.',
    'property-removed': 'Reading the property, or passing it in a literal, is refused.',
    'property-changed': 'The property can be neither read nor written as before.',
    'type-changed': 'The type can be neither read nor written as before.',
    'constant-changed': 'The value cannot be used as before.',
    'method-removed': 'Calls of the method are refused.',
    'setter-removed': 'Assignments to the property are refused.',
    'member-became-static': 'The member is no longer reached through an instance.',
    'member-became-instance': 'The member is no longer reached through the class.',
    'visibility-reduced': 'The member is refused to those who used it.',
    'class-became-abstract': 'The class can no longer be constructed.',
    'member-became-abstract': 'Classes that extend it must now supply the member.',
    'abstract-member-added': 'Classes that extend it must now supply the member.',
    'class-became-nominal': 'Objects that only look like an instance are refused once there is a private member.',
    'base-removed': 'Instances are refused where the base is expected.',
    'enum-member-removed': 'Uses of the member no longer compile.',
    'enum-member-revalued': 'The value is compiled into consumers or stored by them.',
    'enum-became-const': 'The enum no longer exists at run time.',
    'type-parameter-removed': 'Type arguments that are written out are refused.',
    'type-parameter-added-required': 'References without the new type argument are refused.',
    'type-parameter-default-removed': 'References that leave the type argument out are refused.',
    'type-parameter-default-changed': 'References that leave the type argument out mean another type.',
    'type-parameter-changed': 'Type arguments that were accepted may be refused, or mean something else.',
    'constraint-narrowed': 'Type arguments that were accepted are refused.',
    'overload-removed': 'Calls of that form are refused.',
    'overloads-reordered': 'The first overload that fits decides what a call gives.',
    'call-signature-removed': 'The value can no longer be called.',
    'construct-signature-removed': 'The value can no longer be constructed.',
    'index-signature-removed': 'Names that are not declared are refused.',
    'index-signature-changed': 'What is found under a name cannot be used as before.',
    'deprecated-removed': 'Imports no longer compile, as the deprecation had announced.',
  },
  minor: {
    'export-added': 'A new name refuses nothing that compiled.',
    'subpath-added': 'A new subpath refuses nothing that compiled.',
    'export-gained-value': 'The name can be used as a value too.',
    'export-gained-type': 'The name can be used as a type too.',
    'export-gained-namespace': 'More can be reached through the name.',
    'kind-generalised': 'Everything that could be done with the name still can be.',
    'parameter-added-optional': 'Calls without it still compile.',
    'parameter-became-rest': 'Calls with one argument still compile.',
    'method-added': 'Nothing that compiled is refused.',
    'setter-added': 'Assignments are allowed in addition.',
    'visibility-widened': 'More may use the member.',
    'class-became-concrete': 'The class can be constructed in addition.',
    'member-became-concrete': 'Classes that extend it need not supply the member.',
    'class-became-structural': 'Objects that look like an instance are accepted in addition.',
    'enum-became-plain': 'The enum exists at run time in addition.',
    'type-parameter-added-optional': 'References without it mean what they meant.',
    'type-parameter-default-added': 'The type argument may be left out.',
    'constraint-widened': 'More type arguments are accepted.',
    'overload-added': 'Calls of one more form compile.',
    'overloads-merged': 'One signature accepts what several did.',
    'call-signature-added': 'The value can be called in addition.',
    'construct-signature-added': 'The value can be constructed in addition.',
    'index-signature-added': 'More names are accepted.',
  },
  patch: {
    'deprecation-added': 'Nothing is refused; editors strike the name through.',
    'deprecation-removed': 'Nothing is refused.',
  },
  direction: {
    'parameter-added-required': 'A call without the argument is refused; a callback that ignores it is not.',
    'parameter-became-required': 'A call without the argument is refused; a callback gets it always.',
    'parameter-became-optional': 'A call may leave it out; a callback may not get it.',
    'parameter-narrowed': 'Arguments that were accepted are refused; a callback gets less than it can take.',
    'parameter-widened': 'A call may pass more; a callback gets what it cannot take.',
    'return-narrowed': 'A call gives less than its user can take; a callback may give less.',
    'return-widened': 'A call gives what its user cannot take; a callback may give more.',
    'property-added-required': 'An object that a consumer builds lacks it; one that a consumer gets has more.',
    'property-added-optional': 'An object without it is still accepted.',
    'property-became-required': 'An object that a consumer builds may lack it; one that a consumer gets always has it.',
    'property-became-optional': 'A consumer that reads it may find nothing; one that builds the object may leave it out.',
    'property-narrowed': 'What was written is refused; what is read is among what was expected.',
    'property-widened': 'What is read may be what was not expected; more may be written.',
    'property-became-readonly': 'Assignments are refused; an object that is only handed in is safer.',
    'property-became-mutable': 'Assignments are allowed in addition.',
    'type-narrowed': 'Values that were accepted are refused; what is read is among what was expected.',
    'type-widened': 'A consumer that handles every case meets one more; as input, more is accepted.',
    'constant-narrowed': 'What is read is among what was expected.',
    'constant-widened': 'What is read may be what was not expected.',
    'enum-member-added': 'A consumer that handles every member meets one more.',
  },
} as const;

/** All kinds, those that break first. */
export const CHANGE_KINDS: readonly ChangeKind[] = Object.entries(KINDS_BY_EFFECT).flatMap(([effect, kinds]) =>
  Object.entries(kinds).map(([id, why]) => ({ id, effect: effect as ChangeKind['effect'], why })));

type ByEffect = typeof KINDS_BY_EFFECT;
/** Ids of the catalogue. */
export type KindId = { [Effect in keyof ByEffect]: keyof ByEffect[Effect] }[keyof ByEffect];

const EFFECTS = new Map(CHANGE_KINDS.map(({ id, effect }) => [id, effect]));

/** The effect of a kind, `direction` given as what the direction made of it. */
export function effectOf(kind: KindId, byDirection: ChangeEffect): ChangeEffect {
  const effect = EFFECTS.get(kind);
  return effect === undefined || effect === 'direction' ? byDirection : effect;
}
