/** Which branch is taken, where that is known. */
import { rowsOf, textOf, shapesOf, type Value, type Scope } from '../domain/value.ts';
import type { Light } from '../syntax/light-tree.ts';
import type { Machine } from './machine.ts';

/**
 * @param machine that follows the file
 * @param node of the condition
 * @param value that it has
 * @param scope that it is read in
 * @returns `True`, `False`, or null where either may be
 */
export function decidedBy(machine: Machine, node: Light | undefined, value: Value, scope: Scope): string | null {
  // A comparison of two known texts decides; a switch that a user may change does not.
  if (node?.type === 'comparison_operator') return textOf(value);
  const negated = node?.type === 'not_operator';
  const name = negated ? node.fields['argument'] : node;
  // `prepare(train, fit=True)`: an argument of a call is not a switch.
  if (name?.type !== 'identifier' || machine.calls.length === 0 || !scope.names.has(name.token)) return null;
  const handed = textOf(scope.get(name.token));
  return handed === 'True' || handed === 'False' ? ((handed === 'True') !== negated ? 'True' : 'False') : null;
}

/** `scaler is None`, `scaler is not None` @returns null where it may be either */
export function comparedWithNone([left, right]: readonly Value[], operator: string): boolean | null {
  if (left === undefined || textOf(right) !== 'None' || !/^(is|is not|==|!=)$/.test(operator)) return null;
  const isSomething = rowsOf(left) !== null || shapesOf(left).some(({ kind }) => kind !== 'literal');
  if (!isSomething && textOf(left) === null) return null;
  return (textOf(left) === 'None' && !isSomething) === (operator === 'is' || operator === '==');
}

/** Runs code that may not run: what it learns may already be known when it runs again. */
export function perhaps<T>(machine: Machine, run: () => T): T {
  if (machine.calls.length === 0) return run();
  machine.unsure++;
  try {
    return run();
  } finally {
    machine.unsure--;
  }
}
