/**
 * What the workspace needs to know about a file after its own rules have run: small enough to keep for 50,000 files,
 * and all that graph rules and the score may look at. Plain JSON.
 */
import type { CallableFact, CallShapeFact } from './call-shapes.ts';
import type { UndeclaredFact, UnknownMemberFact } from './missing-names.ts';
import type { OutlineItem } from './outline.ts';
import type { Span } from './span.ts';

/** Languages whose files import each other and are counted. */
export type SourceLanguage = 'typescript' | 'javascript' | 'python' | 'notebook';

/** `container` and `plain` files are reviewed but not counted: they contain no modules. A `plain` file is text that no other language claims. */
export type Language = SourceLanguage | 'container' | 'plain';

/** The purpose of a file, judged by its path; severities depend on it. */
export type FileRole = 'source' | 'test' | 'fixture' | 'example' | 'docs' | 'script' | 'config' | 'declaration';

/** Modules of the platform; packages; the project through an alias or its own name; the project through a relative path. */
export type ImportGroup = 'builtin' | 'external' | 'internal' | 'relative';

export type ImportKind = 'static' | 'dynamic' | 'require' | 're-export' | 'side-effect';

export interface ImportedName {
  /** Name in the imported module; `default` for the default export, `*` for the whole module. */
  imported: string;
  local: string;
  /** Written as a type-only import. */
  typeOnly: boolean;
  usedAsValue: boolean;
  usedAsType: boolean;
  /** It, or a member of it, is called somewhere in the file, other than to construct something; absent otherwise. */
  called?: true;
  span: Span;
}

export interface ImportFact {
  specifier: string;
  /** Where it leads, judged by the specifier alone. */
  group: ImportGroup;
  kind: ImportKind;
  /** Erased at compile time: written as type-only, either as a whole or name by name. */
  typeOnly: boolean;
  /** Not written as type-only, but every name is used only as a type. */
  couldBeTypeOnly: boolean;
  /** Inside a function: runs when the function is called, not when the module loads. */
  lazy: boolean;
  /** In Python, below `if __name__ == '__main__'`: runs only when the file is started as a program; absent otherwise. */
  whenStarted?: true;
  names: ImportedName[];
  /** The whole statement or call. */
  span: Span;
  /** The specifier with its quotes. */
  specifierSpan: Span;
  /** It may lead nowhere: what happens then is provided for, or told to the compiler; absent otherwise. */
  guarded?: true;
  /** Imports with the same number follow each other and may be reordered: no other code and no side-effect import stands between them. */
  run?: number;
}

export type ExportKind = 'function' | 'class' | 'variable' | 'interface' | 'type' | 'enum' | 'namespace' | 're-export' | 'unknown';

export interface ExportFact {
  /** Name that others import; `default`, or `*` for a re-export of everything. */
  name: string;
  kind: ExportKind;
  typeOnly: boolean;
  /** For a re-export: the specifier it comes from and the name used there. */
  from: string | null;
  imported: string | null;
  /** What this file calls it, where that is another name; absent otherwise. */
  local?: string;
  span: Span;
}

/** A class declared in the file, as other files and graph rules see it. */
export interface ClassSummary {
  name: string;
  public: boolean;
  abstract: boolean;
  extends: string[];
  implements: string[];
  /** Methods, not counting the constructor and accessors. */
  methods: number;
  fields: number;
  span: Span;
}

/** A dependency that a class or function creates itself with `new` (or by calling a class). */
export interface ConstructionFact {
  /** The local name of the class. */
  name: string;
  /** Specifier of the import that provides the name. */
  specifier: string;
  imported: string;
  /** The class that contains it, or null. */
  className: string | null;
  /** The method or function that contains it, or null at module level. */
  functionName: string | null;
  /** The field or variable that it is stored in, or null. */
  target: string | null;
  /** It is only the default of a parameter or setting: the caller may pass another. */
  defaultOnly: boolean;
  /** The method exists to make it: it gives back what it made; absent otherwise. */
  returned?: true;
  /** What the creator passes to it: itself, something it holds, or neither. An object that receives one of these is often just a part of its creator. */
  hands: 'self' | 'own' | 'other';
  span: Span;
}

/** An environment variable that a function reads with a default beside it. */
export interface SettingFact {
  name: string;
  /** The text or number used when it is not set; never empty. */
  default: string;
  /** The function that reads it, with its class: `load`, `Mailer.send`; only the class for its constructor. */
  function: string;
  span: Span;
}

/** A selected hash of a window of tokens, used to find repeated code across files. */
export type Fingerprint = readonly [hash: number, startLine: number, endLine: number];

/** A comment that switches a rule off for the next line or for the file. */
export interface SuppressionFact {
  ruleId: string;
  /** Empty when no reason was given, which is itself reported. */
  reason: string;
  scope: 'next-line' | 'file';
  /** First and last line it covers. */
  from: number;
  to: number;
  span: Span;
  /** Written for another linter, which needs no reason and reports unused comments itself. */
  foreign?: true;
}

/** Counts needed by the score and the summary. */
export interface FileMetrics {
  lines: number;
  /** Lines that contain code, neither blank nor comment only. */
  codeLines: number;
  /** Functions with a body for which types can be required. */
  functions: number;
  typedFunctions: number;
  /** Public functions, methods and classes. */
  publicItems: number;
  documentedItems: number;
  handlers: number;
  classes: number;
  tests: number;
  /** True when the file uses a machine learning library. */
  machineLearning: boolean;
}

/** What a comment or docstring states about its block: `Responsible for: …`, `Dependencies: A, B`. */
export interface ContractFact {
  /** The block's name, as written; like the next three, null when nothing is said of it. */
  block: string | null;
  responsibility: string | null;
  input: string | null;
  output: string | null;
  /** Names of blocks or packages, as written; empty when it says that there are none, null when it says nothing of them. */
  dependencies: string[] | null;
  /** Of the file in which it stands: public functions without types where types can be written, and the types named in public signatures. */
  surface: { untyped: string[]; types: string[] };
  span: Span;
}

/** What the types of a file's exports are made of. */
export interface TypedSurface {
  /** Equal only if the text says the same of types: the bodies of functions that state what they return are left out, for example. */
  digest: string;
  /** Specifiers of the imports that types come through, sorted. */
  specifiers: string[];
}

/** The address that a request itself was sent to; a part behind other text. */
export type RequestOf = 'own-address' | 'behind';

/** A value that a call hands on to a function of the workspace: part of a request, or what the caller was given itself. */
export interface HandFact {
  /** The part of a request, as written; null for a parameter. */
  request: string | null;
  /** A request that is nothing to some rules; absent for others. */
  of?: RequestOf;
  /** For a parameter: its function (`run`, `Shell.run`), its position and name, and the property that is read from it, if one is; absent for a request. */
  given?: { function: string; param: number; name: string; part: string | null };
  /**
   * The function that is called: in the file of a specifier, or in this file where that is null; through a name that the file gives (a module of a
   * package, an object, a class), and in a class, as far as these are known.
   */
  to: { specifier: string | null; through: string | null; owner: string | null; name: string };
  /** Position or name of the argument, and the property of an object that holds the value, if one does. */
  argument: number | string;
  part: string | null;
  span: Span;
}

/** A call whose result is not awaited where, if the function is asynchronous, only the awaited value makes sense. */
export interface UnawaitedFact {
  /**
   * `dropped`: nothing takes the coroutine, so that it never runs. `unheard`: nothing takes the promise, in a `try` that is to catch its errors.
   * `condition`: it decides something, though a promise or coroutine always counts as true. `value`: it is used as if it were what it leads to.
   * `each`, `answer`: a method of a list is given a callback that is asynchronous, as `unheard` and as `condition`.
   */
  kind: 'dropped' | 'unheard' | 'condition' | 'value' | 'each' | 'answer';
  /** The function as written: `save`, `this.save`; for a callback, the method that it is given to. */
  callee: string;
  /** What is read from it (`.name`, `[…]`), for `value` alone; elsewhere empty. */
  use: string;
  /** The import that the function comes from, which may be asynchronous or not; absent for one of the same file, which certainly is. */
  from?: { specifier: string; imported: string };
  /** For `unheard`: how often the file calls the function without taking its promise, and whether it awaits or returns it elsewhere; absent for others. */
  habit?: { dropped: number; heard: boolean };
  /** The function around it; empty when there is none or it has no name. */
  place: string;
  /** The call; for `value`, where it is used; for a callback, its beginning up to its body. */
  span: Span;
}

/** An asynchronous function of the top level; calling it only makes a promise or coroutine. */
export interface AsyncFunctionFact {
  /** `default` for an exported one without a name. */
  name: string;
  /** It catches its errors itself; absent otherwise, and in languages where nobody asks. */
  catches?: true;
}

export interface SyntaxProblem {
  message: string;
  span: Span;
  /** It is right in another language, in which the file is written: Python 2, JavaScript with Flow, a template that becomes code; absent otherwise. */
  rightIn?: 'python-2' | 'flow' | 'template';
}

export interface ModuleFacts {
  /** Relative to the workspace, with `/`. */
  path: string;
  language: Language;
  role: FileRole;
  imports: ImportFact[];
  exports: ExportFact[];
  /**
   * What importers can have besides `exports`, with spaces between the names: in Python also what is private or imported. With these and what `export *`
   * and `import *` bring, nothing is missing. Absent where the text does not tell all names.
   */
  members?: string;
  classes: ClassSummary[];
  constructions: ConstructionFact[];
  fingerprints: Fingerprint[];
  /** Lines on which a statement in a function begins that does something: no declarations, no plain hand-overs. In order. */
  doings: number[];
  settings: SettingFact[];
  suppressions: SuppressionFact[];
  contract: ContractFact | null;
  /** Others import the folder through this file: an index or a package's `__init__`, unless it exports nothing; absent otherwise. */
  face?: true;
  metrics: FileMetrics;
  /** Exported functions and classes whose documentation calls them deprecated; absent when there are none. */
  deprecated?: { name: string; span: Span }[];
  /** What its functions hand on to others; absent when nothing is. */
  hands?: HandFact[];
  /** Absent when there are none. */
  unawaited?: UnawaitedFact[];
  /** Absent when there are none. */
  asyncFunctions?: AsyncFunctionFact[];
  /** Absent when there are none, and in languages whose compiler tells. */
  callables?: CallableFact[];
  /** Calls of what is imported, and those of the same file that do not fit; absent when there are none. */
  callShapes?: CallShapeFact[];
  /** Absent when there are none. */
  unknownMembers?: UnknownMemberFact[];
  /** Names that functions read though neither the file nor a known environment defines them, each once; absent when there are none. */
  undeclared?: UndeclaredFact[];
  /** Names that the file makes known to files that do not import it, with spaces between them; absent when there are none. */
  globalNames?: string;
  /** Names of the tests in the file, for `testing/*`. */
  testNames: string[];
  syntaxProblems: SyntaxProblem[];
  /** Where secrets stand, which were masked before the facts were taken; absent when there are none. */
  masked?: Span[];
  /** Absent where the whole text counts. */
  typed?: TypedSurface;
  /** Declares what holds in files that do not import it; absent otherwise. */
  ambient?: true;
  /** Its top level, in order; absent for languages without declarations. */
  outline?: OutlineItem[];
}
