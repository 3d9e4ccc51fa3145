/**
 * Everything a file rule may look at: the contents of one file, in the same shape for every language. It lives only
 * while the file's rules run; `ModuleFacts` is what is kept. Plain JSON. Indices point into the arrays of the same
 * file; -1 means "none".
 */
import type { LearningFacts } from './learning-facts.ts';
import type { ModuleFacts } from './module-facts.ts';
import type { Span } from './span.ts';

/** Index into `FileFacts.functions`; -1 at module level. */
export type FunctionIndex = number;
/** Index into `FileFacts.loops`; -1 outside loops. */
export type LoopIndex = number;

export interface DocFact {
  span: Span;
  /** Has text of its own before the first tag. */
  summary: boolean;
  /** Has no text of its own and does not refer to another description. */
  empty: boolean;
  params: string[];
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
  /** Its default can be changed, and the function changes it, keeps it or gives it back; in Python, absent otherwise. */
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

export type ValueKind =
  | 'string' | 'number' | 'boolean' | 'null' | 'regex'
  | 'template' | 'identifier' | 'member' | 'call' | 'function' | 'object' | 'array' | 'other';

/** Where the varying part of a value comes from. */
export type OriginKind =
  | 'parameter' | 'request' | 'environment' | 'call' | 'import' | 'variable' | 'literal' | 'this' | 'unknown';

export interface Origin {
  kind: OriginKind;
  /** Source text, shortened: `req.query.id`, `userId`, `getName()`. */
  text: string;
  /** Cannot be chosen freely: a number, a boolean, or one of a few strings listed in its type. */
  bounded?: boolean;
  /** Used where a table has no entry for it: `COLUMNS[name] || name`. */
  lookedUp?: true;
}

/** An expression as rules see it: what it is, and where its varying parts come from. */
export interface ValueFact {
  kind: ValueKind;
  /** The value of a literal, else the source text, shortened to 120 characters. Secrets are masked. */
  text: string;
  span: Span;
  /** Fully known from the file: a literal, a constant that holds literals, or an expression built only from those. */
  constant: boolean;
  /** For assembled text (template, `+`, join, format): its fixed pieces in order, `null` for each inserted value. */
  pieces: (string | null)[] | null;
  /** Where each inserted or varying part comes from. Empty for a constant. */
  origins: Origin[];
  /** For an object: its keys with their values, one level deep. */
  properties: { name: string; value: ValueFact }[] | null;
  /** Built from the named arguments of a call (`f(x, key=value)`); comes last in `CallFact.args`. Absent otherwise. */
  keywords?: true;
}

export interface CallFact {
  /** As written, without arguments: `fs.readFileSync`, `this.db.query`, `Pool`. Shortened to 120 characters. */
  callee: string;
  /** Last part of the name: `readFileSync`. */
  name: string;
  /** Module that the root of the callee was imported from, without the `node:` prefix, or null. */
  module: string | null;
  /** Path inside that module: `readFileSync`, `promises.readFile`, `default`; null when `module` is null. */
  member: string | null;
  /** How the root variable was created: `new pg#Pool`, `pg#connect`, `express#default`; null when unknown. */
  receiver: string | null;
  /** The root is declared in this file (a variable or parameter), not a global or an import. */
  ownRoot?: true;
  new: boolean;
  span: Span;
  calleeSpan: Span;
  args: ValueFact[];
  /** Value of the first argument when it is a string literal, else null: cheaper to read than `args`. */
  firstString: string | null;
  function: FunctionIndex;
  loop: LoopIndex;
  awaited: boolean;
  /** What happens to the result. */
  result: 'unused' | 'assigned' | 'returned' | 'argument' | 'member' | 'condition' | 'other';
  /** Name of the variable or property that the result is assigned to. */
  target: string | null;
  /** Name that the whole expression around the call ends up in: a variable, a property, the function that returns or receives it; null when there is none. */
  flowsTo: string | null;
  /** Inside a `try` block that has a handler. */
  guarded: boolean;
  /** In a branch that switches output on (`if verbose:`). Set only for calls that print; absent otherwise. */
  asked?: true;
  /** In a loop: receiver and arguments are the same in every iteration. Set only for calls that rules look at; absent otherwise. */
  invariant?: true;
  /** In a loop: searches a list from outside the loop that may be long, or something that may be a list; absent otherwise. */
  searches?: 'list' | 'unknown';
}

/** A value assigned to a name without a call: `a.b = value`, `b: value` in an object, `b={value}` in markup. */
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

/** Code that runs only when a condition holds, or only when it does not. */
export interface BranchFact {
  span: Span;
  /** As written, shortened. */
  condition: string;
  /** Runs when the condition does not hold; absent otherwise. */
  otherwise?: true;
}

export interface LoopFact {
  kind: 'for' | 'for-of' | 'for-in' | 'while' | 'do' | 'callback';
  span: Span;
  parent: LoopIndex;
  function: FunctionIndex;
  /** `for await`. */
  async: boolean;
  /** What it iterates over, as written; empty for `for` and `while`. */
  iterable: string;
  /** Names whose value changes between iterations. */
  variables: string[];
  /** Collections that every iteration copies as a whole to add an item: `all = [...all, x]`; absent when there are none. */
  copies?: { name: string; span: Span }[];
  /** Does step by step what one call would do: sorts a list by swapping elements, counts equal pairs by index; absent otherwise. */
  byHand?: { what: 'sort' | 'count'; /** The list; for pairs, the comparison. */ name: string; span: Span }[];
}

export interface AwaitFact {
  span: Span;
  function: FunctionIndex;
  loop: LoopIndex;
  /** What is awaited, as written, shortened. */
  text: string;
  /** A later iteration or the end of the loop needs this result: retry, paging, early exit, or an order that matters. */
  ordered: boolean;
}

export interface HandlerFact {
  /** A `catch` clause, a callback for a rejected promise, or a listener for an `error` event. */
  kind: 'catch' | 'promise-catch' | 'listener';
  /** The whole clause. */
  span: Span;
  keywordSpan: Span;
  bodySpan: Span;
  /** Name of the caught error, or null when it is not bound. */
  param: string | null;
  /** Caught types, in languages that name them. */
  types: string[];
  statements: number;
  /** A comment inside, after or above it gives a reason. */
  commented: boolean;
  usesError: boolean;
  rethrows: boolean;
  logs: boolean;
  /** Ends by producing a value of its own: `return null`, `return []`, an assignment of a default. */
  recovers: boolean;
  /** Does nothing but replace the failed value with a fixed one: `null`, `[]`; absent otherwise. */
  replacement?: string;
  /** Stores the error in a variable, so that other code can see the failure; absent otherwise. */
  keptElsewhere?: true;
  /** Success leaves the function or loop, and an error is raised further down: one candidate after the other. Absent otherwise. */
  raisesLater?: true;
  /** Code outside of the guarded part sees whether it worked: a value is returned, assigned or used, a loop is left. Absent otherwise. */
  tells?: true;
  /** Calls in the guarded part, to recognise handlers that expect failure (`JSON.parse`, `unlink`). */
  guards: string[];
  function: FunctionIndex;
}

/** Something opened and assigned to a variable, and what happens to it afterwards. */
export interface AcquisitionFact {
  /** The call that opens it, as in `CallFact`. */
  callee: string;
  name: string;
  module: string | null;
  member: string | null;
  /** What the opening object was created from, as in `CallFact`; absent when unknown. */
  receiver?: string;
  /** The opening call is awaited. */
  awaited: boolean;
  /** The variable, or null when the result is used in place. */
  variable: string | null;
  span: Span;
  function: FunctionIndex;
  /** Managed by the language: `using`, `with`. */
  managed: boolean;
  /** Leaves the function (returned, stored in a field, passed on, captured), so that other code must close it. */
  escapes: boolean;
  /** Methods called on the variable that release it (`close`, `end`, `release`, `destroy`, …). */
  closedBy: string[];
  /** The closing calls cover every path: one in a `finally`, or one each for success and failure, or in code that always runs at the end. */
  closedInFinally: boolean;
  /** Something between opening and closing can throw or return. */
  exitBeforeClose: boolean;
}

export interface StringFact {
  value: string;
  span: Span;
  /** Name of the variable, property or parameter it is assigned to; empty when none. */
  name: string;
  /** Callee when it is an argument. */
  argumentOf: string | null;
  function: FunctionIndex;
  /** In an equality test, a `case` or a key: compared, not used. */
  compared: boolean;
  /** A fallback for a setting: `process.env.X ?? '…'`. */
  fallback: boolean;
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

export interface TestFact {
  kind: 'suite' | 'test';
  name: string;
  span: Span;
  /** The callee: `it`, `describe.only`. */
  calleeSpan: Span;
  modifier: 'only' | 'skip' | 'todo' | null;
  /** A comment beside it or at the start of its body says why it is skipped, or its name does. */
  explained?: true;
  /** Calls in the body that can make the test fail, including those in functions of the same file. */
  assertions: number;
  /** Assertions that hold no matter what the code does: `expect(true).toBe(true)`. */
  tautologies: Span[];
  /** Each of these says why it stands there: `assert True, "no logic yet"`; absent otherwise. */
  reasoned?: true;
  /** Assertions on a promise that is not awaited: they fail too late to be noticed; absent when there are none. */
  floating?: Span[];
  /**
   * All assertions are in this handler, which never runs when nothing fails; absent otherwise, where what it guards surely fails, and where it looks at
   * the error while that is being handled.
   */
  onlyInHandler?: Span;
  /** What that handler guards is awaited; absent otherwise. */
  handlerWaits?: true;
  /** Checks whose answer nothing asks for: a comparison as a statement, `expect(x)` without a matcher; absent when there are none. */
  unheard?: Span[];
  /** Nothing is checked, and the last call gives this variable, which is never read; absent otherwise. */
  unread?: { name: string };
  /** The body has no statement. */
  empty: boolean;
  /** An empty body may be meant: it takes the place of an inherited test, what it is given does the work, or a comment says that it is to be written. */
  placeholder?: true;
  /** Its documentation and comments, when nothing in it can fail; absent when there are none. */
  words?: string;
}

export interface LongLine {
  line: number;
  length: number;
  /** Column where the line begins, if not the first: notebook files hold lines as JSON strings. */
  start?: number;
  /** Cannot be broken: an import, a URL, one long string. */
  unbreakable: boolean;
}

/** A secret found by the scanner; the value itself is never kept. */
export interface SecretFact {
  /** What it is: `GitHub token`, `password`. */
  kind: string;
  span: Span;
  /** At most the first few characters, followed by asterisks. */
  masked: string;
  /** Name of the variable, key or parameter it is given to; empty when none. */
  name: string;
  /** Certain because of its format, or likely because of its name and entropy. */
  confidence: 'high' | 'medium';
  /**
   * Why it may open nothing: `example` for placeholders, documentation, public keys and values of local services,
   * `limited` for tokens that can only read or upload, `weak` for plain words that only their name makes a secret,
   * `guessable` for what a person made up; absent otherwise.
   */
  doubt?: 'example' | 'limited' | 'weak' | 'guessable';
}

/** One replacement proposed by a linter. */
export interface LintEdit {
  span: Span;
  text: string;
  /** The original text of the line where it begins: if the line has changed since, the edit no longer applies. */
  line: string;
}

/** A linter's message, with its own code; rules give it our severity, section and wording. */
export interface LintFact {
  /** Which linter: `ruff`. */
  engine: string;
  /** `E722`. */
  code: string;
  message: string;
  span: Span;
  /** The linter's own fix, if it is known not to change behaviour; null otherwise. */
  fix: { title: string; edits: LintEdit[] } | null;
}

/** One instruction of a Dockerfile. */
export interface InstructionFact {
  /** Upper case: `FROM`, `RUN`. */
  name: string;
  /** Arguments, with continued lines joined. */
  text: string;
  span: Span;
  /** Number of `FROM`s so far; 0 before the first. */
  stage: number;
}

/** One setting of a service, nested keys joined with dots: `environment.LEVEL`, `ports`. List items share their key. */
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

/** A Dockerfile, or a compose file that describes services running in containers. */
export interface ContainerFacts {
  instructions: InstructionFact[];
  services: ServiceFact[];
}

export interface FileFacts extends ModuleFacts {
  /** The file can contain types: TypeScript, or JavaScript that asks to be checked. */
  typesExpected: boolean;
  /** Starts with a `#!` line: it is run, not imported. */
  executable?: true;
  /** Code that runs only when the file is started, not when it is imported: `if __name__ == '__main__':`; absent when there is none. */
  entry?: Span;
  functions: FunctionFact[];
  classFacts: ClassFact[];
  calls: CallFact[];
  /** Only those whose name a rule checks: markup, security switches. */
  assignments: AssignmentFact[];
  branches: BranchFact[];
  loops: LoopFact[];
  awaits: AwaitFact[];
  handlers: HandlerFact[];
  acquisitions: AcquisitionFact[];
  strings: StringFact[];
  anys: AnyFact[];
  declarations: DeclarationFact[];
  tests: TestFact[];
  longLines: LongLine[];
  /** The longest line the project's own settings allow; absent when they set no limit. */
  lineLimit?: number;
  secrets: SecretFact[];
  /** Empty for languages without a linter. */
  lint: LintFact[];
  /** Null when the file does no machine learning. */
  learning: LearningFacts | null;
  /** Null except for Dockerfiles and compose files. */
  container: ContainerFacts | null;
}

/**
 * The part of a file's facts that is kept after its rules have run.
 * @param facts everything that was extracted
 * @returns a copy without the parts that only file rules read
 */
export function toModuleFacts(facts: FileFacts): ModuleFacts {
  const { path, language, role, imports, exports, classes, constructions, fingerprints, doings, settings } = facts;
  const { suppressions, contract, face, metrics, testNames, syntaxProblems } = facts;
  return {
    path, language, role, imports, exports, classes, constructions, fingerprints, doings, settings,
    suppressions, contract, ...(face ? { face } : {}), metrics, testNames, syntaxProblems,
  };
}
