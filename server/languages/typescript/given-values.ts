/** What is assigned to variables after their declaration. */
import type { ts } from './syntax.ts';
import type { Scopes } from './scopes.ts';

/** How many values of one variable are remembered. */
const MOST_VALUES = 12;

interface Given { value: ts.Expression; appends: boolean }

export interface GivenValues {
  /** @param appends whether the value is added to what the variable holds, as by `+=` */
  noteAssignment: (name: ts.Identifier, value: ts.Expression, appends: boolean) => void;
  /** Values assigned to a variable after its declaration and before a given use, in source order. */
  givenBefore: (declaration: ts.Node, use: ts.Node) => Given[];
}

/** @returns an empty record for one file */
export function givenValues(scopes: Scopes): GivenValues {
  const given = new Map<ts.Node, Given[]>();
  return {
    noteAssignment(name, value, appends) {
      const declared = scopes.lookup(name.text, name);
      if (declared?.kind !== 'let') return;
      const known = given.get(declared.node);
      if (known === undefined) given.set(declared.node, [{ value, appends }]);
      else if (known.length < MOST_VALUES) known.push({ value, appends });
    },
    givenBefore: (declaration, use) => (given.get(declaration) ?? []).filter(({ value }) => value.pos < use.pos),
  };
}
