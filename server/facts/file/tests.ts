/** A test or a suite, and what in it can fail. */
import type { Span } from '../span.ts';

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
  /** Each of these is about literals alone, as in `expect(true).toBe(true)`, which nobody writes by mistake; absent otherwise. */
  literal?: true;
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
  /**
   * Nothing is checked, and the last call gives this variable, which is never read, but for what is printed at the end; absent otherwise. What Python
   * prints is not noted: there it is a habit of tests that only have to run.
   */
  unread?: { name: string; printed?: true };
  /** The body has no statement. */
  empty: boolean;
  /** An empty body may be meant: it takes the place of an inherited test, what it is given does the work, or a comment says that it is to be written. */
  placeholder?: true;
  /** Its documentation and comments, when nothing in it can fail; absent when there are none. */
  words?: string;
}
