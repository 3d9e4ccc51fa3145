/** Which types and which documentation are missing: decided in one place, for rules, metrics and score. */
import type { ClassFact, DocFact, FunctionFact, ParamFact } from '../../facts/file-facts.ts';

/** What a language knows about its functions. */
export interface SignatureHabits {
  /** Methods that every object has or that a framework calls: the name says everything. */
  knownMethods: RegExp;
  /** Functions whose return type is fixed, so that nobody writes it. Absent when there are none. */
  knownResults?: RegExp;
  /** True for a parameter that only passes on what other functions name and type. */
  passesThrough?(param: ParamFact, fact: FunctionFact): boolean;
}

/**
 * Records in the facts which types a signature lacks and which documentation is due.
 * @param functions of one file, otherwise complete
 * @param classes of the same file
 * @param habits of its language
 */
export function judgeSignatures(functions: readonly FunctionFact[], classes: readonly ClassFact[], habits: SignatureHabits): void {
  for (const fact of functions) {
    const missing = missingTypes(fact, habits);
    if (missing.params.length > 0 || missing.returns) fact.missingTypes = missing;
    if (documentationIsDue(fact, classes[fact.owner], habits)) fact.documentationDue = true;
  }
  for (const fact of classes) if (classDocumentationIsDue(fact)) fact.documentationDue = true;
}

/** @returns whether this function counts towards the share of typed functions */
export function typesCanBeDemanded(fact: FunctionFact): boolean {
  return !isExempt(fact) && fact.name !== '';
}

/** @returns whether documentation has no text of its own and does not refer to another description */
export function isEmptyDoc(doc: Pick<DocFact, 'summary' | 'inherits' | 'returns' | 'params'>): boolean {
  return !doc.summary && !doc.inherits && !doc.returns && doc.params.length === 0;
}

/** Types cannot be required: the context provides them, or the function has no body of its own. */
function isExempt(fact: FunctionFact): boolean {
  return fact.contextuallyTyped || (fact.bodySpan === null && !fact.abstract) || fact.overload === 'implementation';
}

/** Types of a parameter with a default, of a setter and of a local function's result are clear from the code itself and not required. */
function missingTypes(fact: FunctionFact, { knownResults, passesThrough }: SignatureHabits): { params: string[]; returns: boolean } {
  // The value has the type that the getter returns.
  if (isExempt(fact) || fact.kind === 'setter') return { params: [], returns: false };
  const isMissing = (param: ParamFact): boolean => param.type === null && (param.default === null || param.default.kind === 'null')
    && !param.name.startsWith('_') && passesThrough?.(param, fact) !== true;
  const returns = fact.public && fact.kind !== 'constructor' && !fact.overrides && fact.returnType === null && knownResults?.test(fact.name) !== true;
  return { params: fact.params.filter(isMissing).map((param) => param.name), returns };
}

/** Public, and not there only to satisfy a base class or a framework. */
function documentationIsDue(fact: FunctionFact, owner: ClassFact | undefined, { knownMethods }: SignatureHabits): boolean {
  if (!fact.public || fact.name === '' || fact.overrides || fact.overload === 'implementation') return false;
  if (fact.kind === 'method' && ((owner?.implements.length ?? 0) > 0 || knownMethods.test(fact.name))) return false;
  if (fact.kind === 'getter' || fact.kind === 'setter' || fact.kind === 'constructor') return false;
  return fact.doc?.internal !== true;
}

function classDocumentationIsDue(fact: ClassFact): boolean {
  // The name of an error without members of its own says everything.
  const onlyName = fact.methods.length === 0 && fact.extends.some((each) => /(Error|Exception)$/.test(each));
  return fact.kind === 'class' && fact.public && fact.name !== '' && fact.doc?.internal !== true && !onlyName;
}
