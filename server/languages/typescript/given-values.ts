/** What is assigned to variables after their declaration. */
import { ts } from './syntax.ts';
import type { Scopes } from './scopes.ts';

/** How many values of one variable are remembered. */
const MOST_VALUES = 12;

interface Given { value: ts.Expression; appends: boolean }

export interface GivenValues {
  /** @param appends whether the value is added to what the variable holds, as by `+=` */
  noteAssignment: (name: ts.Identifier, value: ts.Expression, appends: boolean) => void;
  /** Values assigned to a variable after its declaration and before a given use, in source order. */
  givenBefore: (declaration: ts.Node, use: ts.Node) => Given[];
  /** What a parameter holds at a given use in place of what was passed: `name = escapeHtml(name)` as a statement of its function. */
  inPlaceOf: (parameter: ts.ParameterDeclaration, use: ts.Node) => ts.Expression | null;
}

/** @returns an empty record for one file */
export function givenValues(scopes: Scopes): GivenValues {
  const given = new Map<ts.Node, Given[]>();
  return {
    noteAssignment(name, value, appends) {
      const declared = scopes.lookup(name.text, name);
      if (declared?.kind !== 'let' && (declared?.kind !== 'parameter' || declared.path.length > 0)) return;
      const known = given.get(declared.node);
      if (known === undefined) given.set(declared.node, [{ value, appends }]);
      else if (known.length < MOST_VALUES) known.push({ value, appends });
    },
    givenBefore: (declaration, use) => (given.get(declaration) ?? []).filter(({ value }) => value.pos < use.pos),
    inPlaceOf(parameter, use) {
      const before = (given.get(parameter) ?? []).filter(({ value, appends }) => !appends && value.end <= use.pos);
      return before.findLast(({ value }) => alwaysRuns(value, parameter.parent))?.value ?? null;
    },
  };
}

/** Whether an assigned value is a statement of the function itself, under no condition. */
function alwaysRuns(value: ts.Expression, { body }: ts.SignatureDeclaration & { body?: ts.Node }): boolean {
  const statement = value.parent.parent;
  return ts.isExpressionStatement(statement) && statement.parent === body;
}
