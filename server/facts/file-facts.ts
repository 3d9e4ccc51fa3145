/**
 * All that a file rule may judge from: what one file says, in the same shape for every language.
 * It lives only while the file's rules run; `ModuleFacts` is what is kept. Plain JSON. Indices
 * point into the arrays of the same file; -1 means "none".
 */
import type { LearningFacts } from './learning-facts.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { Span } from './span.ts';

/** Index into `FileFacts.functions`; -1 at module level. */
export type FunctionIndex = number;
/** Index into `FileFacts.loops`; -1 outside of loops. */
export type LoopIndex = number;

export interface DocFact {
  span: Span;
  /** Has words of its own before the first tag. */
  summary: boolean;
  /** Has no words of its own and does not say where they are. */
  empty: boolean;
  params: string[];
  returns: boolean;
  throws: string[];
  /** Gives types of parameters or of the result, for languages whose signatures may lack them; absent otherwise. */
  typed?: true;
  /** Says that the documentation is inherited. */
  inherits: boolean;
  /** Marked as not for others: `@internal`, `@private`. */
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
  /** Destructured. */
  pattern: boolean;
  /** The default value, or null. */
  default: ValueFact | null;
  /** Has an accessibility modifier: declares a property as well. */
  property: boolean;
  /** Can only be given by its name; absent otherwise. */
  named?: true;
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
  /** Others can call it: exported, or a public member of an exported class. */
  public: boolean;
  visibility: 'public' | 'protected' | 'private';
  async: boolean;
  generator: boolean;
  static: boolean;
  abstract: boolean;
  overrides: boolean;
  /** Its types come from where it stands: a callback, a typed variable, `satisfies`. */
  contextuallyTyped: boolean;
  /** A declaration in a list of overloads, or the implementation behind them. */
  overload: 'none' | 'signature' | 'implementation';
  params: ParamFact[];
  /** The written return type, or null. */
  returnType: string | null;
  /** A `return` with a value somewhere in the body (or an expression body). */
  returnsValue: boolean;
  doc: DocFact | null;
  decorators: string[];
  /** Cyclomatic complexity: 1 plus the branches; nested functions count for themselves. */
  complexity: number;
  /** Of these, branches that read as a list: further cases of a flat `switch`, further parts of one condition, values that fill in for missing ones. */
  flatBranches: number;
  /** Deepest nesting of control flow, and where it is reached first. */
  nesting: number;
  nestingSpan: Span;
  /** Lines of the body that hold code. */
  codeLines: number;
  /** Of these, lines within objects, lists, markup and text of several lines, without the functions in them. */
  dataLines: number;
  /** Names of the errors that are thrown in the body and not caught there. */
  throws: string[];
  /** Parameters whose types the signature lacks, by name, and whether it lacks the return type; absent where nothing is missing. */
  missingTypes?: { params: string[]; returns: boolean };
  /** Documentation can be asked of it: others call it, and neither a base class nor a framework says what it does; absent otherwise. */
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
  /** Own fields and methods that it touches; `*` when it passes itself on as a whole. */
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
  /** Documentation can be asked of it: others use it, and its name does not say all; absent otherwise. */
  documentationDue?: true;
}

export type ValueKind =
  | 'string' | 'number' | 'boolean' | 'null' | 'regex'
  | 'template' | 'identifier' | 'member' | 'call' | 'function' | 'object' | 'array' | 'other';

/** Where the changing part of a value comes from. */
export type OriginKind =
  | 'parameter' | 'request' | 'environment' | 'call' | 'import' | 'variable' | 'literal' | 'this' | 'unknown';

export interface Origin {
  kind: OriginKind;
  /** Source text, shortened: `req.query.id`, `userId`, `getName()`. */
  text: string;
  /** Cannot be chosen freely: a number, a boolean, or one of a few words that its type lists. */
  bounded?: boolean;
}

/** An expression as a rule sees it: what it is, and where what varies in it comes from. */
export interface ValueFact {
  kind: ValueKind;
  /** The value of a literal, else the source text, shortened to 120 characters. Secrets are masked. */
  text: string;
  span: Span;
  /** Wholly known from the file: a literal, a constant of literals, or put together from such. */
  constant: boolean;
  /** For text that is put together (template, `+`, join, format): its fixed pieces in order, `null` where something is inserted. */
  pieces: (string | null)[] | null;
  /** Where each inserted or varying part comes from. Empty for a constant. */
  origins: Origin[];
  /** For an object: its keys with their values, one level deep. */
  properties: { name: string; value: ValueFact }[] | null;
  /** Made of the named arguments of a call (`f(x, key=value)`), which stand last in `CallFact.args`; absent otherwise. */
  keywords?: true;
}

export interface CallFact {
  /** As written, without arguments: `fs.readFileSync`, `this.db.query`, `Pool`. Shortened to 120 characters. */
  callee: string;
  /** Last part of the name: `readFileSync`. */
  name: string;
  /** Module that the callee's root was imported from, `node:` prefix dropped, or null. */
  module: string | null;
  /** Path inside that module: `readFileSync`, `promises.readFile`, `default`; null when `module` is. */
  member: string | null;
  /** What the variable at the root was made from: `new pg#Pool`, `pg#connect`, `express#default`; null when not seen. */
  receiver: string | null;
  /** The root is a name that the file itself declares: a variable, a parameter, not a global or an import. */
  ownRoot?: true;
  new: boolean;
  span: Span;
  calleeSpan: Span;
  args: ValueFact[];
  /** Text of the first argument where it is written as a string, else null: cheaper to ask than `args`. */
  firstString: string | null;
  function: FunctionIndex;
  loop: LoopIndex;
  awaited: boolean;
  /** What becomes of the result. */
  result: 'unused' | 'assigned' | 'returned' | 'argument' | 'member' | 'condition' | 'other';
  /** Name of the variable or property that the result is assigned to. */
  target: string | null;
  /** Name that the whole expression around the call ends in: a variable, a property, the function that returns it or takes it; null when none. */
  flowsTo: string | null;
  /** Inside a `try` block that has a handler. */
  guarded: boolean;
  /** In a branch on a switch for output (`if verbose:`). Said only of what prints; absent otherwise. */
  asked?: true;
  /** In a loop: what it is called on and given is the same in every turn. Said only of calls that rules ask about; absent otherwise. */
  invariant?: true;
  /** In a loop: looks through a list from outside of the loop that may be long, or through something that may be a list; absent otherwise. */
  searches?: 'list' | 'unknown';
}

/** A value given to a name other than by a call: `a.b = value`, `b: value` in an object, `b={value}` in markup. */
export interface AssignmentFact {
  kind: 'member' | 'property' | 'attribute';
  /** Last part of the name: `innerHTML`, `rejectUnauthorized`. */
  name: string;
  /** As written: `element.innerHTML`; the name alone for properties and attributes. */
  target: string;
  span: Span;
  value: ValueFact;
  function: FunctionIndex;
}

export interface LoopFact {
  kind: 'for' | 'for-of' | 'for-in' | 'while' | 'do' | 'callback';
  span: Span;
  parent: LoopIndex;
  function: FunctionIndex;
  /** `for await`. */
  async: boolean;
  /** What it runs over, as written; empty for `for` and `while`. */
  iterable: string;
  /** Names that change from turn to turn. */
  variables: string[];
  /** Collections that each turn copies as a whole to add to them: `all = [...all, x]`; absent when there are none. */
  copies?: { name: string; span: Span }[];
  /** What one call does is done step by step: a list sorted by exchanging its elements, equal pairs counted by index; absent when nothing is. */
  byHand?: { what: 'sort' | 'count'; /** The list; for pairs, the comparison. */ name: string; span: Span }[];
}

export interface AwaitFact {
  span: Span;
  function: FunctionIndex;
  loop: LoopIndex;
  /** What is awaited, as written, shortened. */
  text: string;
  /** A later turn or the loop's end needs this result: retry, paging, early exit, or an order that matters. */
  ordered: boolean;
}

export interface HandlerFact {
  /** A clause, a callback for a failed promise, or a listener for an `error` event. */
  kind: 'catch' | 'promise-catch' | 'listener';
  /** The whole clause. */
  span: Span;
  keywordSpan: Span;
  bodySpan: Span;
  /** Name of the caught error, or null when it is not bound. */
  param: string | null;
  /** Caught types, for languages that name them. */
  types: string[];
  statements: number;
  /** A comment inside, behind or above says why. */
  commented: boolean;
  usesError: boolean;
  rethrows: boolean;
  logs: boolean;
  /** Ends with a value of its own: `return null`, `return []`, an assignment of a default. */
  recovers: boolean;
  /** All that it does is to give a fixed value in the place of what failed: `null`, `[]`; absent otherwise. */
  replacement?: string;
  /** What failed is kept in a variable, so that others see the failure too; absent otherwise. */
  keptElsewhere?: true;
  /** The guarded part leaves when it succeeds, and an error is raised further down when nothing did: one candidate after the other; absent otherwise. */
  raisesLater?: true;
  /** What the guarded part calls, for handlers that expect failure (`JSON.parse`, `unlink`). */
  guards: string[];
  function: FunctionIndex;
}

/** Something opened and bound to a variable, and what happens to it then. */
export interface AcquisitionFact {
  /** The call that opens, as in `CallFact`. */
  callee: string;
  name: string;
  module: string | null;
  member: string | null;
  /** What the object that opens was made from, as in `CallFact`; absent when not seen. */
  receiver?: string;
  /** The opening is awaited. */
  awaited: boolean;
  /** The variable, or null when the result is used in place. */
  variable: string | null;
  span: Span;
  function: FunctionIndex;
  /** Managed by the language: `using`, `with`. */
  managed: boolean;
  /** Leaves the function: returned, stored in a field, passed on, captured. Then another closes it. */
  escapes: boolean;
  /** Methods called on the variable that end its life (`close`, `end`, `release`, `destroy`, …). */
  closedBy: string[];
  /** Some of these calls hold for every path: one in a `finally`, or one on success and one on failure, or in what is called at the end. */
  closedInFinally: boolean;
  /** Between opening and closing something can fail or return. */
  exitBeforeClose: boolean;
}

export interface StringFact {
  value: string;
  span: Span;
  /** Name of the variable, property or parameter that it is given to; empty when none. */
  name: string;
  /** Callee when it is an argument. */
  argumentOf: string | null;
  function: FunctionIndex;
  /** In a test for equality, a `case`, a key: looked for, not used. */
  compared: boolean;
  /** A fallback behind a setting: `process.env.X ?? '…'`. */
  fallback: boolean;
}

export interface AnyFact {
  span: Span;
  /** `type-argument` too where it only helps inference: constraints, conditional types, `(...args: any[]) => any`. */
  where: 'parameter' | 'return' | 'property' | 'variable' | 'alias' | 'assertion' | 'type-argument';
  /** Name of what is declared. */
  name: string;
  /** On an interface that others use. */
  public: boolean;
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
  /** What a variable is given first, for constants. */
  value: ValueFact['kind'] | null;
  /** Declared and not made here: another file or the platform chose the name. */
  ambient?: true;
  /** Takes type parameters, where it is a type. */
  generic?: true;
  /** Named after the property that it is read from: `const first_id = page.first_id`. */
  mirrors?: true;
}

export interface TestFact {
  kind: 'suite' | 'test';
  name: string;
  span: Span;
  /** The callee: `it`, `describe.only`. */
  calleeSpan: Span;
  modifier: 'only' | 'skip' | 'todo' | null;
  /** A comment beside it or at the head of its body says why it is skipped, or its name does. */
  explained?: true;
  /** Calls in the body that can fail the test, also through functions of the same file. */
  assertions: number;
  /** Assertions that hold whatever the code does: `expect(true).toBe(true)`. */
  tautologies: Span[];
  /** Assertions about a promise that nobody waits for: they fail too late to be seen; absent when there are none. */
  floating?: Span[];
  /** All assertions stand in this handler, which is not reached when nothing fails; absent otherwise. */
  onlyInHandler?: Span;
  /** The body has no statement. */
  empty: boolean;
  /** Its documentation and comments, where nothing in it can fail it; absent when there are none. */
  words?: string;
}

export interface LongLine {
  line: number;
  length: number;
  /** Column at which the line begins, where that is not the first: in notebooks, whose files hold lines as text. */
  start?: number;
  /** Cannot be broken: an import, a URL, one long string. */
  unbreakable: boolean;
}

/** A secret seen by the scanner; the value itself is never kept. */
export interface SecretFact {
  /** What it is, in words: `GitHub token`, `password`. */
  kind: string;
  span: Span;
  /** First characters at most and asterisks. */
  masked: string;
  /** Name of the variable, key or parameter it is given to; empty when none. */
  name: string;
  /** Certain by its form, or likely by its name and entropy. */
  confidence: 'high' | 'medium';
}

/** One replacement that a linter proposes. */
export interface LintEdit {
  span: Span;
  text: string;
  /** The line that it begins in, as it was: where it reads otherwise by now, the edit no longer fits. */
  line: string;
}

/** What a linter of the field says, by its own code; rules give it our severity, section and words. */
export interface LintFact {
  /** Which linter: `ruff`. */
  engine: string;
  /** `E722`. */
  code: string;
  message: string;
  span: Span;
  /** The linter's own fix, when it is known to keep what the code does; null otherwise. */
  fix: { title: string; edits: LintEdit[] } | null;
}

/** One instruction of an image's recipe. */
export interface InstructionFact {
  /** Upper case: `FROM`, `RUN`. */
  name: string;
  /** Arguments, continued lines joined. */
  text: string;
  span: Span;
  /** Counts the `FROM`s so far; 0 before the first. */
  stage: number;
}

/** One setting of a service, nested keys joined with dots: `environment.LEVEL`, `ports`. Items of lists share their key. */
export interface ServiceSetting {
  key: string;
  value: string;
  span: Span;
}

export interface ServiceFact {
  name: string;
  span: Span;
  settings: ServiceSetting[];
}

/** An image's recipe, or a description of services that run in containers. */
export interface ContainerFacts {
  instructions: InstructionFact[];
  services: ServiceFact[];
}

export interface FileFacts extends ModuleFacts {
  /** Types can be written in this file: TypeScript, or JavaScript that asks to be checked. */
  typesExpected: boolean;
  /** Opens with a `#!` line: it is run, not imported. */
  executable?: true;
  /** What runs only when the file is started and not when it is imported: `if __name__ == '__main__':`; absent where there is none. */
  entry?: Span;
  functions: FunctionFact[];
  classFacts: ClassFact[];
  calls: CallFact[];
  /** Only those whose name a rule judges: markup, switches of security. */
  assignments: AssignmentFact[];
  loops: LoopFact[];
  awaits: AwaitFact[];
  handlers: HandlerFact[];
  acquisitions: AcquisitionFact[];
  strings: StringFact[];
  anys: AnyFact[];
  declarations: DeclarationFact[];
  tests: TestFact[];
  longLines: LongLine[];
  /** The longest line that the project's own settings accept; absent where they do not say. */
  lineLimit?: number;
  secrets: SecretFact[];
  /** Empty for languages without a linter of their own. */
  lint: LintFact[];
  /** Null where nothing learns. */
  learning: LearningFacts | null;
  /** Null for all files but recipes of images and descriptions of services. */
  container: ContainerFacts | null;
}

/**
 * The part of a file's facts that outlives its rules.
 * @param facts all that was extracted
 * @returns a copy without the parts that only file rules read
 */
export function toModuleFacts(facts: FileFacts): ModuleFacts {
  const { path, language, role, imports, exports, classes, constructions, fingerprints, settings } = facts;
  const { suppressions, contract, face, metrics, testNames, syntaxProblems } = facts;
  return {
    path, language, role, imports, exports, classes, constructions, fingerprints, settings,
    suppressions, contract, ...(face ? { face } : {}), metrics, testNames, syntaxProblems,
  };
}
