/** What a file does when it runs: calls, assignments, branches, loops, awaits, handlers of errors, things opened, and the texts that it uses. */
import type { FunctionIndex } from './declarations.ts';
import type { ValueFact } from './values.ts';
import type { Span } from '../span.ts';

/** Index into `FileFacts.loops`; -1 outside loops. */
export type LoopIndex = number;

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
  /** A comment at the end of its line or in the line above says something about it; absent otherwise. */
  commented?: true;
  /** For a switch that turns verification off: the function, or the statement outside of all, signs in, opens a database or names a public server. */
  atStake?: true;
}

/** A regular expression in which a group is repeated, which alone can take exponential time. */
export interface PatternFact {
  /** Without slashes and flags. */
  source: string;
  flags: string;
  span: Span;
  function: FunctionIndex;
  /** The variable that holds it; empty where it is used in place. */
  name: string;
  /** The text that it is held against in place; null elsewhere. */
  subject: ValueFact | null;
}

/** A write into an object within an object under keys that are not fixed, where nothing looks whether they lead to a prototype. */
export interface DeepWriteFact {
  /** A merge that calls itself, a value set by a path, or both keys taken from a request. */
  kind: 'merge' | 'path' | 'keys';
  /** The function; for `keys`, what is written to. */
  name: string;
  span: Span;
  function: FunctionIndex;
  /** The parameter that the keys come from; empty for `keys`. */
  given: string;
  /** The first key, for `keys` alone. */
  key: ValueFact | null;
}

/** Code that runs only when a condition holds, or only when it does not. */
export interface BranchFact {
  span: Span;
  /** As written, shortened. */
  condition: string;
  /** Runs when the condition does not hold; absent otherwise. */
  otherwise?: true;
}

/** A condition whose result does not depend on the values in it. */
export interface FixedConditionFact {
  /**
   * `nan`: compared with NaN. `fresh-object`: compared with an object that is made there. `unknown-type`: `typeof` compared
   * with a text that it never gives. `negated-left`: `!a in b`. `always-true-part`: `a == 'x' or 'y'`. `preferred`: `a ?? 'x'`
   * as the condition of `? :`. `asked-before`: repeats a condition above in its chain of `else if`. `uncalled`: a function of the file
   * that is tested and not called. `position`: the position of something, which is -1 where it is not found. `same-sides`: both sides
   * are the same. `case-alternative`: `case 'a' || 'b':`. `length`: a length compared with 0 so that the answer is known.
   */
  kind: 'nan' | 'fresh-object' | 'unknown-type' | 'negated-left' | 'always-true-part' | 'preferred' | 'asked-before'
    | 'uncalled' | 'position' | 'same-sides' | 'case-alternative' | 'length';
  /** As written, shortened. */
  text: string;
  span: Span;
}

/** A response that a handler sends in a branch before it goes on to send another. */
export interface SecondResponseFact {
  /** As written, shortened. */
  text: string;
  /** Line of the other response. */
  line: number;
  span: Span;
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
  replacement?: string | undefined;
  /** Stores the error in a variable, so that other code can see the failure; absent otherwise. */
  keptElsewhere?: true;
  /** Success leaves the function or loop, and an error is raised further down: one candidate after the other. Absent otherwise. */
  raisesLater?: true | undefined;
  /** Code outside of the guarded part sees whether it worked: a value is returned, assigned or used, a loop is left. Absent otherwise. */
  tells?: true | undefined;
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
