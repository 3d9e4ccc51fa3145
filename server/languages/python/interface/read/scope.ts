/** Names that are being collected, of a module or of a class. */
import type { Binding, ClassBinding, ModuleModel } from '../model.ts';

export interface Scope {
  module: ModuleModel;
  owner: ClassBinding | null;
  names: Map<string, Binding[]>;
  /** Under `if TYPE_CHECKING`. */
  isTypeOnly?: boolean;
}

/** Adds what a name is bound to. A later binding replaces an earlier one, in a branch only that of the same branch. */
export function put(names: Map<string, Binding[]>, binding: Binding): void {
  const known = names.get(binding.name);
  if (known === undefined || binding.condition === '') names.set(binding.name, [binding]);
  // What only runs, while type checkers see something else, adds nothing.
  else if (!binding.condition.endsWith('[run time]') || known.length === 0)
    names.set(binding.name, [...known.filter(({ condition }) => condition !== binding.condition), binding]);
}

/** What is bound to a name in the same branch. */
export function boundHere(names: Map<string, Binding[]>, name: string, condition: string): Binding | undefined {
  return names.get(name)?.find((each) => each.condition === condition);
}

/** What is always so of an attribute of instances. */
export const INSTANCE_ATTRIBUTE = { kind: 'variable', condition: '', annotation: null, value: null, isAlias: false, isOfInstance: true } as const;
