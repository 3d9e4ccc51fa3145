/** How functions can be called, and how they are: what is needed to see that a call cannot succeed. Texts, because there are many in a workspace. */
import type { Span } from './span.ts';

/** A function or class of the top level that every call by its name reaches. */
export interface CallableFact {
  name: string;
  /** Its parameters, without the object of a method, as in `path,mode=,*,strict=,**`: `=` has a default, `*` or `*rest` and `**` as in Python. */
  takes: string;
}

/** A call without unpacked arguments. */
export interface CallShapeFact {
  /** As the file calls it: `load`, `self.load`. */
  callee: string;
  /** The import that it comes from; absent for one of the same file, of which `takes` is known. */
  from?: { specifier: string; imported: string };
  takes?: string;
  /** Number of arguments by position. */
  positional: number;
  /** Names of the others, with commas between. */
  keywords: string;
  /** The function around it; empty when there is none or it has no name. */
  place: string;
  span: Span;
}
