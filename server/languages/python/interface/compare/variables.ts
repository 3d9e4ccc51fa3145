/** Constants, attributes and aliases of types in two states. */
import type { KindId } from '../kinds.ts';
import type { VariableBinding } from '../model.ts';
import { isExtended, printValue } from '../read/read-value.ts';
import { aliasOf, typeOf, valueOf } from '../shown.ts';
import { relate } from '../types/relate.ts';
import { printType, type Type } from '../types/type.ts';
import type { Comparison, Subject } from './changes.ts';

/** @param isField whose value is a default of the constructor, which is told there */
export function compareVariables(before: VariableBinding, after: VariableBinding, subject: Subject, comparison: Comparison, isField = false): void {
  const tell = (kind: KindId, message: string): void => comparison.add(kind, subject, message);
  const [aliased, alias] = [aliasOf(before, comparison.before), aliasOf(after, comparison.after)];
  if (aliased !== null && alias !== null) return compareAliases(aliased, alias, subject.name, comparison, tell);
  const [stated, states] = [typeOf(before, comparison.before), typeOf(after, comparison.after)];
  // A type that only follows from a parameter is not stated, so that it cannot come or go.
  const isOnlyInferred = (before.isInferred === true && states === null) || (after.isInferred === true && stated === null);
  if (!isOnlyInferred) compareAttributeTypes(stated, states, subject, comparison);
  if (isField) return;
  const [was, is] = [valueOf(before, comparison.before), valueOf(after, comparison.after)];
  if (was === null || is === null || printValue(was) === printValue(is)) return;
  if (isExtended(was, is)) tell('value-extended', `${subject.name} holds more than before: ${printValue(is)}.`);
  else tell('value-changed', `${subject.name} is ${printValue(is)}; it was ${printValue(was)}.`);
}

export function compareAttributeTypes(before: Type | null, after: Type | null, subject: Subject, comparison: Comparison): void {
  const tell = (kind: KindId, message: string): void => comparison.add(kind, subject, message);
  const { name } = subject;
  if (before === null && after === null) return;
  if (before === null) return tell('annotation-added', `The type of ${name} is stated.`);
  if (after === null) return tell('annotation-removed', `The type of ${name} is no longer stated.`);
  const [was, is] = [printType(before), printType(after)];
  switch (relate(before, after, [comparison.before, comparison.after])) {
    case 'narrowed': return tell('attribute-narrowed', `${name} is ${is}, less than ${was}.`);
    case 'widened': return tell('attribute-widened', `${name} is ${is}, which may be more than the ${was} that readers are prepared for.`);
    case 'changed': return tell('attribute-type-changed', `${name} is ${is}, not ${was}.`);
    case 'more-said': return tell('annotation-added', `More of the type of ${name} is stated.`);
    case 'less-said': return tell('annotation-removed', `Less of the type of ${name} is stated.`);
    default:
  }
}

function compareAliases(before: Type, after: Type, name: string, comparison: Comparison, tell: (kind: KindId, message: string) => void): void {
  const [was, is] = [printType(before), printType(after)];
  switch (relate(before, after, [comparison.before, comparison.after])) {
    case 'narrowed': return tell('alias-narrowed', `The type ${name} stands for ${is}, less than ${was}.`);
    case 'widened': return tell('alias-widened', `The type ${name} stands for ${is}, more than ${was}.`);
    case 'changed': return tell('alias-changed', `The type ${name} stands for ${is}, not ${was}.`);
    default:
  }
}
