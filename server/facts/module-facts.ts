/**
 * What the workspace needs to know of a file after its own rules have run: small enough to keep
 * for 50,000 files, and all that graph rules and the score may look at. Plain JSON.
 */
import type { Span } from './span.ts';

/** Languages whose files import each other and are counted. */
export type SourceLanguage = 'typescript' | 'javascript' | 'python' | 'notebook';

/** `container` and `plain` files are judged and not counted: they hold no modules. A `plain` file is text that no other language claims. */
export type Language = SourceLanguage | 'container' | 'plain';

/** What a file is for, judged by its path; severities differ between them. */
export type FileRole = 'source' | 'test' | 'fixture' | 'example' | 'docs' | 'script' | 'config' | 'declaration';

/** Modules of the platform; packages; the project by an alias or by its name; the project by a relative path. */
export type ImportGroup = 'builtin' | 'external' | 'internal' | 'relative';

export type ImportKind = 'static' | 'dynamic' | 'require' | 're-export' | 'side-effect';

export interface ImportedName {
  /** Name in the imported module; `default` for the default export, `*` for the whole. */
  imported: string;
  local: string;
  /** Written as type only. */
  typeOnly: boolean;
  usedAsValue: boolean;
  usedAsType: boolean;
  span: Span;
}

export interface ImportFact {
  specifier: string;
  /** Where it leads, judged by the specifier alone. */
  group: ImportGroup;
  kind: ImportKind;
  /** Erased at compile time: written as type only, as a whole or name by name. */
  typeOnly: boolean;
  /** Not written as type only, but every name is used in type positions alone. */
  couldBeTypeOnly: boolean;
  /** Inside a function: runs when the function does, not when the module loads. */
  lazy: boolean;
  names: ImportedName[];
  /** The whole statement or call. */
  span: Span;
  /** The specifier with its quotes. */
  specifierSpan: Span;
  /** Imports with the same number follow each other and may change places: no code and no import for its effects stands between them. */
  run?: number;
}

export type ExportKind = 'function' | 'class' | 'variable' | 'interface' | 'type' | 'enum' | 'namespace' | 're-export' | 'unknown';

export interface ExportFact {
  /** Name that others import; `default`, or `*` for a re-export of all. */
  name: string;
  kind: ExportKind;
  typeOnly: boolean;
  /** For a re-export: the specifier it comes from and the name there. */
  from: string | null;
  imported: string | null;
  span: Span;
}

/** A class that the file declares, as other files and graph rules see it. */
export interface ClassSummary {
  name: string;
  public: boolean;
  abstract: boolean;
  extends: string[];
  implements: string[];
  /** Methods besides the constructor, without accessors. */
  methods: number;
  fields: number;
  span: Span;
}

/** A collaborator that a class or function builds for itself with `new` (or a call of a class). */
export interface ConstructionFact {
  /** The local name that is constructed. */
  name: string;
  /** Specifier of the import that the name comes from. */
  specifier: string;
  imported: string;
  /** The class in whose body it happens, or null. */
  className: string | null;
  /** The method or function in which it happens, or null at module level. */
  functionName: string | null;
  /** The field or variable that it is kept in, or null. */
  target: string | null;
  /** It is only the default of a parameter or setting: the caller may hand in another. */
  defaultOnly: boolean;
  /** What the builder hands over: itself, something that it holds, or neither. What gets it is often only a part of it. */
  hands: 'self' | 'own' | 'other';
  span: Span;
}

/** A variable of the environment that a function reads with a default beside it. */
export interface SettingFact {
  name: string;
  /** The text or number that is taken when it is not set; never empty. */
  default: string;
  /** The function that reads it, with its class: `load`, `Mailer.send`; the class alone for its constructor. */
  function: string;
  span: Span;
}

/** A selected hash of a window of tokens, for finding repeated code across files. */
export type Fingerprint = readonly [hash: number, startLine: number, endLine: number];

/** A comment that switches a rule off for the next line or for the file. */
export interface SuppressionFact {
  ruleId: string;
  /** Empty when none was given, which is itself reported. */
  reason: string;
  scope: 'next-line' | 'file';
  /** Lines that it covers, first and last. */
  from: number;
  to: number;
  span: Span;
  /** Written for another linter, which asks for no reason and says itself what is unused. */
  foreign?: true;
}

/** Counts that the score and the summary need. */
export interface FileMetrics {
  lines: number;
  /** Lines that hold code, not blank and not comment. */
  codeLines: number;
  /** Functions with a body that types can be demanded of. */
  functions: number;
  typedFunctions: number;
  /** Public functions, methods and classes. */
  publicItems: number;
  documentedItems: number;
  handlers: number;
  classes: number;
  tests: number;
  /** True when the file uses a library of machine learning. */
  machineLearning: boolean;
}

/** What a header comment promises of its block: `Block: X`, `Dependencies: A, B`. */
export interface ContractFact {
  block: string | null;
  dependencies: string[];
  span: Span;
}

export interface SyntaxProblem {
  message: string;
  span: Span;
}

export interface ModuleFacts {
  /** Relative to the workspace, with `/`. */
  path: string;
  language: Language;
  role: FileRole;
  imports: ImportFact[];
  exports: ExportFact[];
  classes: ClassSummary[];
  constructions: ConstructionFact[];
  fingerprints: Fingerprint[];
  settings: SettingFact[];
  suppressions: SuppressionFact[];
  contract: ContractFact | null;
  /** Others import its folder through it: an index, the `__init__` of a package, unless it has nothing to show; absent otherwise. */
  face?: true;
  metrics: FileMetrics;
  /** Names of tests in the file, for `testing/*`. */
  testNames: string[];
  syntaxProblems: SyntaxProblem[];
}
