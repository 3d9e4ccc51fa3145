/** Where a file begins to run when it is started rather than imported. */
import { part, type Node, type Source } from './syntax.ts';

/** The statement `if __name__ == "__main__":` of a file, or undefined when there is none. */
export function entryOf(source: Source): Node | undefined {
  // The condition may be missing while the user types.
  return source.root.children.find((each) => each.type === 'if_statement'
    && /^__name__\s*==|==\s*__name__$/.test(source.textOf(part(each, 'condition') ?? each)));
}
