/** Names that code reads and that nothing gives it, as far as its file shows. */
import type { Span } from './span.ts';

/** A member that a class reads from itself and does not have. */
export interface UnknownMemberFact {
  owner: string;
  /** The class says how objects of it are made, or the file makes some; absent otherwise. */
  made?: true;
  name: string;
  /** The method that reads it. */
  place: string;
  span: Span;
}

/** A name that a function reads, and that nothing in the file or in a known environment defines. */
export interface UndeclaredFact {
  name: string;
  /** The file declares the name, but not so that it holds here; absent otherwise. */
  elsewhere?: true;
  /** Begins with a capital, and only members are read from it, or the compiler was told about it: it may be a library of a page; absent otherwise. */
  namespace?: true;
  /** The function around it; empty when it has no name. */
  place: string;
  span: Span;
}
