/** Which members of its own class each method uses. */
import type { ClassFact, FunctionFact } from '../../facts/file-facts.ts';
import type { Place } from './collected.ts';

/** Collects members during the walk and adds them to the classes afterwards. */
export interface TouchedMembers {
  /** @param name of a field or method; `*` when the object itself is passed on as a whole */
  note(at: Place, name: string): void;
  /** Fills in the methods of the classes once all functions are known. */
  finish(classes: readonly ClassFact[], functions: readonly FunctionFact[]): void;
}

/** @returns an empty collection for one file */
export function touchedMembers(): TouchedMembers {
  const touched = new Map<number, Set<string>>();
  return {
    note(at, name) {
      const known = touched.get(at.function);
      if (known === undefined) touched.set(at.function, new Set([name]));
      else known.add(name);
    },
    finish(classes, functions) {
      const children = new Map<number, number[]>();
      functions.forEach(({ parent }, index) => {
        const known = children.get(parent);
        if (known === undefined) children.set(parent, [index]);
        else known.push(index);
      });
      /** Members a method uses, including those used in nested functions. */
      const usesOf = (index: number, into: Set<string>): Set<string> => {
        for (const name of touched.get(index) ?? []) into.add(name);
        for (const child of children.get(index) ?? []) usesOf(child, into);
        return into;
      };
      functions.forEach((each, index) => {
        if (each.owner === -1 || (each.parent !== -1 && functions[each.parent]?.owner === each.owner)) return;
        if (each.kind !== 'method' && each.kind !== 'getter' && each.kind !== 'setter' && each.kind !== 'constructor') return;
        classes[each.owner]?.methods.push({ function: index, name: each.name, uses: [...usesOf(index, new Set())].sort() });
      });
    },
  };
}
