/** What counts as typed and as documented: one answer for rules, metrics and score. */
import type { ClassFact, DocFact, FunctionFact, ParamFact } from './file-facts.ts';

/** Types cannot be demanded of it: its place gives them, or it has no body of its own. */
function isExempt(fact: FunctionFact): boolean {
  return fact.contextuallyTyped || (fact.bodySpan === null && !fact.abstract) || fact.overload === 'implementation';
}

/**
 * Types that a signature lacks. Those of a parameter with a default, of a setter and of what a
 * local function returns are understood from the code itself and not demanded.
 * @returns the parameters without a type, and whether the return type is missing
 */
export function missingTypes(fact: FunctionFact): { params: ParamFact[]; returns: boolean } {
  // What is set has the type of what its getter gives.
  if (isExempt(fact) || fact.kind === 'setter') return { params: [], returns: false };
  const params = fact.params.filter((param) => param.type === null && (param.default === null || param.default.kind === 'null') && !param.name.startsWith('_'));
  return { params, returns: fact.public && fact.kind !== 'constructor' && !fact.overrides && fact.returnType === null };
}

/** True for functions that the share of typed functions counts. */
export function typesCanBeDemanded(fact: FunctionFact): boolean {
  return !isExempt(fact) && fact.name !== '';
}

/** Every object has them, or a framework calls them: their names say all. */
const KNOWN_METHODS = /^(toString|toJSON|valueOf|\[Symbol\.\w+\]|render|connectedCallback|disconnectedCallback|componentDid(Mount|Update|Catch)|componentWillUnmount|ng(OnInit|OnDestroy|OnChanges|AfterViewInit)|__\w+__)$/;

/**
 * Documentation can be asked of it: others call it, and it is not there only to satisfy a base class or a framework.
 * @param fact the function
 * @param owner the class that it is a method of
 */
export function documentationIsDue(fact: FunctionFact, owner?: ClassFact): boolean {
  if (!fact.public || fact.name === '' || fact.overrides || fact.overload === 'implementation') return false;
  if (fact.kind === 'method' && ((owner?.implements.length ?? 0) > 0 || KNOWN_METHODS.test(fact.name))) return false;
  if (fact.kind === 'getter' || fact.kind === 'setter' || fact.kind === 'constructor') return false;
  return fact.doc?.internal !== true;
}

/** Documentation can be asked of a class or interface that others use. */
export function classDocumentationIsDue(fact: ClassFact): boolean {
  // An error with nothing of its own is its name.
  const onlyName = fact.methods.length === 0 && fact.extends.some((each) => /(Error|Exception)$/.test(each));
  return fact.kind === 'class' && fact.public && fact.name !== '' && fact.doc?.internal !== true && !onlyName;
}

/** Has words of its own, or says where they are. */
export function isDocumented(doc: DocFact | null): boolean {
  return doc !== null && (doc.summary || doc.inherits || doc.returns || doc.params.length > 0);
}
