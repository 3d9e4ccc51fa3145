/** Lines on which functions do something, to tell logic from declarations where code is compared. */
import { calleeName, functionOf } from '../names.ts';
import { enclosingFunction, isBareString, part, unwrap, type Node, type Source } from '../syntax.ts';
import type { Collector, Place } from '../walk.ts';

const ACTS = [
  'return_statement', 'if_statement', 'elif_clause', 'for_statement', 'while_statement', 'try_statement', 'with_statement', 'raise_statement',
  'assert_statement', 'match_statement', 'delete_statement', 'except_clause',
];
/** Only hands a value on: `self.size = size`. */
const PLAIN = /^(identifier|attribute|integer|float|string|true|false|none|list|dictionary|tuple|set)$/;

export interface DoingCollector extends Collector {
  /** In order. */
  lines: number[];
}

export function doingCollector(source: Source): DoingCollector {
  const lines: number[] = [];
  let before: { block: Node; callee: string } | null = null;
  const add = (node: Node, at: Place): void => {
    if (at.function >= 0) lines.push(source.lineAt(node.start) + 1);
  };
  return {
    lines,
    on: {
      ...Object.fromEntries(ACTS.map((type) => [type, add])),
      expression_statement: (node, at) => { if (doesSomething(node)) add(node, at); },
    },
  };

  /** In a constructor, `self.size = Size(…)` says what an object holds. */
  function declaresField(assignment: Node): boolean {
    const name = enclosingFunction(assignment)?.children.find((child) => child.field === 'name');
    return part(assignment, 'left')?.type === 'attribute' && name !== undefined && source.textOf(name) === '__init__';
  }

  function doesSomething(statement: Node): boolean {
    const inner = statement.children[0];
    if (inner === undefined || isBareString(statement)) return false;
    if (inner.type === 'assignment') {
      const value = part(inner, 'right');
      return value !== null && !PLAIN.test(unwrap(value).type) && !declaresField(inner);
    }
    if (inner.type !== 'call') return true;
    // Calls of one function in a row are a table: `parser.add_argument(…)`.
    const callee = calleeName(source, functionOf(inner)).text;
    const repeats = before !== null && before.block === statement.parent && before.callee === callee;
    before = { block: statement.parent, callee };
    return !repeats;
  }
}
