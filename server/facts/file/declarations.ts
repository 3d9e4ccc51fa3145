/** What a file declares: functions with their parameters and documentation, classes with their fields, names, and uses of `any`. */
import type { ValueFact } from './values.ts';
import type { Span } from '../span.ts';

/** Index into `FileFacts.functions`; -1 at module level. */
export type FunctionIndex = number;

export interface DocFact {
  span: Span;
  /** Has text of its own before the first tag. */
  summary: boolean;
  /** Has no text of its own and does not refer to another description. */
  empty: boolean;
  params: string[];
  /** Those of a tag with neither a type nor a word about it; absent when there are none. */
  bareParams?: string[];
  returns: boolean;
  throws: string[];
  /** Gives types of parameters or of the result, for languages whose signatures may lack them; absent otherwise. */
  typed?: true;
  /** Says that the documentation is inherited. */
  inherits: boolean;
  /** Marked as internal: `@internal`, `@private`. */
  internal: boolean;
  deprecated: boolean;
}

export interface ParamFact {
  name: string;
  span: Span;
  /** The written type, or null. */
  type: string | null;
  optional: boolean;
  rest: boolean;
  /** A destructuring pattern. */
  pattern: boolean;
  /** The default value, or null. */
  default: ValueFact | null;
  /** Has an accessibility modifier, so it declares a property too. */
  property: boolean;
  /** Can only be passed by name; absent otherwise. */
  named?: true;
  /** Its default can be changed, and the function, or the class that keeps it in a field, changes it; in Python, absent otherwise. */
  keepsDefault?: true;
}

export type FunctionKind = 'function' | 'method' | 'constructor' | 'getter' | 'setter' | 'arrow' | 'function-expression';

export interface FunctionFact {
  /** Empty for an anonymous function. */
  name: string;
  kind: FunctionKind;
  /** Index into `classes`, or -1. */
  owner: number;
  /** The enclosing function. */
  parent: FunctionIndex;
  span: Span;
  /** The name, or the keyword or first token of an anonymous function. */
  nameSpan: Span;
  /** Null for a signature without a body. */
  bodySpan: Span | null;
  /** Callable from outside: exported, or a public member of an exported class. */
  public: boolean;
  visibility: 'public' | 'protected' | 'private';
  async: boolean;
  generator: boolean;
  static: boolean;
  abstract: boolean;
  overrides: boolean;
  /** Its types come from its context: a callback, a typed variable, `satisfies`. */
  contextuallyTyped: boolean;
  /** An overload declaration, or the implementation behind the overloads. */
  overload: 'none' | 'signature' | 'implementation';
  params: ParamFact[];
  /** Words in comments between the brackets of the signature: parameters that callers pass and this function does not take; absent when there are none. */
  paramsInComments?: string[];
  /** What a method of Python is called on, by a name of its own: `def search(model_class, query)`; absent for `self` and `cls`. */
  receiver?: string;
  /** Documented, and reads `arguments`: it takes more than its signature lists; absent otherwise. */
  readsArguments?: true;
  /** The written return type, or null. */
  returnType: string | null;
  /** A `return` with a value somewhere in the body (or an expression body). */
  returnsValue: boolean;
  doc: DocFact | null;
  decorators: string[];
  /** Cyclomatic complexity: 1 plus the number of branches; nested functions are counted separately. */
  complexity: number;
  /** Branches among these that read as a list: more cases of a flat `switch`, more operands of one condition, fallbacks for missing values. */
  flatBranches: number;
  /** Deepest nesting of control flow, and where it is first reached. */
  nesting: number;
  nestingSpan: Span;
  /** Lines of the body that contain code. */
  codeLines: number;
  /** Lines among these that lie inside objects, lists, markup and multi-line text, not counting functions in them. */
  dataLines: number;
  /** Names of the errors thrown in the body and not caught there. */
  throws: string[];
  /** Names of the parameters that lack a type, and whether the return type is missing; absent when nothing is missing. */
  missingTypes?: { params: string[]; returns: boolean };
  /** Documentation is due: the function is public, and neither a base class nor a framework defines what it does; absent otherwise. */
  documentationDue?: true;
}

export interface FieldFact {
  name: string;
  span: Span;
  type: string | null;
  visibility: 'public' | 'protected' | 'private';
  readonly: boolean;
  static: boolean;
  value: ValueFact | null;
}

export interface MethodUse {
  /** Index into `functions`. */
  function: FunctionIndex;
  name: string;
  /** Own fields and methods it uses; `*` when it passes `this` on as a whole. */
  uses: string[];
}

export interface ClassFact {
  name: string;
  kind: 'class' | 'interface';
  span: Span;
  nameSpan: Span;
  public: boolean;
  abstract: boolean;
  extends: string[];
  implements: string[];
  decorators: string[];
  doc: DocFact | null;
  fields: FieldFact[];
  methods: MethodUse[];
  codeLines: number;
  /** Documentation is due: the class is public, and its name does not say everything; absent otherwise. */
  documentationDue?: true;
}

export type DeclarationKind =
  | 'variable' | 'constant' | 'function' | 'method' | 'property' | 'parameter' | 'class' | 'interface'
  | 'type' | 'enum' | 'enum-member' | 'type-parameter' | 'namespace';

export interface DeclarationFact {
  name: string;
  kind: DeclarationKind;
  span: Span;
  topLevel: boolean;
  public: boolean;
  /** Initial value of a variable, for constants. */
  value: ValueFact['kind'] | null;
  /** Declared but not defined here: another file or the platform chose the name. */
  ambient?: true;
  /** Takes type parameters; for types only. */
  generic?: true;
  /** Named after the property it is read from: `const first_id = page.first_id`. */
  mirrors?: true;
}

export interface AnyFact {
  span: Span;
  /** Also `type-argument` where it only helps inference: constraints, conditional types, `(...args: any[]) => any`. */
  where: 'parameter' | 'return' | 'property' | 'variable' | 'alias' | 'assertion' | 'type-argument';
  /** Name of the declared item. */
  name: string;
  /** Part of an interface that others use. */
  public: boolean;
}
