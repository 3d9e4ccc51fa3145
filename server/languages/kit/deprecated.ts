/** What a file exports although its documentation calls it deprecated. */
import type { ClassFact, FunctionFact } from '../../facts/file-facts.ts';
import type { ModuleFacts } from '../../facts/module-facts.ts';

/** @param facts of the file @returns the fact, when there is something to say */
export function deprecatedOf(
  { functions, classes }: { functions: readonly FunctionFact[]; classes: readonly ClassFact[] },
): Pick<ModuleFacts, 'deprecated'> {
  const top = functions.filter((each) => each.owner === -1 && each.parent === -1);
  const deprecated = [...top, ...classes]
    .filter((each) => each.public && each.name !== '' && each.doc?.deprecated === true && !('overload' in each && each.overload === 'signature'))
    .map(({ name, nameSpan }) => ({ name, span: nameSpan }));
  return deprecated.length === 0 ? {} : { deprecated };
}
